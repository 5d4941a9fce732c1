"""The one form that every format is read into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message

Geometries = NDArray[np.object_]
"""Shapely geometries in two dimensions, None where there is none."""


class UnreadableGeodata(Invalid):
    """The file as a whole cannot be read, and why."""


class Form(StrEnum):
    """The format of a file, recognised by its content."""

    SHAPEFILE = "shapefile"
    GEOPACKAGE = "geopackage"
    GEOJSON = "geojson"
    EXCEL = "excel"

    @property
    def words(self) -> Message:
        """The name of the format."""
        return Message(f"geodata.form.{self.value}")


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a file, as the file describes it.

    `declared` is the coordinate system the file names (a code or WKT), empty where it names none.
    `bounds` are the least x, y and the greatest x, y, as written; None where nothing has a place.
    """

    name: str
    fields: tuple[str, ...]
    count: int
    declared: str = ""
    bounds: tuple[float, float, float, float] | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain data; the inverse of `from_json`."""
        return {
            "name": self.name,
            "fields": list(self.fields),
            "count": self.count,
            "declared": self.declared,
            "bounds": self.bounds,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Layer:
        """The layer that `to_json` wrote."""
        bounds = data["bounds"]
        return cls(
            data["name"],
            tuple(data["fields"]),
            data["count"],
            data["declared"],
            (bounds[0], bounds[1], bounds[2], bounds[3]) if bounds else None,
        )


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a layer, as the file counts them (rows of a sheet: the header is 1).

    `faults` says, by index, why a place could not be read; `notes` what was left out of all.
    """

    first: int
    geometries: Geometries
    columns: Mapping[str, Sequence[str]]
    faults: Mapping[int, Message] = field(default_factory=dict)
    notes: tuple[Message, ...] = ()

    def number(self, index: int) -> int:
        """The feature's number, as people find it in the file."""
        return self.first + index

    def said(self, column: str, index: int) -> str:
        """What a column says of a feature; empty where there is no such column."""
        return self.columns[column][index] if column in self.columns else ""

    def __len__(self) -> int:
        return len(self.geometries)


def text_of(value: Any) -> str:
    """A cell as text: whole numbers without a fraction (codes come as numbers), nothing for null."""
    if value is None:
        return ""
    if isinstance(value, float | np.floating):
        if not np.isfinite(value):
            return ""
        return str(int(value)) if float(value).is_integer() else str(value)
    return storable(str(value))


def storable(text: str) -> str:
    """Text without what PostgreSQL cannot take: NUL, and halves of letters that JSON lets pass."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "").strip()
