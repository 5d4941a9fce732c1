from decimal import ROUND_HALF_UP, Decimal

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import default_rng

from tests.insight.demo.small_demo import SmallDemo
from wangge.insight.demo.geography.grids import grid_count, grid_of_group, provisional_grids
from wangge.insight.demo.geography.outlines import CountyOutlines
from wangge.insight.demo.geography.settlements import settle
from wangge.insight.demo.geography.small_county import (
    HOUSEHOLDS_OF_A_VILLAGE,
    MAIN_VILLAGE,
    TOWNSHIPS,
    VILLAGES,
)
from wangge.lib.area_code import next_grid_code


@given(st.integers(0, 5000), st.integers(0, 20000))
def test_the_count_is_the_larger_rounding(households: int, persons: int) -> None:
    by_households = (Decimal(households) / 200).to_integral_value(ROUND_HALF_UP)
    by_persons = (Decimal(persons) / 500).to_integral_value(ROUND_HALF_UP)
    assert grid_count(households, persons) == max(1, by_households, by_persons)


@given(seed=st.integers(0, 2**32 - 1), place=st.integers(0, 369), households=st.integers(11, 900))
@settings(max_examples=40, deadline=None)
def test_grids_tile_the_village_and_share_out_its_households(
    county: CountyOutlines, seed: int, place: int, households: int
) -> None:
    village, outline = list(county.villages.items())[place]
    rng = default_rng(seed)
    homes = settle(outline, rng=rng, households=households).households
    grids = provisional_grids(village, outline, homes, rng=rng)
    outlines = [grid.outline for grid in grids]

    assert len(grids) == grid_count(households, sum(h.registered_persons for h in homes))
    assert shapely.coverage_is_valid(outlines)
    assert all(each.geom_type == "Polygon" and each.is_valid for each in outlines)
    tiled = shapely.coverage_union_all(outlines)
    assert tiled.symmetric_difference(outline).area < 1e-6 * outline.area
    assert sorted(home for grid in grids for home in grid.households) == list(range(households))
    for grid in grids:
        assert grid.synthetic
        near = grid.outline.buffer(1e-8)
        assert all(near.contains(homes[home].point) for home in grid.households)


def test_codes_count_up_within_the_village(small_demo: SmallDemo) -> None:
    for village, grids in small_demo.grids.items():
        codes = [grid.code for grid in grids]
        assert codes == [next_grid_code(village, codes[:number]) for number in range(len(codes))]


def test_a_village_without_households_is_one_grid(county: CountyOutlines) -> None:
    outline = county.villages[MAIN_VILLAGE]
    (grid,) = provisional_grids(MAIN_VILLAGE, outline, (), rng=default_rng(1))
    assert (grid.code, grid.outline) == (f"{MAIN_VILLAGE}001", outline)


def test_the_small_demo_has_about_900_households(small_demo: SmallDemo) -> None:
    assert sum(len(s.households) for s in small_demo.settlements.values()) == 900
    assert len(VILLAGES) * HOUSEHOLDS_OF_A_VILLAGE == 900
    assert {village[:9] for village in VILLAGES} == set(TOWNSHIPS)


@pytest.mark.parametrize("village", VILLAGES)
def test_a_group_lies_where_most_of_it_lives(small_demo: SmallDemo, village: str) -> None:
    homes, grids = small_demo.settlements[village].households, small_demo.grids[village]
    for group in range(1, 12):
        code = grid_of_group(grids, homes, group)
        (grid,) = [grid for grid in grids if grid.code == code]
        inside = sum(homes[home].group_number == group for home in grid.households)
        assert 2 * inside >= sum(home.group_number == group for home in homes)
