"""The law of villager groups: lists of them as people write them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message

LAST_GROUP: Final = 999

_SPAN: Final = re.compile(r"([0-9]{1,3})(?:[-~\u2013\u2014\u81f3]([0-9]{1,3}))?")
_BETWEEN: Final = re.compile(r"[,;/\u3001]+")
_BLANKS: Final = re.compile(r"\s+")
_GROUP_WORD: Final = re.compile(r"\u7b2c|(?:\u6751\u6c11)?\u5c0f?\u7ec4")


class UnreadableGroups(Invalid):
    """The text is no list of group numbers."""


def group_numbers(text: str) -> tuple[int, ...]:
    """The numbers in a list such as 1, 3-5 or with the Chinese comma and word for group; sorted.

    UnreadableGroups if there are none, or if something is not a number from 1 to 999.
    """
    numbers: set[int] = set()
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", text))
    for part in filter(None, _BETWEEN.split(_GROUP_WORD.sub("", plain))):
        found = _SPAN.fullmatch(part)
        if found is None:
            raise UnreadableGroups(Message("area.groups_unreadable", part=part))
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= LAST_GROUP:
            raise UnreadableGroups(Message("area.groups_unreadable", part=part))
        numbers.update(range(first, last + 1))
    if not numbers:
        raise UnreadableGroups(Message("area.groups_none"))
    return tuple(sorted(numbers))
