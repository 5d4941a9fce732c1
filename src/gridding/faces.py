"""Faces: what the village line and the barriers leave of the village."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon

from gridding.problem import Problem
from gridding.projection import GRAIN, Floats

Ints = npt.NDArray[np.int64]
Shapes = npt.NDArray[np.object_]

LENGTHENED_M = 1.0
"""Each barrier is lengthened by this at both ends, so that near misses still cut."""

SAME_POINT_M = 0.1
"""Households closer than this share a point and are fanned out before cells are made."""

FAN_RADII_M = (0.5, 0.25, 0.1, 0.03)
"""Radius of the fan; the smaller ones serve only where a line or a narrow face leaves no room."""


@dataclass(frozen=True)
class Faces:
    """The faces of a village, the part (exclave) each belongs to, and every household's site.

    A *site* is the point from which a household's cell is made; ``face_of`` is the face it lies in.
    """

    polygons: tuple[Polygon, ...]
    part_of: Ints
    sites: Floats
    face_of: Ints


def faces_of(problem: Problem) -> Faces:
    """Node and polygonise the village line with the lengthened barriers, and place the sites."""
    polygons, part_of = _polygonised(problem.village, problem.barriers)
    if not problem.households:
        return Faces(polygons, part_of, np.empty((0, 2)), np.empty(0, dtype=np.int64))
    points = _pulled_in(problem.points, problem.village)
    face_of = _located(points, polygons)
    return Faces(polygons, part_of, _fanned(points, face_of, polygons), face_of)


def _polygonised(
    village: Polygon | MultiPolygon, barriers: tuple[LineString, ...]
) -> tuple[tuple[Polygon, ...], Ints]:
    parts = shapely.get_parts(village)
    lines = [village.boundary, *(lengthened(barrier) for barrier in barriers)]
    noded = shapely.union_all(lines, grid_size=GRAIN)
    faces = shapely.get_parts(shapely.polygonize([noded]))
    inner = shapely.point_on_surface(faces)
    order = np.lexsort((shapely.get_x(inner), shapely.get_y(inner)))
    faces, inner = faces[order], inner[order]
    part_of = np.full(len(faces), -1, dtype=np.int64)
    for index, part in enumerate(parts):
        shapely.prepare(part)
        part_of[shapely.contains(part, inner)] = index
    kept = part_of >= 0
    return tuple(faces[kept]), part_of[kept]


def shapes_at(points: Floats) -> Shapes:
    """A point shape for each row of coordinates."""
    return np.asarray(shapely.points(points), dtype=np.object_)


def lengthened(barrier: LineString) -> LineString:
    """The barrier with both ends drawn out by :data:`LENGTHENED_M`; a closed ring stays as it is."""
    points = shapely.get_coordinates(shapely.remove_repeated_points(barrier))
    if (points[0] == points[-1]).all():
        return barrier
    first = points[0] + _unit(points[0] - points[1]) * LENGTHENED_M
    last = points[-1] + _unit(points[-1] - points[-2]) * LENGTHENED_M
    return LineString(np.vstack([first, points[1:-1], last]))


def _unit(vector: Floats) -> Floats:
    unit: Floats = vector / np.hypot(vector[0], vector[1])
    return unit


def _pulled_in(points: Floats, village: Polygon | MultiPolygon) -> Floats:
    """Points outside the village line (by a metre at most) on its nearest point."""
    placed = points.copy()
    shapes = shapes_at(points)
    shapely.prepare(village)
    for index in np.flatnonzero(~shapely.intersects(village, shapes)):
        joint = shapely.shortest_line(shapes[index], village)
        placed[index] = shapely.get_coordinates(joint)[1]
    return placed


def _located(points: Floats, polygons: tuple[Polygon, ...]) -> Ints:
    """The face of each point; on a line, the first that touches it; else the nearest."""
    tree = shapely.STRtree(polygons)
    shapes = shapes_at(points)
    face_of = np.full(len(points), len(polygons), dtype=np.int64)
    asked, found = tree.query(shapes, predicate="intersects")
    np.minimum.at(face_of, asked, found)
    lost = np.flatnonzero(face_of == len(polygons))
    if lost.size:
        asked, found = tree.query_nearest(shapes[lost])
        np.minimum.at(face_of, lost[asked], found)
    return face_of


def _fanned(points: Floats, face_of: Ints, polygons: tuple[Polygon, ...]) -> Floats:
    """Sites: households that share a point are set evenly on a small circle around it."""
    tree = shapely.STRtree(shapes_at(points))
    pairs = tree.query(shapes_at(points), predicate="dwithin", distance=SAME_POINT_M)
    close = pairs[:, pairs[0] < pairs[1]]
    sites = points.copy()
    for stack in _stacks(close):
        # One stack is one place: all of it lies in the face of its first household.
        face_of[stack] = face_of[stack[0]]
        sites[stack] = _circle(points[stack].mean(axis=0), len(stack), polygons[face_of[stack[0]]])
    return sites


def _stacks(close: npt.NDArray[np.int64]) -> list[Ints]:
    """Groups of households joined by closeness, each sorted."""
    leader: dict[int, int] = {}

    def find(node: int) -> int:
        while leader.setdefault(node, node) != node:
            leader[node] = node = leader[leader[node]]
        return node

    for one, other in close.T.tolist():
        a, b = find(one), find(other)
        leader[max(a, b)] = min(a, b)
    members: dict[int, list[int]] = {}
    for node in sorted(leader):
        members.setdefault(find(node), []).append(node)
    return [np.array(stack, dtype=np.int64) for stack in members.values()]


def _circle(centre: Floats, count: int, face: Polygon) -> Floats:
    """``count`` points on a circle around ``centre``, moved or shrunk until it lies in the face."""
    turns = 2 * np.pi * np.arange(count) / count
    around = np.column_stack([np.cos(turns), np.sin(turns)])
    for radius in FAN_RADII_M:
        room = face.buffer(-1.02 * radius)
        if room.is_empty:
            continue
        joint = shapely.shortest_line(Point(centre), room)
        if joint.length <= 2 * FAN_RADII_M[0]:
            centre = shapely.get_coordinates(joint)[1]
            break
    fan: Floats = centre + radius * around
    return fan
