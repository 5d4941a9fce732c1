"""What a sheet says of a village: frozen values, read once from the registers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from shapely import Point
from shapely.geometry.base import BaseGeometry

from wangge.lib.message import Message
from wangge.registers.organisations.rules.contacts import PublicContact

Outline: TypeAlias = BaseGeometry
"""One or more polygons, in metres (EPSG:4546) as every geometry here."""


@dataclass(frozen=True, slots=True)
class Group:
    """A villager group: its name or number, where it lives, and the grid it lies in."""

    name: str | Message
    grid_code: str
    point: Point | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid in force; `name` is empty where it has none but its number.

    A special grid (a school, a market) lies on top of others, with an outline, a point or neither.
    """

    code: str
    number: int
    name: str
    contact: PublicContact
    groups: Sequence[Group]
    outline: Outline | None
    households: int = 0  # as far as they are counted and the person who prints may see them
    special: bool = False
    point: Point | None = None

    @property
    def title(self) -> str | Message:
        return self.name or Message("paper.grid", number=self.number)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A village whose outline comes into the picture."""

    name: str
    outline: Outline


@dataclass(frozen=True, slots=True)
class Barrier:
    """A river, a ridge, a railway, a main road."""

    kind: str
    line: BaseGeometry


@dataclass(frozen=True, slots=True)
class VillageFacts:
    """A village with its grids in force on a day. `outline` is None where nothing is drawn yet."""

    code: str
    name: str
    township: str
    county: str
    outline: Outline | None
    synthetic: bool  # some outline is invented
    grids: Sequence[Grid]
    neighbours: Sequence[Neighbour]
    barriers: Sequence[Barrier]
    station_phone: str
    centre_phone: str  # of the township's grid centre, which supervises

    @property
    def groups(self) -> list[Group]:
        return [group for grid in self.grids for group in grid.groups]
