"""GeoJSON: read as text by ourselves, so that one broken feature does not hide the others."""

from __future__ import annotations

import json
import re
from typing import Any, Final

import numpy as np
import shapely

from wangge.insight.geodata.rules.layers import (
    Features,
    Geometries,
    Layer,
    UnreadableGeodata,
    storable,
    text_of,
)
from wangge.lib.message import Message

_NAMED: Final = re.compile(r"(?:urn:ogc:def:crs:)?(EPSG|OGC):(?:[\d.]*:)?(CRS84|\d{4,6})", re.I)
"""A name out of a file is not handed on to PROJ unseen: there, text can also name other files."""

_WGS84: Final = "EPSG:4326"
"""What the standard (RFC 7946) says where the file says nothing."""


def geojson_layer(content: bytes) -> Layer:
    """What the file introduces itself as."""
    document = _document(content)
    features = _listed(document)
    shapes, _ = _shapes(features)
    placed = shapes[~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)]
    bounds = shapely.total_bounds(placed) if len(placed) else np.array([np.nan])
    return Layer(
        "",
        tuple(_names(features)),
        len(features),
        _declared(document),
        (float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3]))
        if np.isfinite(bounds).all()
        else None,
    )


def geojson_features(content: bytes) -> Features:
    """Its features."""
    features = _listed(_document(content))
    shapes, faults = _shapes(features)
    notes: tuple[Message, ...] = ()
    if bool(shapely.has_z(shapes).any()):
        notes = (Message("geodata.note.heights"),)
    said = [each.get("properties") if isinstance(each, dict) else None for each in features]
    rows = [each if isinstance(each, dict) else {} for each in said]
    columns = {name: [_text(row.get(name)) for row in rows] for name in _names(features)}
    return Features(1, shapely.force_2d(shapes), columns, faults, notes)


def _document(content: bytes) -> dict[str, Any]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UnreadableGeodata(Message("geodata.file.letters"))
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableGeodata(Message("geodata.file.json_broken")) from error
    if not isinstance(document, dict):
        raise UnreadableGeodata(Message("geodata.file.not_geojson"))
    return document


def _listed(document: dict[str, Any]) -> list[Any]:
    if document.get("type") == "FeatureCollection" and isinstance(document.get("features"), list):
        listed: list[Any] = document["features"]
        return listed
    if document.get("type") == "Feature":
        return [document]
    raise UnreadableGeodata(Message("geodata.file.not_geojson"))


def _names(features: list[Any]) -> list[str]:
    """The properties that occur, in the order of their first occurrence."""
    names: dict[str, None] = {}
    for each in features:
        said = each.get("properties") if isinstance(each, dict) else None
        if isinstance(said, dict):
            names.update(dict.fromkeys(said))
    return [name for name in names if name and name == storable(name)]


def _shapes(features: list[Any]) -> tuple[Geometries, dict[int, Message]]:
    shapes: Geometries = np.full(len(features), None, dtype=object)
    faults: dict[int, Message] = {}
    for index, each in enumerate(features):
        geometry = each.get("geometry") if isinstance(each, dict) else None
        if geometry is None:
            continue
        try:
            shapes[index] = shapely.from_geojson(json.dumps(geometry))
        except (shapely.errors.GEOSException, ValueError, RecursionError):
            faults[index] = Message("geodata.why.geometry_broken")
    return shapes, faults


def _declared(document: dict[str, Any]) -> str:
    """The coordinate system of the older standard's `crs`, else that of the present one.

    Empty where the file names one that is not known by a code.
    """
    crs = document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or not name:
        return _WGS84
    found = _NAMED.fullmatch(name.strip())
    return f"{found[1]}:{found[2]}".upper() if found else ""


def _text(value: Any) -> str:
    if isinstance(value, dict | list | bool):
        return storable(json.dumps(value, ensure_ascii=False))
    return text_of(value)
