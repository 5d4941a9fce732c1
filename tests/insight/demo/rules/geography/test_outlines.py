import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon

from wangge.insight.demo.operations.establishing import SEED
from wangge.insight.demo.rules.geography.divisions import townships, villages
from wangge.insight.demo.rules.geography.outlines import (
    SEAT,
    CountyOutlines,
    draw_county,
    published_outline,
)
from wangge.insight.demo.rules.geography.plane import to_metres

NEGLIGIBLE = 1e-6


def test_every_division_has_an_outline(county: CountyOutlines) -> None:
    assert list(county.townships) == [township.code for township in townships()]
    assert list(county.villages) == [village.code for village in villages()]
    assert county.synthetic


@pytest.mark.parametrize("level", ["townships", "villages"])
def test_outlines_tile_the_county(county: CountyOutlines, level: str) -> None:
    outlines = list(getattr(county, level).values())
    published = published_outline()
    assert shapely.coverage_is_valid(outlines)
    assert all(isinstance(outline, Polygon) and outline.is_valid for outline in outlines)
    assert not any(outline.interiors for outline in outlines)
    assert sum(outline.area for outline in outlines) == pytest.approx(
        published.area, rel=NEGLIGIBLE
    )


def test_the_outer_line_is_the_published_one(county: CountyOutlines) -> None:
    published = published_outline()
    off = county.county.symmetric_difference(published).area
    assert off < NEGLIGIBLE * published.area


def test_a_township_is_exactly_its_villages(county: CountyOutlines) -> None:
    for code, township in county.townships.items():
        own = [outline for village, outline in county.villages.items() if village[:9] == code]
        assert shapely.coverage_union_all(own).equals(township)


def test_streets_are_small_and_lie_round_the_seat(county: CountyOutlines) -> None:
    streets = [county.townships[t.code] for t in townships() if t.in_street]
    country = [county.townships[t.code] for t in townships() if not t.in_street]
    assert any(street.contains(SEAT) for street in streets)
    assert shapely.coverage_union_all(streets).geom_type == "Polygon"
    assert np.mean([s.area for s in streets]) < np.mean([c.area for c in country]) / 3


def test_a_township_is_as_large_as_its_villages_are_many(county: CountyOutlines) -> None:
    country = [t.code for t in townships() if not t.in_street and len(villages(t.code)) > 1]
    each = [to_metres(county.townships[c]).area / len(villages(c)) / 1e6 for c in country]
    assert min(each) > 5
    assert max(each) < 12  # km² a village


def test_the_seed_decides(county: CountyOutlines) -> None:
    assert draw_county(SEED) == county
    assert draw_county(seed=2) != county
