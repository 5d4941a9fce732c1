import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import default_rng
from shapely.geometry import Polygon

from wangge.insight.demo.rules.geography.apportion import apportion, nearest_share, spread
from wangge.insight.demo.rules.geography.borders import soften
from wangge.insight.demo.rules.geography.mosaic import heal, joined, lay_mosaic

# A field with a bay, so that cells are cut in two.
FIELD = Polygon([(0, 0), (900, 0), (900, 700), (500, 700), (480, 150), (420, 700), (0, 700)])

seeds = st.integers(0, 2**32 - 1)


def field_mosaic(seed: int, tiles: int = 120):
    points = default_rng(seed).uniform((0, 0), (900, 700), size=(tiles, 2))
    return lay_mosaic(FIELD, points[shapely.contains_xy(FIELD, points[:, 0], points[:, 1])])


@given(seeds)
@settings(max_examples=25, deadline=None)
def test_tiles_cover_the_field_without_gap_or_overlap(seed: int) -> None:
    mosaic = field_mosaic(seed)
    assert shapely.coverage_is_valid(list(mosaic.tiles))
    assert abs(mosaic.areas.sum() - FIELD.area) < 1e-6 * FIELD.area
    for tile, neighbours in enumerate(mosaic.borders):
        for other, length in neighbours.items():
            assert mosaic.borders[other][tile] == length > 0


@given(seeds, st.integers(2, 9))
@settings(max_examples=25, deadline=None)
def test_healing_leaves_every_region_in_one_piece(seed: int, regions: int) -> None:
    mosaic = field_mosaic(seed)
    labels = default_rng(seed).integers(regions, size=len(mosaic.tiles))
    healed = heal(mosaic, labels)
    assert set(healed) == set(labels)
    for region in set(healed.tolist()):
        joined([mosaic.tiles[tile] for tile in np.flatnonzero(healed == region)])


@given(seeds, st.integers(2, 8))
@settings(max_examples=15, deadline=None)
def test_regions_are_whole_and_about_as_large_as_wanted(seed: int, regions: int) -> None:
    rng = default_rng(seed)
    mosaic = field_mosaic(seed, tiles=300)
    shares = rng.uniform(1, 3, size=regions)
    sites = mosaic.centres[spread(mosaic.centres, regions, rng)]
    labels = apportion(mosaic, sites, shares, pull=0.3, rng=rng)
    outlines = {
        str(region): joined([mosaic.tiles[tile] for tile in np.flatnonzero(labels == region)])
        for region in range(regions)
    }
    got = np.array([outline.area for outline in outlines.values()]) / FIELD.area
    assert np.abs(got - shares / shares.sum()).mean() < 0.5 / regions
    softened = list(soften(outlines).values())
    assert shapely.coverage_is_valid(softened)
    assert abs(sum(outline.area for outline in softened) - FIELD.area) < 1e-6 * FIELD.area


def test_the_nearest_share_is_near_and_of_that_size() -> None:
    mosaic = field_mosaic(3, tiles=400)
    near = nearest_share(mosaic, np.array([100.0, 350.0]), 0.2)
    assert 0.15 < mosaic.areas[near].sum() / FIELD.area <= 0.2
    assert mosaic.centres[near][:, 0].max() < 450
