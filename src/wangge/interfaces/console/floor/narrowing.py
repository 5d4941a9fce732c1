"""Narrowing a list or a map by area: the area is part of the address, each link changes it."""

from __future__ import annotations

from collections.abc import Iterable

from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.listing import with_parameter
from wangge.interfaces.web.request import Request
from wangge.registers.areas import queries as areas
from wangge.registers.areas.models import Area


def crumbs(request: Request, code: str) -> list[Link]:
    """The area path; each part narrows or widens the list."""
    return [
        Link(area.name, with_parameter(request, "area", area.code), current=area.code == code)
        for area in areas.path_of(code)
    ]


def below(request: Request, inside: Iterable[Area]) -> list[Link]:
    """The areas inside; each narrows the list."""
    return [Link(area.name, with_parameter(request, "area", area.code)) for area in inside]
