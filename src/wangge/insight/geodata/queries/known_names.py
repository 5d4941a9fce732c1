"""Under which names columns and their values are known, in the words of all languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from django.conf import settings

from wangge.insight.geodata.rules.choosing import plain
from wangge.lib.message import Message

_BETWEEN: Final = re.compile(r"[,\u3001\uff0c]")


def recognised(roles: Sequence[str], fields: Sequence[str]) -> dict[str, str]:
    """Columns by their role, as far as their names are known in some language."""
    by_name = {plain(name): name for name in reversed(fields)}
    found: dict[str, str] = {}
    for role in roles:
        for name in aliases(f"geodata.alias.{role}"):
            if name in by_name and by_name[name] not in found.values():
                found[role] = by_name[name]
                break
    return found


def aliases(code: str) -> list[str]:
    """The names something goes by, of all languages, ready to be compared."""
    said = (settings.WORDS.say(Message(code), language) for language, _ in settings.LANGUAGES)
    return [plain(name) for names in said for name in _BETWEEN.split(names)]
