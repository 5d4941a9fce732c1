"""Files as a survey bureau, a phone or a township writes them, made for the test."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np
from pyogrio.raw import write
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from wangge.insight.lists.adapters.sheets import write_sheet

Columns = Mapping[str, Sequence[Any]]


def shapefile(
    shapes: Sequence[BaseGeometry | None],
    columns: Columns,
    *,
    crs: str = "EPSG:4490",
    encoding: str = "GBK",
    name: str = "村界",
    without: Sequence[str] = (),
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Shapefile in a zip; `without` leaves parts out, `more` adds files."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "layer.shp")
        _write(path, shapes, columns, crs, "ESRI Shapefile", encoding)
        parts = {
            f"{name}{each.suffix}": each.read_bytes()
            for each in sorted(Path(folder).iterdir())
            if each.suffix not in without
        }
    return packed(parts | dict(more or {}))


def geopackage(
    layers: Mapping[str, tuple[Sequence[BaseGeometry | None], Columns]], crs: str = "EPSG:4490"
) -> bytes:
    """A GeoPackage with its layers."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "data.gpkg")
        for number, (name, (shapes, columns)) in enumerate(layers.items()):
            _write(path, shapes, columns, crs, "GPKG", None, layer=name, append=number > 0)
        return path.read_bytes()


def geojson(
    shapes: Sequence[BaseGeometry | None], columns: Columns, crs: str | None = None
) -> bytes:
    """A GeoJSON; `crs` in the way of the older standard."""
    features = [
        {
            "type": "Feature",
            "properties": {name: values[index] for name, values in columns.items()},
            "geometry": mapping(shape) if shape is not None else None,
        }
        for index, shape in enumerate(shapes)
    ]
    document: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": crs}}
    return json.dumps(document, ensure_ascii=False).encode()


def sheet(head: Sequence[str], *rows: Sequence[str | int | float]) -> bytes:
    """An Excel workbook."""
    return write_sheet("点", head, rows)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as into:
        for name, content in parts.items():
            into.writestr(name, content)
    return written.getvalue()


def _write(
    path: Path,
    shapes: Sequence[BaseGeometry | None],
    columns: Columns,
    crs: str,
    driver: str,
    encoding: str | None,
    **more: Any,
) -> None:
    kinds = {shape.geom_type + " Z" * shape.has_z for shape in shapes if shape is not None}
    write(
        path,
        geometry=np.array([s.wkb if s is not None else None for s in shapes], dtype=object),
        field_data=[np.array(values, dtype=_dtype(values)) for values in columns.values()],
        fields=list(columns),
        geometry_type=kinds.pop() if len(kinds) == 1 else "Unknown",
        crs=crs,
        driver=driver,
        encoding=encoding,
        **more,
    )


def _dtype(values: Sequence[Any]) -> type:
    return float if all(isinstance(value, float) for value in values) else object
