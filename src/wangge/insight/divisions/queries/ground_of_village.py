"""Where a village and its households lie, from what the registers hold.

An outline that is missing is made from the grids, else drawn around the households. A household
without a point stands at that of its group, else amid its group, else amid the village.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import numpy as np
import shapely
from django.contrib.gis.geos import GEOSGeometry, Point
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gridding.projection import Frame, frame_of
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Barrier, Boundary, Bridge, VillagerGroup

AROUND_M: Final = 150.0
"""How far a line drawn around the households keeps from the outermost of them."""

OUTSIDE_M: Final = 20.0
"""Metres. A household farther outside the line is reported: its point or the line is wrong."""

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Places:
    """A place for every household (n × 2, lon/lat).

    `approximate` of them stand at the point of their group, `guessed` have not even that.
    """

    points: Points
    approximate: int
    guessed: int

    @classmethod
    def of(
        cls,
        points: Sequence[Point | None],
        approximate: Sequence[bool],
        groups: Sequence[VillagerGroup | None],
    ) -> Places:
        """Refusal if no household and no group has a point."""
        placed = np.full((len(points), 2), np.nan)
        at_group = 0
        for index, (own, rough, group) in enumerate(zip(points, approximate, groups, strict=True)):
            point = own or (group.point if group else None)
            if point is not None:
                placed[index] = point.x, point.y
                at_group += rough or own is None
        lost = np.isnan(placed[:, 0])
        if lost.all():
            raise Refusal(Message("division.reading.no_points"))
        members = np.array([group.pk if group else -1 for group in groups])
        for homeless in np.flatnonzero(lost):
            mates = ~lost & (members == members[homeless])
            placed[homeless] = placed[mates if mates.any() else ~lost].mean(axis=0)
        return cls(placed, at_group, int(np.count_nonzero(lost)))


def ground_document(
    village_code: str,
    keys: Sequence[str],
    places: Places,
    persons: Sequence[int],
    hamlets: Sequence[str | None],
) -> tuple[dict[str, Any], tuple[Message, ...]]:
    """The village as a GeoJSON document for `gridding.reading`, and messages about what is imprecise."""
    outline, drawn = _outline(village_code, places.points)
    points, outside = _within(outline, places.points)
    features = [
        _feature("village", _coordinates(outline), id=village_code),
        *(
            _feature("household", {"type": "Point", "coordinates": point}, **facts)
            for point, facts in zip(
                points.tolist(),
                (
                    {"id": key, "persons": count, "hamlet": hamlet}
                    for key, count, hamlet in zip(keys, persons, hamlets, strict=True)
                ),
                strict=True,
            )
        ),
        *_lines_between(village_code),
    ]
    notes = []
    if drawn is not None:
        notes.append(drawn)
    for code, count in (
        ("approximate", places.approximate),
        ("guessed", places.guessed),
        ("outside", outside),
    ):
        if count:
            notes.append(Message(f"division.reading.{code}", count=count, all=len(keys)))
    return {"type": "FeatureCollection", "features": features}, tuple(notes)


def _outline(
    village_code: str, points: Points
) -> tuple[shapely.Polygon | shapely.MultiPolygon, Message | None]:
    """The village's own outline, else its grids', else a line around all; and which it is."""
    own = Boundary.objects.filter(area=village_code, valid_to=None).first()
    if own is not None:
        return _shape(own.outline), None
    grids = Boundary.objects.filter(area__parent=village_code, valid_to=None)
    if shapes := [_shape(grid.outline) for grid in grids]:
        return _areal(shapely.union_all(shapes)), Message("division.reading.outline_of_grids")
    frame = frame_of(points, degrees=True)
    around = shapely.MultiPoint(frame.to_metres(points)).convex_hull.buffer(AROUND_M)
    line = shapely.transform(around, frame.to_file)
    return _areal(line), Message("division.reading.outline_around")


def _areal(shape: BaseGeometry) -> shapely.Polygon | shapely.MultiPolygon:
    return cast("shapely.Polygon | shapely.MultiPolygon", shape)


def _within(outline: shapely.Polygon | shapely.MultiPolygon, points: Points) -> tuple[Points, int]:
    """The points, those outside moved to the line; and how many were far outside."""
    shapely.prepare(outline)
    out = ~shapely.intersects_xy(outline, points[:, 0], points[:, 1])
    if not out.any():
        return points, 0
    frame: Frame = frame_of(points, degrees=True)
    line = shapely.transform(outline, frame.to_metres)
    ways = shapely.shortest_line(shapely.points(frame.to_metres(points[out])), line)
    moved = points.copy()
    moved[out] = frame.to_file(shapely.get_coordinates(ways)[1::2])
    return moved, int((shapely.length(ways) > OUTSIDE_M).sum())


def _lines_between(village_code: str) -> list[dict[str, Any]]:
    """The barriers and bridges of the village as features."""
    barriers = Barrier.objects.filter(village=village_code).order_by("id")
    bridges = Bridge.objects.filter(village=village_code).order_by("id")
    return [
        *(_feature("barrier", _coordinates(_shape(b.line)), type=b.kind) for b in barriers),
        *(_feature("bridge", _coordinates(_shape(b.point))) for b in bridges),
    ]


def _shape(geometry: GEOSGeometry) -> Any:
    return shapely.from_wkb(bytes(geometry.wkb))


def _coordinates(shape: BaseGeometry) -> dict[str, Any]:
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(shape))
    return geometry


def _feature(kind: str, geometry: dict[str, Any], **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"kind": kind, **properties}, "geometry": geometry}
