"""Which lists go out in which form, which come in, and where one stands on its way."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wangge.lib.message import Message

KEPT_FOR: Final = timedelta(days=14)
"""How long a file that was made, or what was brought, can be fetched."""

STALLED_AFTER: Final = timedelta(minutes=10)
"""Nothing moved for so long: the worker that was at it is gone."""

MOST_ROWS: Final = 100_000


class ListState(StrEnum):
    """Where a list stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def words(self) -> Message:
        """The state in words."""
        return Message(f"lists.state.{self.value}")


class Form(StrEnum):
    """The form of a file that goes out."""

    EXCEL = "xlsx"
    GEOJSON = "geojson"
    GEOPACKAGE = "gpkg"

    @property
    def words(self) -> Message:
        """The name of the form."""
        return Message(f"lists.form.{self.value}")

    @property
    def media_type(self) -> str:
        """As the file is served."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES: Final = MappingProxyType(
    {
        Form.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Form.GEOJSON: "application/geo+json",
        Form.GEOPACKAGE: "application/geopackage+sqlite3",
    }
)

GRIDS: Final = "grids"

OUTGOING: Final = MappingProxyType({GRIDS: (Form.EXCEL, Form.GEOJSON, Form.GEOPACKAGE)})
"""Kinds of lists that can be taken out, and in which forms."""

INCOMING: Final = frozenset({GRIDS})
"""Kinds of lists that can be brought in."""
