"""Outlines of villages: matched, looked at, mended with consent, succeeded by later ones."""

from __future__ import annotations

import pytest
import shapely
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from tests.factories.world import COUNTY, SIBLING_VILLAGE, START, VILLAGE
from tests.insight.geodata import files
from tests.insight.geodata.desk import (
    BOW,
    EAST,
    OUTSIDE,
    WEST,
    brought,
    confirmed,
    of,
    outlines_of,
    results,
    stored,
    villages,
    warnings_of,
)
from tests.registers.organisations.staff import CLOCK, done_by, recorded
from wangge.doors.door import door
from wangge.insight.geodata.models import GeodataFeature
from wangge.insight.geodata.rules.holdings import Holding
from wangge.registers.areas.models import Boundary
from wangge.registers.areas.operations import draw

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("demo", [True, False])
def test_nothing_is_written_before_it_is_confirmed(*, demo: bool) -> None:
    with override_settings(DEMO=demo):
        _brought_and_confirmed(demo=demo)


def _brought_and_confirmed(*, demo: bool) -> None:
    key = brought(Holding.OUTLINES, villages(WEST, EAST, codes=[VILLAGE, SIBLING_VILLAGE]))
    assert results(key) == {1: ("accepted", []), 2: ("accepted", [])}
    assert not Boundary.objects.exists()
    confirmed(key)
    assert of(key).stands == "done"
    assert results(key) == {1: ("written", []), 2: ("written", [])}
    (drawn,) = outlines_of(VILLAGE)
    assert drawn.outline.equals(stored(shapely.MultiPolygon([WEST])))
    assert (drawn.source, drawn.synthetic) == ("import.cgcs2000", demo)  # never a border
    events = recorded("area.outlined")[-2:]
    assert {event.area_code for event in events} == {VILLAGE, SIBLING_VILLAGE}
    assert {event.codes["source"] for event in events} == {"import.cgcs2000"}
    assert all(event.post_id for event in events)
    assert recorded("geodata.written")[-1].codes == {"count": 2, "features": 2}


def test_a_later_import_succeeds_what_is_there_and_says_what_changes(outlined: None) -> None:
    wider = shapely.box(111.495, 25.50, 111.51, 25.51)
    key = brought(Holding.OUTLINES, villages(wider, EAST, codes=[VILLAGE, SIBLING_VILLAGE]))
    lines = door(CLOCK, lambda: list(GeodataFeature.objects.order_by("number")))
    assert [line.change for line in lines] == ["changed", "same"]
    confirmed(key)
    former, present = outlines_of(VILLAGE)
    assert former.valid_to == present.valid_from
    assert present.valid_to is None
    assert len(outlines_of(SIBLING_VILLAGE)) == 1


def test_each_outline_that_cannot_come_in_says_why(outlined: None) -> None:
    spike = shapely.Polygon([(111.5, 25.5), (111.51, 25.51), (111.5, 25.5)])
    content = villages(
        None,
        shapely.Point(111.5, 25.5),
        WEST,
        WEST,
        WEST,
        shapely.box(11.5, 25.5, 11.6, 25.6),
        spike,
        BOW,
        WEST,
        codes=[VILLAGE, VILLAGE, "431124212299", OUTSIDE, "", VILLAGE, VILLAGE, VILLAGE, VILLAGE],
    )
    key = brought(Holding.OUTLINES, content)
    assert results(key) == {
        1: ("refused", ["why.empty"]),
        2: ("refused", ["why.wrong_type"]),
        3: ("refused", ["why.no_village"]),
        4: ("refused", ["why.outside_area"]),
        5: ("refused", ["why.no_village_said"]),
        6: ("refused", ["why.outside_china"]),
        7: ("refused", ["invalid.few", "why.not_mendable"]),
        8: ("mendable", ["invalid.crossing", "mending"]),
        9: ("refused", ["why.twice"]),
    }


def test_a_shape_is_mended_with_consent_only() -> None:
    key = brought(Holding.OUTLINES, villages(BOW, EAST, codes=[VILLAGE, SIBLING_VILLAGE]))
    confirmed(key)
    assert [state for state, _ in results(key).values()] == ["mendable", "written"]
    assert outlines_of(VILLAGE) == []
    again = brought(Holding.OUTLINES, villages(BOW, codes=[VILLAGE]))
    confirmed(again, mends=True)
    (drawn,) = outlines_of(VILLAGE)
    assert drawn.outline.valid
    assert len(drawn.outline) == 2


def test_overlaps_and_gaps_are_warned_of(outlined: None) -> None:
    ring = shapely.Polygon(
        [(111.505, 25.495), (111.53, 25.495), (111.53, 25.515), (111.505, 25.515)],
        [[(111.521, 25.501), (111.522, 25.501), (111.522, 25.502), (111.521, 25.502)]],
    )
    key = brought(Holding.OUTLINES, villages(ring, codes=[SIBLING_VILLAGE]))
    assert warnings_of(key) == {1: ["geodata.warn.overlap"]}
    assert [note["code"] for note in of(key).notes] == ["geodata.note.gaps"]


def test_names_find_villages_and_ambiguous_ones_ask_for_more() -> None:
    from wangge.registers.areas.models import Area

    village = Area.objects.select_related("parent").get(pk=VILLAGE)
    stem = village.name.removesuffix("村")
    content = files.geojson(
        [WEST, WEST, WEST],
        {
            "村名": [f"{stem}村委会", stem, "没有的村"],
            "乡镇": [village.parent.name, "别的乡", ""],
        },
    )
    key = brought(Holding.OUTLINES, content)
    assert [each[1] for each in results(key).values()] == [
        [],
        ["why.no_village"],
        ["why.no_village"],
    ]
    assert door(CLOCK, lambda: GeodataFeature.objects.get(number=1).villages) == [VILLAGE]


def test_the_county_line_bounds_everything() -> None:
    county = {COUNTY: stored(shapely.box(111.505, 25.4, 111.6, 25.6))}
    done_by(CLOCK, draw, county, source="test", synthetic=False, valid_from=START)
    far = shapely.box(111.7, 25.5, 111.8, 25.6)
    key = brought(Holding.OUTLINES, villages(WEST, far, codes=[VILLAGE, SIBLING_VILLAGE]))
    assert results(key) == {1: ("accepted", []), 2: ("refused", ["why.outside_county"])}
    assert warnings_of(key) == {1: ["geodata.warn.outside_county"]}


_shapes = st.one_of(
    st.none(),
    st.sampled_from([WEST, EAST, BOW, shapely.Polygon(), shapely.Point(111.5, 25.5)]),
    st.lists(
        st.tuples(st.floats(111.49, 111.53), st.floats(25.49, 25.52)), min_size=3, max_size=8
    ).map(shapely.Polygon),
)
_codes = st.sampled_from([VILLAGE, SIBLING_VILLAGE, OUTSIDE, "", "x"])


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(_shapes, _codes), min_size=1, max_size=8))
def test_every_feature_is_accepted_mendable_or_refused_with_a_reason(
    drawn: list[tuple[BaseGeometry | None, str]],
) -> None:
    content = villages(*(s for s, _ in drawn), codes=[code for _, code in drawn])
    found = results(brought(Holding.OUTLINES, content))
    assert sorted(found) == list(range(1, len(drawn) + 1))
    for state, reasons in found.values():
        assert state in {"accepted", "mendable", "refused"}
        assert bool(reasons) == (state != "accepted")
