"""The map of officials: opened at a place, with the same areas as links, and a card for each."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.http import HttpResponse

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from tests.insight.maps.ground import GRIDS, SIDE, SOUTH, WEST, settled
from tests.interfaces.console.officers import Officer, desk_of_today, text_of
from tests.registers.organisations.staff import done_by
from wangge.registers.areas.models import Boundary
from wangge.registers.organisations import operations as organisations
from wangge.registers.organisations.models import Unit

pytestmark = pytest.mark.django_db

INVENTED = "演示用虚拟边界，非实际界线"


def on_map(answer: HttpResponse, attribute: str) -> str:
    found = re.search(rf'<wg-map[^>]* {attribute}="([^"]*)"', text_of(answer))
    return found[1] if found else ""


def listed(answer: HttpResponse) -> list[str]:
    return re.findall(r'href="/console/map/areas/(\d+)"', text_of(answer))


def card(who: str, code: str) -> HttpResponse:
    asked = {"HX-Request": "true"}
    return Officer.signed_in(who).get(f"/console/map/areas/{code}", **asked)


def test_it_opens_where_one_works() -> None:
    settled()
    answer = Officer.signed_in("station_head").get("/console/map")
    assert on_map(answer, "area") == VILLAGE
    west, south, east, north = map(float, on_map(answer, "bounds").split(","))
    assert (west, south) == (WEST, SOUTH)
    assert abs(east - west - SIDE) + abs(north - south - SIDE) < 1e-4


def test_the_same_areas_stand_as_links_with_who_works_there() -> None:
    answer = Officer.signed_in("station_head").get(f"/console/map?area={VILLAGE}")
    assert listed(answer) == GRIDS[:2]
    assert "甲网格员" in text_of(answer)
    assert VILLAGE in listed(Officer.signed_in("station_head").get(f"/console/map?area={TOWNSHIP}"))


def test_a_grid_is_shown_in_its_village() -> None:
    settled()
    answer = Officer.signed_in("station_head").get(f"/console/map?area={GRIDS[0]}")
    assert (on_map(answer, "area"), listed(answer)) == (GRIDS[0], GRIDS[:2])


@pytest.mark.parametrize("area", ["nonsense", "999999999999999", f"{VILLAGE}abc", "١٢٣"])
def test_what_is_no_area_opens_the_usual_map(area: str) -> None:
    answer = Officer.signed_in("station_head").get(f"/console/map?area={area}")
    assert answer.status_code == 200
    assert on_map(answer, "area") == VILLAGE


def test_without_outlines_there_is_still_a_map() -> None:
    answer = Officer.signed_in("county_centre").get("/console/map")
    assert (on_map(answer, "bounds"), on_map(answer, "area")) == ("", COUNTY)


def test_invented_outlines_and_the_review_number_stand_on_the_map(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settled()
    monkeypatch.setattr(settings, "MAP_REVIEW_NUMBER", "湘S(2026)001号")
    officer = Officer.signed_in("county_centre")
    note = on_map(officer.get("/console/map"), "note")
    assert INVENTED in note
    assert "湘S(2026)001号" in note
    Boundary.objects.update(synthetic=False)
    assert INVENTED not in on_map(officer.get("/console/map"), "note")


def test_a_card_says_who_and_how_many() -> None:
    settled()
    desk_of_today().report(area_code=GRIDS[0])
    station = Unit.objects.get(kind="v_service_station", area=VILLAGE)
    done_by("station_head", organisations.set_unit_phone, station.pk, "10000000003")
    answer = card("station_head", GRIDS[0])
    assert "<html" not in text_of(answer)
    for said in ("第 1 网格", "甲网格员", "tel:10000000003", f"/console/cases?area={GRIDS[0]}"):
        assert said in text_of(answer)
    figures = re.findall(r"<dd>\s*(?:<a[^>]*>)?(\d+)", text_of(answer))
    assert figures[-3:] == ["1", "3", "1"]


def test_without_script_one_is_led_to_the_page_of_its_grids() -> None:
    for code in (VILLAGE, GRIDS[0]):
        answer = Officer.signed_in("station_head").get(f"/console/map/areas/{code}")
        assert answer["Location"] == f"/console/grids/{code}"


def test_a_card_counts_the_cases_one_sees() -> None:
    settled()
    desk_of_today().report(area_code=GRIDS[0])
    figures = re.findall(r"<dd>\s*(?:<a[^>]*>)?(\d+)", text_of(card("sibling_head", GRIDS[0])))
    assert figures[-1] == "0"


@pytest.mark.parametrize("code", ["nonsense", "431124999", "43112421221799", "9" * 40])
def test_no_area_no_card(code: str) -> None:
    assert card("station_head", code).status_code == 404
