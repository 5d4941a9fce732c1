"""The forms of a file that goes out, how much comes in at a time, and what is said of a list's state."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wangge.lib.message import Message

MOST_ROWS: Final = 100_000
"""Of a sheet that comes in."""


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


def state_words(state: str) -> Message:
    """Where a list stands (`orders.rules.OrderState`), in words."""
    return Message(f"lists.state.{state}")
