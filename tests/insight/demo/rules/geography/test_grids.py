"""The demo's grids are the engine's, tile their villages and keep villager groups together."""

import pytest
import shapely

from tests.insight.demo.small_demo import SmallDemo
from wangge.insight.demo.operations.establishing import SEED
from wangge.insight.demo.rules.geography.grids import kept
from wangge.insight.demo.rules.geography.outlines import CountyOutlines
from wangge.insight.demo.rules.geography.plane import to_metres
from wangge.insight.demo.rules.geography.small_county import (
    LARGE_VILLAGE,
    SMALL_VILLAGE,
    TOWNSHIPS,
    VILLAGES,
)
from wangge.insight.demo.rules.geography.villages import divide_again
from wangge.lib.area_code import next_grid_code

LARGE = next(code for code, size in VILLAGES.items() if size is LARGE_VILLAGE)


def test_the_grids_are_what_the_engine_finds(county: CountyOutlines) -> None:
    """If how villages are drawn has changed, `wangge demo redivide` writes the file again."""
    assert divide_again(county, SEED) == kept()


@pytest.mark.parametrize("village", VILLAGES)
def test_grids_tile_the_village_and_share_out_its_households(
    county: CountyOutlines, small_demo: SmallDemo, village: str
) -> None:
    found, outline = small_demo.villages[village], county.villages[village]
    outlines = [grid.outline for grid in found.grids]
    homes = found.settlement.households
    assert shapely.coverage_is_valid(outlines)
    assert all(each.geom_type == "Polygon" and each.is_valid for each in outlines)
    tiled = shapely.coverage_union_all(outlines)
    assert tiled.symmetric_difference(outline).area < 1e-6 * outline.area
    shared_out = sorted(home for grid in found.grids for home in grid.households)
    assert shared_out == list(range(len(homes)))
    for grid in found.grids:
        assert grid.synthetic
        near = grid.outline.buffer(1e-8)
        assert all(near.contains(homes[home].point) for home in grid.households)


def test_codes_count_up_within_the_village(small_demo: SmallDemo) -> None:
    for code, village in small_demo.villages.items():
        codes = [grid.code for grid in village.grids]
        assert codes == [next_grid_code(code, codes[:number]) for number in range(len(codes))]


def test_three_villages_are_small_and_one_is_worth_dividing(small_demo: SmallDemo) -> None:
    sizes = {c: len(v.settlement.households) for c, v in small_demo.villages.items()}
    assert sorted(sizes.values()) == [SMALL_VILLAGE.households] * 3 + [LARGE_VILLAGE.households]
    assert {village[:9] for village in VILLAGES} == set(TOWNSHIPS)


def test_the_large_village_has_a_bridged_river_and_a_ridge_away_from_its_houses(
    small_demo: SmallDemo,
) -> None:
    village = small_demo.villages[LARGE]
    barriers = village.barriers
    houses = to_metres(shapely.MultiPoint([h.point for h in village.settlement.households]))
    assert barriers.synthetic
    for line in (*barriers.rivers, *barriers.ridges):
        assert shapely.distance(to_metres(line), houses) > 5
    (river,), (bridge,) = barriers.rivers, barriers.bridges
    assert shapely.distance(to_metres(river), to_metres(bridge)) < 0.01


@pytest.mark.parametrize("village", VILLAGES)
def test_a_group_lies_where_most_of_it_lives(small_demo: SmallDemo, village: str) -> None:
    found = small_demo.villages[village]
    homes = found.settlement.households
    for group in found.settlement.groups:
        code = found.grid_of_group(group.number)
        (grid,) = [grid for grid in found.grids if grid.code == code]
        inside = sum(homes[home].group_number == group.number for home in grid.households)
        assert 2 * inside >= sum(home.group_number == group.number for home in homes)
