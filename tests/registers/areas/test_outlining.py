"""Outlines and barriers replace former ones, with permission only."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.gis.geos import LineString, MultiLineString, MultiPolygon, Point, Polygon

from tests.factories.world import START, VILLAGE
from tests.registers.organisations.staff import TODAY, done_by, recorded
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Barrier, Boundary, Bridge
from wangge.registers.areas.operations import (
    NewBarrier,
    NewBridge,
    outline_village,
    replace_barriers,
    replace_bridges,
)

pytestmark = pytest.mark.django_db

SQUARE = MultiPolygon(Polygon.from_bbox((111.5, 25.5, 111.6, 25.6)), srid=4490)
LINE = MultiLineString(LineString((111.5, 25.5), (111.6, 25.6)), srid=4490)
SOURCE: dict[str, Any] = {"source": "survey"}


def test_an_outline_ends_the_former_one() -> None:
    for day in (START, TODAY):
        said = (VILLAGE, SQUARE)
        done_by("township_centre", outline_village, *said, **SOURCE, from_day=day)
    former, present = Boundary.objects.filter(area=VILLAGE).order_by("valid_from")
    assert (former.valid_to, present.valid_from, present.valid_to) == (TODAY, TODAY, None)
    events = recorded("area.outlined")
    assert {event.area_code for event in events} == {VILLAGE}
    assert {"source": "survey", "from_day": TODAY.isoformat()} in [each.codes for each in events]
    with pytest.raises(Refusal) as refused:
        done_by("township_centre", outline_village, VILLAGE, SQUARE, **SOURCE, from_day=START)
    assert refused.value.code == "area.outlined_later"


def test_an_outline_that_crosses_itself_is_refused() -> None:
    bow = Polygon(((0, 0), (1, 1), (1, 0), (0, 1), (0, 0)))
    for outline in (MultiPolygon(bow, srid=4490), MultiPolygon(srid=4490)):
        with pytest.raises(Refusal) as refused:
            done_by("township_centre", outline_village, VILLAGE, outline, **SOURCE, from_day=TODAY)
        assert refused.value.fields["outline"].code == "area.outline_invalid"


def test_barriers_of_a_kind_and_all_bridges_are_replaced() -> None:
    there = [NewBarrier("river", LINE), NewBarrier("railway", LINE)]
    done_by("township_centre", replace_barriers, VILLAGE, there, **SOURCE)
    assert done_by("township_centre", replace_barriers, VILLAGE, there[:1], **SOURCE) == 1
    assert sorted(Barrier.objects.values_list("kind", flat=True)) == ["railway", "river"]
    bridges = [NewBridge(Point(111.5, 25.5, srid=4490), "桥")]
    done_by("township_centre", replace_bridges, VILLAGE, bridges, **SOURCE)
    assert done_by("township_centre", replace_bridges, VILLAGE, bridges * 2, **SOURCE) == 1
    assert Bridge.objects.filter(village=VILLAGE).count() == 2
    codes = {"count": 2, "replaced": 1, "source": "survey"}
    assert codes in [event.codes for event in recorded("barrier.entered")]


@pytest.mark.parametrize("who", ["grid_worker", "edge_township_centre"])
def test_others_may_not(who: str) -> None:
    later = {**SOURCE, "from_day": TODAY}
    for change, said, more in (
        (outline_village, SQUARE, later),
        (replace_barriers, [], SOURCE),
        (replace_bridges, [], SOURCE),
    ):
        with pytest.raises(Refusal) as refused:
            done_by(who, change, VILLAGE, said, **more)
        assert refused.value.status in {403, 404}
