"""A phrase: the words of one message as plain JSON, for a front end without a Fluent parser.

Words without parameters are a string. Others are a list of parts: strings, ``{"arg": name}``
for a parameter, and ``{"choose": name, "among": {key: phrase, …}, "else": key}`` for a choice by
a parameter, where a key is a literal value or a plural category of the language.
"""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

Phrase: TypeAlias = str | list[Any]

_DYNAMIC: Final = (ast.VariableReference, ast.MessageReference, ast.TermReference)


def is_static(pattern: ast.Pattern) -> bool:
    """Whether the words are the same whatever the parameters."""
    return not _Dynamic.found_in(pattern)


def phrase(pattern: ast.Pattern) -> Phrase:
    """The words of ``pattern``.

    ValueError for what the front end could not follow: functions, terms and references to
    other messages, choices by anything but a parameter.
    """
    parts: list[Any] = []
    for element in pattern.elements:
        part = element.value if isinstance(element, ast.TextElement) else _part(element.expression)
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    return parts[0] if len(parts) == 1 and isinstance(parts[0], str) else parts


def template(pattern: ast.Pattern) -> str | None:
    """The words for ``str.format_map``, None unless they are text and parameters and nothing else.

    Fluent says the same of parameters that are text, and takes ten times as long.
    """
    try:
        parts = phrase(pattern)
    except ValueError:
        return None
    written = [_in_template(part) for part in parts]
    return None if None in written else "".join(map(str, written))


def _in_template(part: Any) -> str | None:
    if isinstance(part, str):
        return part.replace("{", "{{").replace("}", "}}")
    return f"{{{part['arg']}}}" if "arg" in part else None


def _part(expression: Any) -> Any:
    if isinstance(expression, ast.StringLiteral):
        return expression.parse()["value"]
    if isinstance(expression, ast.VariableReference):
        return {"arg": expression.id.name}
    if isinstance(expression, ast.SelectExpression):
        return _choice(expression)
    raise ValueError(f"the front end cannot follow a {type(expression).__name__}")


def _choice(expression: ast.SelectExpression) -> dict[str, Any]:
    if not isinstance(expression.selector, ast.VariableReference):
        raise ValueError("the front end can choose by a parameter only")
    return {
        "choose": expression.selector.id.name,
        "among": {_key(each): phrase(each.value) for each in expression.variants},
        "else": next(_key(each) for each in expression.variants if each.default),
    }


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else key.value


class _Dynamic(Visitor):
    """Looks for anything in a pattern that may change from one saying to the next."""

    def __init__(self) -> None:
        self.found = False

    def generic_visit(self, node: Any) -> None:
        if isinstance(node, _DYNAMIC):
            self.found = True
        else:
            super().generic_visit(node)

    @classmethod
    def found_in(cls, pattern: ast.Pattern) -> bool:
        visitor = cls()
        visitor.visit(pattern)
        return visitor.found
