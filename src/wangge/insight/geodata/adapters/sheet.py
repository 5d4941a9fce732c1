"""Excel sheets with a column for each coordinate, as numbers or as degrees in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
import shapely

from wangge.insight.geodata.adapters.packed import members_of
from wangge.insight.geodata.rules.layers import (
    Features,
    Geometries,
    Layer,
    UnreadableGeodata,
    storable,
)
from wangge.insight.geodata.rules.limits import MOST_FEATURES
from wangge.insight.lists.adapters.sheets import UnreadableSheet, read_sheet
from wangge.lib.coordinate_text import UnreadableCoordinate, coordinate
from wangge.lib.message import Message

COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old Excel file begins, and a new one under a password."""

_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


Where = Callable[[Sequence[str]], Mapping[str, str]]
"""Finds the columns `lon` and `lat` by the names of columns, as far as it can."""


def sheet_layer(content: bytes, where: Where) -> Layer:
    """The first sheet of a workbook; its first row names the columns."""
    head, *rows = _rows(content)
    columns = where(head)
    bounds = None
    if "lon" in columns and "lat" in columns:
        east, north = ([row[head.index(columns[axis])] for row in rows] for axis in ("lon", "lat"))
        bounds = _bounds(_points(east, north)[0])
    return Layer("", tuple(head), len(rows), bounds=bounds)


def sheet_features(content: bytes, lon: str, lat: str) -> Features:
    """Its rows as points, the coordinates in two columns."""
    head, *rows = _rows(content)
    columns = {name: [storable(row[place]) for row in rows] for place, name in enumerate(head)}
    nothing = [""] * len(rows)
    places, faults = _points(columns.get(lon, nothing), columns.get(lat, nothing))
    return Features(2, places, columns, faults)


def _bounds(places: Geometries) -> tuple[float, float, float, float] | None:
    """Least and greatest x and y of what has a place."""
    bounds = shapely.total_bounds(places)
    if not np.isfinite(bounds).all():
        return None
    return float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3])


def _rows(content: bytes) -> list[list[str]]:
    """Header and rows, every row as long as the header; empty rows at the end are no rows."""
    if content.startswith(COMPOUND) and _LOCKED in content:
        raise UnreadableGeodata(Message("geodata.file.excel_locked"))
    # `members_of` looks for bombs, too
    if not content.startswith(COMPOUND) and "xl/workbook.xml" not in members_of(content):
        raise UnreadableGeodata(Message("lists.unreadable"))
    try:
        rows = read_sheet(content, most_rows=MOST_FEATURES)
    except UnreadableSheet as error:
        raise UnreadableGeodata(error.message) from error
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) < 2:
        raise UnreadableGeodata(Message("geodata.file.empty"))
    return [_header(rows[0]), *rows[1:]]


def _header(names: Sequence[str]) -> list[str]:
    """Every column by a name of its own: a second one of the same name is numbered."""
    seen: dict[str, int] = {}
    header = []
    for place, name in enumerate(names, start=1):
        plain = storable(name) or f"#{place}"
        seen[plain] = seen.get(plain, 0) + 1
        header.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return header


def _points(east: Sequence[str], north: Sequence[str]) -> tuple[Geometries, dict[int, Message]]:
    places: Geometries = np.full(len(east), None, dtype=object)
    faults: dict[int, Message] = {}
    for index, (x, y) in enumerate(zip(east, north, strict=True)):
        if not x or not y:
            faults[index] = Message("geodata.why.no_coordinates")
            continue
        try:
            places[index] = shapely.Point(coordinate(x), coordinate(y))
        except UnreadableCoordinate as error:
            faults[index] = error.message
    return places, faults
