"""Provisional grids of a village, until the division engine divides it properly.

Each household goes to the nearest of k centres; terrain, hamlets and roads are not looked at.
The demo needs grids from its first hour; `gridding` replaces them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.random import Generator
from numpy.typing import NDArray
from shapely.geometry import Polygon

from wangge.insight.demo.geography.apportion import spread
from wangge.insight.demo.geography.mosaic import heal, joined, lay_mosaic
from wangge.insight.demo.geography.plane import Chart, Points
from wangge.insight.demo.geography.settlements import HouseholdSite

HOUSEHOLDS_OF_A_GRID: Final = 200
PERSONS_OF_A_GRID: Final = 500

_ROUNDS: Final = 25


@dataclass(frozen=True, slots=True)
class ProvisionalGrid:
    """A grid with its outline in lon/lat and the positions of its households in the list given."""

    code: str
    outline: Polygon
    households: tuple[int, ...]
    synthetic: bool = True


def grid_count(households: int, persons: int) -> int:
    """How many grids a village gets: about 200 households or 500 registered persons each.

    The larger of the two roundings (half up), at least one.
    """
    return max(
        1,
        (2 * households + HOUSEHOLDS_OF_A_GRID) // (2 * HOUSEHOLDS_OF_A_GRID),
        (2 * persons + PERSONS_OF_A_GRID) // (2 * PERSONS_OF_A_GRID),
    )


def provisional_grids(
    village: str, outline: Polygon, households: Sequence[HouseholdSite], *, rng: Generator
) -> tuple[ProvisionalGrid, ...]:
    """The grids that tile the village outline (lon/lat), numbered from north to south."""
    count = grid_count(len(households), sum(home.registered_persons for home in households))
    if count == 1:
        return (ProvisionalGrid(f"{village}001", outline, tuple(range(len(households)))),)
    chart = Chart(outline.centroid.y)
    homes = shapely.get_coordinates(
        chart.to_metres(shapely.multipoints([home.point for home in households]))
    )
    persons = np.array([home.registered_persons for home in households], dtype=np.float64)
    outlines = _tiles_of(chart.to_metres(outline), _centres(homes, persons, count, rng))
    grid_of = _containing(outlines, homes)
    return tuple(
        ProvisionalGrid(
            code=f"{village}{number + 1:03d}",
            outline=chart.to_degrees(grid),
            households=tuple(np.flatnonzero(grid_of == number).tolist()),
        )
        for number, grid in enumerate(outlines)
    )


def grid_of_group(
    grids: Sequence[ProvisionalGrid], households: Sequence[HouseholdSite], group: int
) -> str:
    """The code of the grid in which most households of the group live."""
    return max(
        grids,
        key=lambda grid: sum(households[home].group_number == group for home in grid.households),
    ).code


def _centres(homes: Points, persons: NDArray[np.float64], count: int, rng: Generator) -> Points:
    """Middles of `count` clusters of homes, each home counted by its persons (k-means)."""
    centres = homes[spread(homes, count, rng)]
    for _ in range(_ROUNDS):
        nearest = _nearest(homes, centres)
        weight = np.bincount(nearest, persons, count)
        sums = [np.bincount(nearest, persons * homes[:, axis], count) for axis in (0, 1)]
        held = weight > 0
        centres[held] = np.column_stack(sums)[held] / weight[held, None]
    return centres[np.lexsort((centres[:, 0], -centres[:, 1]))]


def _nearest(points: Points, centres: Points) -> NDArray[np.intp]:
    nearest: NDArray[np.intp] = np.argmin(
        ((points[:, None] - centres[None]) ** 2).sum(axis=2), axis=1
    )
    return nearest


def _tiles_of(ground: Polygon, centres: Points) -> list[Polygon]:
    """The ground nearest to each centre, each in one piece."""
    mosaic = lay_mosaic(ground, centres)
    inside = shapely.get_coordinates(shapely.point_on_surface(list(mosaic.tiles)))
    labels = heal(mosaic, _nearest(inside, centres))
    return [
        joined([mosaic.tiles[tile] for tile in np.flatnonzero(labels == n)])
        for n in range(len(centres))
    ]


def _containing(outlines: list[Polygon], homes: Points) -> NDArray[np.intp]:
    """The number of the outline in which each home lies."""
    tree = shapely.STRtree(outlines)
    return np.asarray(tree.nearest(shapely.points(homes)), dtype=np.intp)
