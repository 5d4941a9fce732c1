"""What the features of a file are, and which columns can say something of them."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wangge.lib.message import Message


class Holding(StrEnum):
    """What the features of a file are."""

    OUTLINES = "outlines"
    HOUSEHOLDS = "households"
    GROUPS = "groups"
    BARRIERS = "barriers"
    BRIDGES = "bridges"

    @property
    def words(self) -> Message:
        """The name of it."""
        return Message(f"geodata.holding.{self.value}")

    @property
    def shapes(self) -> frozenset[str]:
        """Types of geometry it may have."""
        return _SHAPES[self]

    @property
    def roles(self) -> tuple[str, ...]:
        """What columns can say of it."""
        return _ROLES[self]


_POINT: Final = frozenset({"Point", "MultiPoint"})
_SHAPES: Final = MappingProxyType(
    {
        Holding.OUTLINES: frozenset({"Polygon", "MultiPolygon"}),
        Holding.HOUSEHOLDS: _POINT,
        Holding.GROUPS: _POINT,
        Holding.BARRIERS: frozenset({"LineString", "MultiLineString"}),
        Holding.BRIDGES: _POINT,
    }
)
_PLACE: Final = ("village_code", "village_name", "township_name")
_ROLES: Final = MappingProxyType(
    {
        Holding.OUTLINES: _PLACE,
        Holding.HOUSEHOLDS: (*_PLACE, "group", "head_name", "persons"),
        Holding.GROUPS: (*_PLACE, "group"),
        Holding.BARRIERS: ("sort", "name", *_PLACE),
        Holding.BRIDGES: ("name", *_PLACE),
    }
)
COORDINATES: Final = ("lon", "lat")
"""Columns of a sheet that say where; other files have geometry of their own."""


class BarrierSort(StrEnum):
    """What parts a village."""

    RIVER = "river"
    RAILWAY = "railway"
    ROAD = "road"
    RIDGE = "ridge"

    @property
    def words(self) -> Message:
        """Its name."""
        return Message(f"geodata.barrier.{self.value}")
