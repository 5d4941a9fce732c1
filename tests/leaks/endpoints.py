"""The table of addresses, and the addresses there are."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import URLPattern, get_resolver

TABLE = Path(__file__).with_name("endpoints.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One line of the table; see the head of endpoints.toml."""

    route: str
    face: str
    path: str = ""
    method: str = "GET"
    form: Mapping[str, str] = field(default_factory=dict, hash=False)
    json: Mapping[str, Any] = field(default_factory=dict, hash=False)
    needs: str = ""
    shows: frozenset[str] = frozenset()
    complete: Mapping[str, str] = field(default_factory=dict, hash=False)
    one: str = ""
    to: str = "all"
    parties: bool = False
    receipt: bool = False
    statuses: tuple[int, ...] = (200,)
    hidden: int = 404

    def __str__(self) -> str:
        return f"{self.method} {self.path or '/' + self.route}"

    def address(self, **ids: object) -> str:
        """The path with the ids of the thing that it names."""
        return (self.path or f"/{self.route}").format(**ids)


@cache
def endpoints() -> tuple[Endpoint, ...]:
    """The lines of the table."""
    found = tomllib.loads(TABLE.read_text(encoding="utf-8"))["endpoint"]
    return tuple(Endpoint(**{name: _plain(said) for name, said in line.items()}) for line in found)


def _plain(said: Any) -> Any:
    if not isinstance(said, list):
        return said
    return frozenset(said) if said and isinstance(said[0], str) else tuple(said)


def routes() -> set[str]:
    """Every route of the platform, as the resolver has it."""
    return set(_walk(get_resolver().url_patterns))


def _walk(patterns: Iterable[Any], before: str = "") -> Iterator[str]:
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield route
        else:
            yield from _walk(each.url_patterns, route)
