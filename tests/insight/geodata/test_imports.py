"""An import is its own person's, can be given up, says what is wanting, and is forgotten."""

from __future__ import annotations

import pytest
import shapely
from django.utils import timezone

from tests.factories.world import TOWNSHIP, VILLAGE
from tests.insight.geodata import files
from tests.insight.geodata.desk import (
    EAST,
    OUTSIDE,
    WEST,
    brought,
    confirmed,
    of,
    results,
    villages,
)
from tests.registers.organisations.staff import CLOCK, actor, done_by
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.insight.geodata import operations
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.queries.imports import own_import, tally
from wangge.insight.geodata.rules.choosing import Chosen
from wangge.insight.geodata.rules.holdings import Holding
from wangge.insight.geodata.rules.states import FeatureState
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Boundary
from wangge.registers.orders.rules import KEPT_FOR

pytestmark = pytest.mark.django_db


def test_a_township_imports_its_own_villages_only() -> None:
    content = villages(WEST, EAST, codes=[VILLAGE, OUTSIDE])
    assert results(brought(Holding.OUTLINES, content))[2] == ("refused", ["why.outside_area"])
    assert results(brought(Holding.OUTLINES, content, "county_centre"))[2] == ("accepted", [])
    with pytest.raises(Refusal) as refused:
        done_by("township_centre", operations.bring, Holding.OUTLINES, "x", content, "431124101")
    assert refused.value.status in {403, 404}
    with pytest.raises(Refusal) as refused:
        done_by("grid_worker", operations.bring, Holding.OUTLINES, "x", content, VILLAGE)
    assert refused.value.status in {403, 404}


def test_what_the_registers_refuse_goes_back_with_the_reason(outlined: None) -> None:
    later = shapely.box(111.49, 25.5, 111.51, 25.51)
    key = brought(Holding.OUTLINES, villages(later, codes=[VILLAGE]))
    Boundary.objects.filter(area=VILLAGE).update(valid_from="2099-01-01")
    confirmed(key)
    lines = door(CLOCK, lambda: list(GeodataFeature.objects.all()))
    assert [(line.state, line.reasons[-1]["code"]) for line in lines] == [
        ("refused", "area.outlined_later")
    ]
    assert of(key).stands == "done"


def test_an_import_is_ones_own_and_behind_the_wall() -> None:
    key = brought(Holding.OUTLINES, villages(WEST, codes=[VILLAGE]))
    mine, other = actor("township_centre", timezone.now()), actor("county_centre", timezone.now())
    assert door(mine, lambda: tally(own_import(key, mine)).of(FeatureState.ACCEPTED)) == 1
    with pytest.raises(Refusal):
        door(other, lambda: own_import(key, other))
    assert not door(other, GeodataImport.objects.exists)
    assert not door(other, GeodataFeature.objects.exists)
    with pytest.raises(Refusal):
        done_by("county_centre", operations.confirm, key, mends=False, at=timezone.now())
    content = door(CLOCK, lambda: bytes(GeodataImport.objects.get(pk=key).content))
    assert VILLAGE.encode() not in content


def test_what_was_dropped_is_not_written() -> None:
    key = brought(Holding.OUTLINES, villages(WEST, codes=[VILLAGE]))
    done_by("township_centre", operations.drop, key, at=timezone.now())
    with pytest.raises(Refusal) as refused:
        done_by("township_centre", operations.confirm, key, mends=False, at=timezone.now())
    assert refused.value.status == 409
    JOBS["geodata.write"](brought=str(key))
    assert not Boundary.objects.exists()


def test_a_choice_that_is_wanting_is_told_at_the_field() -> None:
    now = timezone.now()
    content = files.geojson([WEST], {"x": [VILLAGE]})
    said = (Holding.OUTLINES, "x.geojson", content, TOWNSHIP)
    key = done_by("township_centre", operations.bring, *said, at=now)
    with pytest.raises(Refusal) as refused:
        done_by("township_centre", operations.choose, key, Chosen(), at=now)
    assert set(refused.value.fields) == {"system", "village_name"}
    chosen = Chosen(system="cgcs2000", columns={"village_code": "y"})
    with pytest.raises(Refusal) as refused:
        done_by("township_centre", operations.choose, key, chosen, at=now)
    assert set(refused.value.fields) == {"village_code"}


def test_a_sheet_holds_points_only() -> None:
    content = files.sheet(["村代码", "经度", "纬度"], [VILLAGE, "111.5", "25.5"])
    with pytest.raises(Refusal) as refused:
        done_by("township_centre", operations.bring, Holding.OUTLINES, "x", content, TOWNSHIP)
    assert refused.value.fields["file"].code == "geodata.file.points_only"


def test_files_are_forgotten_and_stalled_imports_taken_up() -> None:
    key = brought(Holding.OUTLINES, villages(WEST, codes=[VILLAGE]))
    done_by(CLOCK, operations.forget_old, at=timezone.now() + KEPT_FOR * 1.1)
    assert of(key).content == b""
    assert not door(CLOCK, GeodataFeature.objects.exists)
    door(CLOCK, lambda: GeodataImport.objects.update(state="running", ended_at=None))
    done_by(CLOCK, operations.take_up_again, at=timezone.now() + KEPT_FOR)
