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
    exposes: str
    path: str = ""
    method: str = "GET"
    form: Mapping[str, str] = field(default_factory=dict)
    json: Mapping[str, Any] = field(default_factory=dict)
    needs: str = ""
    complete: str = ""
    statuses: tuple[int, ...] = (200,)
    parties: bool = False
    everywhere: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.path or '/' + self.route}"

    def address(self, **ids: object) -> str:
        """The path with the ids of a case or person."""
        return (self.path or f"/{self.route}").format(**ids)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def endpoints(*exposing: str) -> list[Endpoint]:
    """The lines of the table that expose such things."""
    lines = [
        Endpoint(**{**line, "statuses": tuple(line.get("statuses", (200,)))})
        for line in _table()["endpoint"]
    ]
    return [line for line in lines if line.exposes in exposing]


def telling() -> frozenset[str]:
    """Keys of the cases that every address is asked for."""
    return frozenset(_table()["telling"])


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
