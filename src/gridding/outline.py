"""The village line: rings as they stand in the file, checked or, with leave, mended."""

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from gridding.features import Feature, Position, coordinates, line
from gridding.message import BadInput
from gridding.projection import GRAIN, Floats, Frame

MAIN_SHARE = 0.99
"""A mended line may leave crumbs; they are dropped if the main part keeps this share of the area."""


def rings_of(
    feature: Feature, *, exclaves: bool, repair: bool
) -> tuple[list[list[list[Position]]], bool]:
    """Rings of every part of the village, and whether one had to be closed."""
    raw = coordinates(feature, "Polygon", "MultiPolygon")
    if feature.geometry["type"] == "MultiPolygon":
        if not isinstance(raw, list) or not raw:
            raise BadInput("input.too_short", feature=feature.name, least=1)
        if not exclaves and len(raw) > 1:
            raise BadInput("input.multipolygon", feature=feature.name, parts=len(raw))
        parts = raw
    else:
        parts = [raw]
    closed = False
    read: list[list[list[Position]]] = []
    for part in parts:
        if not isinstance(part, list) or not part:
            raise BadInput("input.too_short", feature=feature.name, least=1)
        rings = []
        for raw_ring in part:
            ring = line(feature, raw_ring, 3)
            if ring[0] != ring[-1]:
                if not repair:
                    raise BadInput("input.open_ring", feature=feature.name)
                ring.append(ring[0])
                closed = True
            if len(ring) < 4:
                raise BadInput("input.too_short", feature=feature.name, least=4)
            rings.append(ring)
        read.append(rings)
    return read, closed


def village_of(
    feature: Feature,
    rings: list[list[list[Position]]],
    frame: Frame,
    *,
    exclaves: bool,
    repair: bool,
) -> tuple[Polygon | MultiPolygon, bool]:
    """The village in metres on the grain, valid, and whether its validity had to be mended."""
    parts = [
        Polygon(*_shell_and_holes([frame.to_metres(np.array(ring)) for ring in part]))
        for part in rings
    ]
    shape: BaseGeometry = parts[0] if len(parts) == 1 else MultiPolygon(parts)
    mended = False
    if not shape.is_valid:
        if not repair:
            raise BadInput(
                "input.invalid_ring",
                feature=feature.name,
                detail=shapely.is_valid_reason(shape).split("[")[0].strip(),
            )
        shape = shapely.make_valid(shape)
        mended = True
    shape = shapely.set_precision(shape, GRAIN)
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    if not polygons or shape.area <= 0:
        raise BadInput("input.no_area", feature=feature.name)
    if len(polygons) == 1:
        return polygons[0], mended
    if exclaves:
        return MultiPolygon(polygons), mended
    largest = max(polygons, key=lambda part: part.area)
    if largest.area < MAIN_SHARE * sum(part.area for part in polygons):
        raise BadInput("input.multipolygon", feature=feature.name, parts=len(polygons))
    return largest, mended


def _shell_and_holes(rings: list[Floats]) -> tuple[Floats, list[Floats]]:
    return rings[0], rings[1:]
