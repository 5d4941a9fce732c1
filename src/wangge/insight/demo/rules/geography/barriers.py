"""What parts an invented village: a river with a bridge, and a ridge with open ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.random import Generator
from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.ops import split

from wangge.insight.demo.rules.geography.plane import (
    Points,
    points_to_metres,
    to_degrees,
    to_metres,
)

_COURSES: Final = 300
"""Courses that are tried; of rivers the one farthest from every house is kept."""

_BEYOND_M: Final = 20.0
"""How far a river runs on beyond the village line."""

_CLEAR_M: Final = 30.0
"""A ridge keeps this far from houses and river."""

_MIDDLE: Final = (0.3, 0.7)
"""A river leaves at least this share of the households on either side."""


@dataclass(frozen=True, slots=True)
class Barriers:
    """Lines and points in lon/lat; every river has a bridge."""

    rivers: tuple[LineString, ...] = ()
    ridges: tuple[LineString, ...] = ()
    bridges: tuple[Point, ...] = ()
    synthetic: bool = True


def between_hamlets(outline: Polygon, homes: Points, *, rng: Generator) -> Barriers:
    """A river with one bridge, and a ridge, where no house stands; all given in lon/lat."""
    ground, houses = to_metres(outline), points_to_metres(homes)
    river = _farthest(_rivers(ground, houses, rng), MultiPoint(houses))
    bends = shapely.get_coordinates(shapely.segmentize(river, 20.0))
    taken = MultiPoint(np.vstack([houses, bends]))
    ridges = [line for line in _ridges(ground, rng) if line.distance(taken) > _CLEAR_M]
    middle = Point(houses.mean(axis=0))
    ridge = min(ridges, key=middle.distance)
    bridge = shapely.line_interpolate_point(river, river.project(middle))
    return Barriers((to_degrees(river),), (to_degrees(ridge),), (to_degrees(bridge),))


def _farthest(courses: list[LineString], things: MultiPoint) -> LineString:
    return max(courses, key=lambda course: float(shapely.distance(course, things)))


def _rivers(ground: Polygon, houses: Points, rng: Generator) -> list[LineString]:
    """Winding courses right through the village, with people on both banks."""
    size = float(np.sqrt(ground.area))
    along: Points = np.linspace(-2, 2, 60) * size
    room = ground.buffer(_BEYOND_M)
    courses: list[LineString] = []
    for _ in range(_COURSES):
        aside = np.full(len(along), rng.normal(0, 0.12) * size)
        for wave in (1, 2, 3):
            height = rng.normal(0, 0.10 / wave) * size
            aside += height * np.sin(wave * along / size + rng.uniform(0, 2 * np.pi))
        course = _turned(along, aside, rng.uniform(0, np.pi), houses.mean(axis=0))
        longest = max(shapely.get_parts(course.intersection(room)), key=lambda part: part.length)
        if longest.length > size and _parts_people(longest, ground, houses):
            courses.append(longest)
    return courses


def _parts_people(river: LineString, ground: Polygon, houses: Points) -> bool:
    """Whether it leaves two banks with enough households on either."""
    banks = split(ground, river).geoms
    if len(banks) != 2:
        return False
    share = float(shapely.contains_xy(banks[0], houses[:, 0], houses[:, 1]).mean())
    return _MIDDLE[0] <= share <= _MIDDLE[1]


def _ridges(ground: Polygon, rng: Generator) -> list[LineString]:
    """Gently bent lines inside the village, a third of its width long."""
    west, south, east, north = ground.bounds
    size = float(np.sqrt(ground.area))
    along: Points = np.linspace(-0.17, 0.17, 12) * size
    courses: list[LineString] = []
    while len(courses) < _COURSES:
        bend = rng.normal(0, 0.8) * along**2 / size
        start = rng.uniform((west, south), (east, north))
        course = _turned(along, bend, rng.uniform(0, np.pi), start)
        if ground.contains(course):
            courses.append(course)
    return courses


def _turned(along: Points, aside: Points, turn: float, origin: Points) -> LineString:
    """A line given along and aside of its axis, turned and moved to its place."""
    x = along * np.cos(turn) - aside * np.sin(turn)
    y = along * np.sin(turn) + aside * np.cos(turn)
    return LineString(np.column_stack([x, y]) + origin)
