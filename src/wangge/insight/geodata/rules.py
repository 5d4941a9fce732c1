"""What a file may hold, which columns it is read by, and where an import and a feature stand."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wangge.lib.message import Message

MOST_BYTES: Final = 60 * 2**20
"""A file as it is uploaded."""

MOST_UNPACKED: Final = 400 * 2**20
"""What a zip (an Excel file is one) may grow to: a bomb is told by its own table of contents."""

MOST_FEATURES: Final = 250_000

MOST_FIELDS: Final = 250
"""Columns of a layer: every feature is given a value in each of them."""

KEPT_FOR: Final = timedelta(days=14)
"""How long a file and its features can be looked at; the line of the import stays."""

STALLED_AFTER: Final = timedelta(minutes=10)
"""Nothing moved for so long: the worker that was at it is gone."""


LATER: Final = -1
"""Reading and writing a file take a minute or more: the ticks of the schedule go before them."""


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


class ImportState(StrEnum):
    """Where an import stands."""

    OPENED = "opened"  # its person says what is what
    READING = "reading"
    READ = "read"  # its person looks and confirms
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"
    DROPPED = "dropped"

    @property
    def words(self) -> Message:
        """The state in words."""
        return Message(f"geodata.state.{self.value}")


AT_WORK: Final = (ImportState.READING.value, ImportState.WRITING.value)


class FeatureState(StrEnum):
    """What becomes of a feature: it is in exactly one of these."""

    ACCEPTED = "accepted"
    MENDABLE = "mendable"
    REFUSED = "refused"
    WRITTEN = "written"

    @property
    def words(self) -> Message:
        """The state in words."""
        return Message(f"geodata.feature.{self.value}")


class Change(StrEnum):
    """What a feature does to what is in the registers."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"

    @property
    def words(self) -> Message:
        """The change in words."""
        return Message(f"geodata.change.{self.value}")
