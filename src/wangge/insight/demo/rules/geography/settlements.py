"""Invented hamlets and households of a village.

A village has about eleven villager groups (村民小组) since the mergers, a group about 37
households. Each group is a hamlet: a lane that leads toward the next hamlet, houses on both
sides. Nothing here stands for a real house.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.random import Generator
from numpy.typing import NDArray
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from wangge.insight.demo.rules.geography.apportion import spread
from wangge.insight.demo.rules.geography.plane import Points, points_to_degrees, to_metres

GROUPS: Final = 11
HOUSEHOLDS: Final = 11 * 37

# Registered persons of a household from one to seven; the mean is 3.88 (census of 2010).
_REGISTERED: Final = (0.08, 0.16, 0.18, 0.20, 0.21, 0.10, 0.07)
# Of 3.88 registered persons about 2.8 live at home.
_AT_HOME: Final = 2.8 / 3.88

_PLACES_PER_HAMLET: Final = 40  # points thrown into the village, of which one is chosen
_HOUSE_STEP: Final = 9.0  # metres along the lane from house to house
_LANE_OFFSET: Final = (9.0, 28.0)  # metres from the lane to the house
_NEAREST_TO_BORDER: Final = 0.12  # of the village's width


@dataclass(frozen=True, slots=True)
class Group:
    """A villager group with the middle of its hamlet in lon/lat."""

    number: int
    centre: Point


@dataclass(frozen=True, slots=True)
class HouseholdSite:
    """Where a household lives (lon/lat), in which group, and how many belong to it."""

    point: Point
    group_number: int
    registered_persons: int
    usual_persons: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """The hamlets and households of one village, groups numbered from one."""

    groups: tuple[Group, ...]
    households: tuple[HouseholdSite, ...]
    synthetic: bool = True


def settle(
    outline: Polygon, *, rng: Generator, households: int = HOUSEHOLDS, groups: int = GROUPS
) -> Settlement:
    """Hamlets and `households` households inside a village outline given in lon/lat.

    ValueError if there are fewer households than groups.
    """
    if households < groups:
        raise ValueError("a group needs a household")
    ground = to_metres(outline)
    shapely.prepare(ground)
    centres = _hamlets(ground, groups, rng)
    sizes = _sizes(households, groups, rng)
    houses = [
        _houses(ground, centre, _toward_next(centres, number), size, rng)
        for number, (centre, size) in enumerate(zip(centres, sizes, strict=True))
    ]
    registered = rng.choice(np.arange(1, 8), size=households, p=_REGISTERED)
    at_home = rng.binomial(registered, _AT_HOME)
    points = _points(np.concatenate(houses))
    numbers = np.repeat(np.arange(1, groups + 1), sizes)
    return Settlement(
        groups=tuple(
            Group(number, point) for number, point in enumerate(_points(centres), start=1)
        ),
        households=tuple(
            HouseholdSite(point, int(number), int(members), int(present))
            for point, number, members, present in zip(
                points, numbers, registered, at_home, strict=True
            )
        ),
    )


def _points(metres: Points) -> list[Point]:
    return [Point(place) for place in points_to_degrees(metres)]


def _hamlets(ground: Polygon, groups: int, rng: Generator) -> Points:
    """Middles of hamlets, apart from one another and from the border, from north to south."""
    width = float(np.sqrt(ground.area))
    core = ground.buffer(-_NEAREST_TO_BORDER * width)
    places = _thrown_into(ground if core.is_empty else core, _PLACES_PER_HAMLET * groups, rng)
    chosen = places[spread(places, groups, rng)]
    for _ in range(3):
        nearest = np.argmin(((places[:, None] - chosen[None]) ** 2).sum(axis=2), axis=1)
        middles = np.array([places[nearest == n].mean(axis=0) for n in range(groups)])
        # A middle may fall out of a winding village; the place next to it does not.
        closest = np.argmin(((middles[:, None] - places[None]) ** 2).sum(axis=2), axis=1)
        chosen = places[closest]
    return chosen[np.argsort(-chosen[:, 1], kind="stable")]


def _thrown_into(ground: BaseGeometry, count: int, rng: Generator) -> Points:
    west, south, east, north = ground.bounds
    shapely.prepare(ground)
    found: list[Points] = []
    while sum(map(len, found)) < count:
        points = rng.uniform((west, south), (east, north), size=(2 * count, 2))
        found.append(points[shapely.contains_xy(ground, points[:, 0], points[:, 1])])
    return np.concatenate(found)[:count]


def _sizes(households: int, groups: int, rng: Generator) -> NDArray[np.int64]:
    """Households of each group: uneven, at least one each."""
    shares = rng.dirichlet(np.full(groups, 12.0))
    return 1 + rng.multinomial(households - groups, shares)


def _toward_next(centres: Points, number: int) -> float:
    """The heading, in radians, from one hamlet to the next nearest."""
    ways = np.delete(centres, number, axis=0) - centres[number]
    if not len(ways):
        return 0.0
    east, north = ways[np.argmin((ways**2).sum(axis=1))]
    return float(np.arctan2(north, east))


def _houses(ground: Polygon, centre: Points, heading: float, count: int, rng: Generator) -> Points:
    """Houses on both sides of a winding lane through the centre, all on the ground."""
    along = (np.arange(count) - (count - 1) / 2) * _HOUSE_STEP
    bend = np.cumsum(rng.normal(0, 0.12, size=count)) + heading
    steps = _HOUSE_STEP * np.column_stack([np.cos(bend), np.sin(bend)])
    lane = np.cumsum(steps, axis=0)
    lane += centre - lane[np.argmin(np.abs(along))]
    side = np.where(np.arange(count) % 2 == 0, 1.0, -1.0)
    away = side * rng.uniform(*_LANE_OFFSET, size=count)
    houses = lane + away[:, None] * np.column_stack([-np.sin(bend), np.cos(bend)])
    return _drawn_in(ground, centre, houses)


def _drawn_in(ground: Polygon, centre: Points, houses: Points) -> Points:
    """The houses; those beyond the border are moved toward the centre until they are inside."""
    inside = houses.copy()
    while (out := ~shapely.contains_xy(ground, inside[:, 0], inside[:, 1])).any():
        inside[out] = centre + 0.8 * (inside[out] - centre)
    return inside
