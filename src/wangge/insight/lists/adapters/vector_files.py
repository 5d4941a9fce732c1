"""Lists with outlines as GeoJSON and GeoPackage: names of columns in English, as programs read them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from pyogrio.raw import write  # type: ignore[import-untyped]
from shapely import from_wkb, to_geojson

from wangge.insight.lists.adapters.sheets import Cell

MARK = "mark"
"""The name under which a file says whose it is."""


@dataclass(frozen=True, slots=True)
class Feature:
    """The values of a row and its outline (WKB, CGCS2000), None where there is none."""

    values: Sequence[Cell]
    outline: bytes | None


def geojson(names: Sequence[str], features: Sequence[Feature], *, mark: str = "") -> bytes:
    """Features by the value of their first column; without an outline, without a geometry."""
    found = [
        {
            "type": "Feature",
            "id": feature.values[0],
            "properties": dict(zip(names, feature.values, strict=True)),
            "geometry": json.loads(to_geojson(from_wkb(feature.outline)))
            if feature.outline
            else None,
        }
        for feature in features
    ]
    collection: dict[str, Any] = {"type": "FeatureCollection", "features": found}
    if mark:
        collection[MARK] = mark
    return json.dumps(collection, ensure_ascii=False).encode()


def geopackage(
    layer: str, names: Sequence[str], features: Sequence[Feature], *, mark: str = ""
) -> bytes:
    """One layer of multipolygons; the mark is metadata of the data set."""
    columns = list(zip(*(each.values for each in features), strict=True)) or [()] * len(names)
    drawn = BytesIO()
    write(
        drawn,
        geometry=np.array([each.outline for each in features], dtype=object),
        field_data=[np.array(column, dtype=_dtype(column)) for column in columns],
        fields=list(names),
        geometry_type="MultiPolygon",
        crs="EPSG:4490",
        layer=layer,
        driver="GPKG",
        dataset_metadata={MARK: mark} if mark else None,
    )
    return drawn.getvalue()


def _dtype(column: Sequence[Cell]) -> type:
    return np.int64 if column and all(isinstance(value, int) for value in column) else object
