"""What a component takes: declared in its template, checked when it is drawn.

``{% takes label hint="" %}`` stands at the top of a component's template. Names without a value
are required; the others have that default. A misspelt parameter is an error, not an empty page.
A long list goes on in a second ``{% takes %}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template import Node, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Template, Token
from django.template.context import Context

AMBIENT = (
    "language",
    "now",
    "large_type",
    "actor",
    "request_id",
    "request",
    "csrf_token",
)
"""Names a component sees without being handed them: the page's, the same everywhere."""


class Takes(Node):
    """The declaration; drawing it fills in the defaults and prints nothing."""

    child_nodelists = ()

    def __init__(self, required: frozenset[str], optional: Mapping[str, FilterExpression]) -> None:
        self.required = required
        self.optional = optional

    def render(self, context: Context) -> str:
        for name, default in self.optional.items():
            if name not in context:
                context[name] = default.resolve(context)
        missing = sorted(name for name in self.required if name not in context)
        if missing:
            raise TemplateSyntaxError(f"component needs {', '.join(missing)}")
        return ""


def takes(parser: Parser, token: Token) -> Takes:
    """Parse ``{% takes required other="default" %}``."""
    required: set[str] = set()
    optional: dict[str, FilterExpression] = {}
    for bit in token.split_contents()[1:]:
        name, equals, default = bit.partition("=")
        if equals:
            optional[name] = parser.compile_filter(default)
        else:
            required.add(name)
    return Takes(frozenset(required), optional)


def check(template: Template, name: str, parameters: Mapping[str, Any]) -> None:
    """Raise TemplateSyntaxError for a parameter the component does not declare or lacks."""
    declared = [node for node in template.nodelist if isinstance(node, Takes)]
    if not declared:
        raise TemplateSyntaxError(f"component {name} does not declare what it takes")
    given = parameters.keys()
    required = {parameter for takes in declared for parameter in takes.required}
    optional = {parameter for takes in declared for parameter in takes.optional}
    unknown = sorted(given - required - optional)
    missing = sorted(required - given)
    if unknown:
        raise TemplateSyntaxError(f"component {name} takes no {', '.join(unknown)}")
    if missing:
        raise TemplateSyntaxError(f"component {name} needs {', '.join(missing)}")


def ambient(context: Context) -> dict[str, Any]:
    """The page's own names that are present in this context."""
    return {name: context[name] for name in AMBIENT if name in context}
