"""What the catalogues promise is said, recorded or asked for somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import modules, with_suffix
from wangge.access.permissions import Permission
from wangge.access.sight import Sight
from wangge.config.language import WORDS
from wangge.registers.audit.rules.events import Event

GRANTED_IN = {"wangge.access.permissions", "wangge.access.roles", "wangge.access.sight"}
CODE = re.compile(r"[a-z]{2,}[\w*.-]*")
IN_TEMPLATES = re.compile(r"""["']([a-z][\w.-]+)["'](\|add)?""")


def test_every_kind_of_event_is_recorded() -> None:
    recorded = _named("Event", but={"wangge.registers.audit.rules.events"})
    assert [event for event in Event if event.name not in recorded] == []


def test_every_permission_is_asked_for() -> None:
    """Or gives sight at the second wall."""
    asked = _named("Permission", but=GRANTED_IN)
    opening = {permission for kind in Sight for permission in kind.opened_by}
    assert [each for each in Permission if each.name not in asked and each not in opening] == []


def test_every_word_is_said() -> None:
    """By its code, or by a beginning to which the rest is added."""
    said = {code.replace(".", "-") for code in (*_in_code(), *_in_templates())}
    begun = re.compile("|".join(re.escape(c).replace(r"\*", "[\\w-]+") for c in said if "*" in c))
    words = (each for each in WORDS.ids("zh") if not each.startswith("constraint-"))
    assert [each for each in words if each not in said and not begun.fullmatch(each)] == []


def _named(enumeration: str, *, but: set[str]) -> set[str]:
    """Members that are named as `Enumeration.MEMBER` in some module."""
    return {
        node.attr
        for module in modules()
        if module.name not in but
        for node in module.nodes(ast.Attribute)
        if isinstance(node.value, ast.Name) and node.value.id == enumeration
    }


def _in_code() -> Iterator[str]:
    """Every text that might be a code, * for what is filled in."""
    for module in modules():
        parts: set[int] = set()
        for made in module.nodes(ast.JoinedStr):
            parts.update(map(id, made.values))
            texts = (v.value if isinstance(v, ast.Constant) else "*" for v in made.values)
            yield from _if_code("".join(map(str, texts)))
        for text in module.nodes(ast.Constant):
            if isinstance(text.value, str) and id(text) not in parts:
                yield from _if_code(text.value)


def _in_templates() -> Iterator[str]:
    for path in (
        *with_suffix(".html", ".toml", below="src"),
        *with_suffix(".ts", below="frontend"),
    ):
        for code, more in IN_TEMPLATES.findall(path.read_text(encoding="utf-8")):
            yield f"{code}*" if more else code


def _if_code(text: str) -> Iterator[str]:
    if CODE.fullmatch(text):
        yield text
