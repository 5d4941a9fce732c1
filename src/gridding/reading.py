"""From a GeoJSON document to a :class:`Problem`, or to the refusal that names what is wrong."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon

from gridding import features, wishes
from gridding.features import Feature
from gridding.message import BadInput
from gridding.outline import rings_of, village_of
from gridding.problem import Household, Problem
from gridding.projection import GRAIN, Floats, Frame, frame_of

ON_THE_LINE_M = 1.0
"""A household up to this far outside the village line counts as on it."""

REPAIR_REACH_M = 20.0
"""With leave to repair, a household up to this far outside is moved onto the line."""


def problem_from(
    document: Mapping[str, Any],
    *,
    flags: Mapping[str, Any] | None = None,
    repair: bool = False,
) -> Problem:
    """The problem in a FeatureCollection (see ``docs/gridding.md`` for the format).

    ``flags`` are settings that win over the file's. Raises :class:`BadInput` with one sentence
    naming the feature and its fault. ``repair`` may close rings, mend validity and move
    households onto the line; it never invents persons or ids.
    """
    settings = wishes.settings_of(document, flags or {})
    sorted_out = _by_kind(document)
    village_feature = _only_village(sorted_out["village"])
    rings, closed = rings_of(village_feature, exclaves=settings.exclaves, repair=repair)
    shell_points = np.array([pair for part in rings for ring in part for pair in ring])
    degrees = wishes.degrees(document)
    if degrees:
        _check_degrees(village_feature, shell_points)
    frame = frame_of(shell_points, degrees=degrees)
    village, mended = village_of(
        village_feature, rings, frame, exclaves=settings.exclaves, repair=repair
    )
    households = _households(sorted_out["household"], frame)
    households, moved = _onto_the_line(
        households, village, reach=REPAIR_REACH_M if repair else ON_THE_LINE_M
    )
    if settings.k is not None and settings.k > max(1, len(households)):
        raise BadInput("input.k_too_large", k=settings.k, households=len(households))
    return Problem(
        village=village,
        households=households,
        barriers=tuple(
            part for feature in sorted_out["barrier"] for part in _barrier(feature, frame)
        ),
        bridges=tuple(_bridge(feature, frame) for feature in sorted_out["bridge"]),
        settings=settings,
        frame=frame,
        repaired=((village_feature.name,) if closed or mended else ()) + moved,
        notes=wishes.unknown_wishes(document),
    )


def _by_kind(document: Mapping[str, Any]) -> dict[str, list[Feature]]:
    sorted_out: dict[str, list[Feature]] = {kind: [] for kind in features.KINDS}
    for feature in features.features_of(document):
        sorted_out[feature.kind].append(feature)
    return sorted_out


def _only_village(found: list[Feature]) -> Feature:
    if len(found) != 1:
        raise BadInput("input.villages", count=len(found))
    return found[0]


def _check_degrees(feature: Feature, points: Floats) -> None:
    if (np.abs(points) > (180, 90)).any():
        raise BadInput("input.not_degrees", feature=feature.name)


def _households(found: list[Feature], frame: Frame) -> tuple[Household, ...]:
    seen: set[str] = set()
    points: list[features.Position] = []
    read: list[Household] = []
    for feature in found:
        identity = features.household_id(feature)
        if identity in seen:
            raise BadInput("input.duplicate_id", feature=feature.name)
        seen.add(identity)
        points.append(features.position(feature, features.coordinates(feature, "Point")))
        read.append(
            Household(identity, 0.0, 0.0, features.persons(feature), features.hamlet(feature))
        )
    if not read:
        return ()
    metres = frame.to_metres(np.array(points))
    placed = (
        replace(household, x=float(x), y=float(y))
        for household, (x, y) in zip(read, metres, strict=True)
    )
    return tuple(sorted(placed, key=lambda household: household.id))


def _onto_the_line(
    households: tuple[Household, ...], village: Polygon | MultiPolygon, reach: float
) -> tuple[tuple[Household, ...], tuple[str, ...]]:
    """Refuse households farther than ``reach`` outside; move those beyond a metre onto the line.

    Within a metre the given point stays: only its cell is made from the nearest point of the line.
    """
    if not households:
        return households, ()
    points = shapely.points([(h.x, h.y) for h in households])
    shapely.prepare(village)
    outside = shapely.distance(points, village)
    worst = int(np.argmax(outside))
    # The grain of coordinates must not turn "exactly one metre" into a refusal.
    if not outside[worst] <= reach + 2 * GRAIN:
        first = int(np.argmax(~(outside <= reach + 2 * GRAIN)))
        raise BadInput(
            "input.outside",
            feature=f"household {households[first].id}",
            distance=round(float(outside[first]), 1),
        )
    moved: list[str] = []
    placed = list(households)
    for index in np.flatnonzero(outside > ON_THE_LINE_M + 2 * GRAIN):
        nearest = shapely.get_coordinates(shapely.shortest_line(points[index], village))[1]
        placed[index] = replace(placed[index], x=float(nearest[0]), y=float(nearest[1]))
        moved.append(placed[index].id)
    return tuple(placed), tuple(moved)


def _barrier(feature: Feature, frame: Frame) -> list[LineString]:
    raw = features.coordinates(feature, "LineString", "MultiLineString")
    lines = raw if feature.geometry["type"] == "MultiLineString" else [raw]
    if not isinstance(lines, list):
        raise BadInput("input.too_short", feature=feature.name, least=2)
    read = []
    for one in lines:
        shape = LineString(frame.to_metres(np.array(features.line(feature, one, 2))))
        if shape.length <= 0:
            raise BadInput("input.no_length", feature=feature.name)
        read.append(shape)
    return read


def _bridge(feature: Feature, frame: Frame) -> Point:
    pair = features.position(feature, features.coordinates(feature, "Point"))
    return Point(frame.to_metres(np.array([pair]))[0])
