"""Places to choose from: grids of the village in question, its neighbours, the other townships."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from django.conf import settings

from wangge.interfaces.web.components.shapes import Option, Words
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas.models import Area, VillagerGroup
from wangge.registers.areas.rules.grids import grid_words


def places_near(code: str) -> tuple[Option, ...]:
    """Where a case might really lie, the nearest first.

    For a known village its grids, for a known township its villages, else all villages; always the
    townships too: the centre there will find the village.
    """
    options: list[Option] = []
    if len(code) >= Level.VILLAGE:
        options += _grids(code[: Level.VILLAGE])
    if len(code) >= Level.TOWNSHIP:
        options += villages_in(code[: Level.TOWNSHIP])
    else:
        options += villages_in(settings.COUNTY_CODE)
    return (*options, *_townships())


def places_within(codes: Iterable[str]) -> tuple[Option, ...]:
    """The villages an official answers for, and the areas themselves for a place known roughly."""
    options: list[Option] = []
    for code in codes:
        if len(code) >= Level.VILLAGE:
            options += _villages(Area.objects.filter(code=code[: Level.VILLAGE]))
        else:
            options += villages_in(code)
            roughly = Area.objects.get(code=code)
            options.append(Option(code, Message("console.place_roughly", place=roughly.name)))
    return tuple(dict.fromkeys(options))


def villages_in(code: str) -> list[Option]:
    """The current villages of a township or county, each with its township: names occur twice."""
    inside = Area.objects.within(code).filter(level=Level.VILLAGE, valid_to=None)
    return _villages(inside.order_by("code"))


def _villages(areas: Iterable[Area]) -> list[Option]:
    found = list(areas)
    codes = {area.code[: Level.TOWNSHIP] for area in found}
    names = dict(Area.objects.filter(code__in=codes).values_list("code", "name"))
    return [
        Option(area.code, f"{names.get(area.code[: Level.TOWNSHIP], '')} {area.name}".strip())
        for area in found
    ]


def _townships() -> list[Option]:
    rows = Area.objects.filter(parent=settings.COUNTY_CODE, valid_to=None).order_by("code")
    return [Option(area.code, Message("console.place_roughly", place=area.name)) for area in rows]


def _grids(village: str) -> list[Option]:
    """Grids of a village with the numbers of the villager groups that lie in them."""
    rows = VillagerGroup.objects.filter(village=village, grid__isnull=False)
    ordered = rows.order_by("grid_id", "number").values_list("grid_id", "number")
    numbers = {
        grid: [number for _, number in group]
        for grid, group in groupby(ordered, key=lambda row: row[0])
    }
    grids = Area.objects.filter(parent=village, level=Level.GRID, valid_to=None)
    return [
        Option(grid.code, _grid_words(grid.name, numbers.get(grid.code, [])))
        for grid in grids.order_by("code")
    ]


def _grid_words(name: str, numbers: list[int]) -> Words:
    grid = grid_words(name)
    if not numbers:
        return grid
    return Message("console.grid_of_groups", grid=grid, groups=tuple(map(str, numbers)))
