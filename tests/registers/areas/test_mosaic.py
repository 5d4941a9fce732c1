"""Neighbours never share a tint, and lines that are thinned together still fit together."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon, box

from wangge.registers.areas.rules.mosaic import (
    PIXEL_AT_ZOOM_11,
    TINTS,
    from_afar,
    neighbours,
    tinted,
)

seeds = st.integers(0, 10_000)


def mosaic(seed: int, count: int = 40) -> list[MultiPolygon]:
    """Pieces that tile a square of 8 km, as villages tile a township."""
    points = shapely.MultiPoint(np.random.default_rng(seed).uniform(0, 8000, (count, 2)))
    frame = box(0, 0, 8000, 8000)
    cells = shapely.voronoi_polygons(points, extend_to=frame).geoms
    pieces = shapely.segmentize([cell.intersection(frame) for cell in cells], 60)
    exact = shapely.transform(pieces, lambda corners: np.round(corners, 3))  # shared ones are equal
    return [MultiPolygon([piece]) for piece in exact]


def differ(adjacent: dict[int, frozenset[int]], tints: dict[int, int]) -> bool:
    return all(tints[one] != tints[other] for one, others in adjacent.items() for other in others)


@given(seed=seeds)
def test_neighbours_differ(seed: int) -> None:
    adjacent = neighbours(mosaic(seed))
    tints = tinted(adjacent, dict.fromkeys(adjacent))
    assert differ(adjacent, tints)
    assert set(tints.values()) <= set(range(TINTS))


@given(
    seed=seeds, present=st.lists(st.integers(0, TINTS - 1) | st.none(), min_size=40, max_size=40)
)
def test_whatever_they_had_before(seed: int, present: list[int | None]) -> None:
    adjacent = neighbours(mosaic(seed))
    assert differ(adjacent, tinted(adjacent, {area: present[area] for area in adjacent}))


@given(seed=seeds)
def test_who_is_tinted_well_keeps_the_tint(seed: int) -> None:
    adjacent = neighbours(mosaic(seed))
    tints = tinted(adjacent, dict.fromkeys(adjacent))
    assert tinted(adjacent, tints) == tints
    fresh = {**tints, 7: None}
    again = tinted(adjacent, fresh)
    assert {area: again[area] for area in adjacent if area != 7} == {
        area: tint for area, tint in tints.items() if area != 7
    }


def test_a_corner_makes_no_neighbours() -> None:
    squares = [MultiPolygon([box(x, y, x + 1, y + 1)]) for x in (0, 1) for y in (0, 1)]
    assert neighbours(squares)[0] == {1, 2}


@given(seed=seeds)
def test_from_afar_the_pieces_still_tile(seed: int) -> None:
    pieces = mosaic(seed)
    low = from_afar(pieces)
    assert shapely.coverage_is_valid([piece.geoms[0] for piece in low])
    assert abs(sum(piece.area for piece in low) - 8000**2) < 4 * PIXEL_AT_ZOOM_11**2  # the corners
    corners = sum(map(shapely.get_num_coordinates, low))
    assert corners < sum(map(shapely.get_num_coordinates, pieces)) / 2


def test_what_would_vanish_stays() -> None:
    tiny = MultiPolygon([Polygon([(0, 0), (1, 0), (0, 1)])])
    crossing = MultiPolygon([Polygon([(0, 0), (9, 9), (9, 0), (0, 9)])])
    low = from_afar([tiny, crossing])
    assert low[0].area > 0
    assert len(low) == 2
