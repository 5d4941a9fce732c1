"""Vector tiles: who is shown what, versions that change with what is drawn, copies that are kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.world import SIBLING_VILLAGE, START, TOWNSHIP, VILLAGE
from tests.insight.maps.ground import (
    GRIDS,
    HOME,
    SIBLING_HOME,
    console_address,
    drawn,
    homes_at,
    public_address,
    settled,
    square,
    thinned,
    tile_at,
)
from tests.insight.maps.mvt import Feature, read
from tests.interfaces.console.officers import Officer
from wangge.registers.areas.models import Area, Boundary
from wangge.registers.organisations.models import Appointment
from wangge.registers.people.models import Person

pytestmark = pytest.mark.django_db

FAR, NEAR, NEAREST = 10, 14, 16


@pytest.fixture(autouse=True)
def ground() -> None:
    settled()


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(settings, "STATE", tmp_path)
    return iter(())


def public(zoom: int, place: tuple[float, float] = HOME, **headers: str) -> HttpResponse:
    return Client().get(public_address(tile_at(zoom, place)), headers=headers)


def console(who: str, zoom: int, place: tuple[float, float] = HOME, **headers: str) -> HttpResponse:
    return Officer.signed_in(who).get(console_address(tile_at(zoom, place)), **headers)


def layers(answer: HttpResponse) -> dict[str, list[Feature]]:
    assert answer.status_code == 200
    return read(answer.content)


def drawing(answer: CaptureQueriesContext) -> bool:
    return any("ST_AsMVT" in query["sql"] for query in answer.captured_queries)


def test_everybody_sees_outlines_and_names_and_nothing_else() -> None:
    found = layers(public(NEAR))
    assert set(found) == {"townships", "villages", "grids", "names"}
    grid = next(each for each in found["grids"] if each.number == int(GRIDS[0]))
    assert set(grid.said) == {"name", "tint"}
    assert all(set(each.said) == {"name", "level"} for each in found["names"])


def test_far_out_there_are_no_grids() -> None:
    assert set(layers(public(7))) == {"townships", "names"}
    assert set(layers(public(9))) == {"townships", "villages", "names"}
    assert {each.said["level"] for each in layers(public(FAR))["names"]} == {9, 12}


def test_officials_see_who_works_where() -> None:
    found = layers(console("township_leader", NEAR))
    workers = {each.number: each.said.get("worker") for each in found["names"]}
    assert workers[int(GRIDS[0])] == "甲网格员"
    assert workers[int(VILLAGE)] is None
    assert {"groups", "barriers", "bridges"} <= set(found)
    assert found["groups"][0].said["number"] == 1


@pytest.mark.parametrize("who", ["station_head", "grid_worker", "township_centre", "county_intake"])
def test_homes_are_seen_where_one_looks_after_them(who: str) -> None:
    (home,) = layers(console(who, NEAR))["households"]
    assert (home.number, set(home.said), home.kind) == (0, {"approximate"}, 1)


@pytest.mark.parametrize(
    "who", ["sibling_head", "sibling_worker", "township_leader", "committee_head", "auditor"]
)
def test_homes_elsewhere_are_not_there(who: str) -> None:
    assert "households" not in layers(console(who, NEAR))


def test_a_worker_sees_no_home_of_the_next_grid() -> None:
    homes_at(g1=HOME)  # it stands on the ground of the first and belongs to the second
    assert len(layers(console("grid_worker", NEAR))["households"]) == 1
    assert len(layers(console("station_head", NEAR))["households"]) == 2


def test_homes_are_shown_near_by_only() -> None:
    assert "households" in layers(console("station_head", 13))
    assert "households" not in layers(console("station_head", 12))


def test_what_lies_elsewhere_is_empty() -> None:
    answer = public(NEAR, (80.0, 40.0))
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    "address", ["17/0/0", "3/8/0", "3/0/8", "31/0/0", f"{10**30}/1/1", "a/b/c", "-1/0/0", "3/1"]
)
@pytest.mark.parametrize("before", ["/tiles/", "/console/map/tiles/"])
def test_an_address_no_tile_has(before: str, address: str) -> None:
    assert Officer.signed_in("county_centre").get(before + address).status_code == 404


def test_visitors_are_led_away_from_the_officials_tiles() -> None:
    answer = Client().get(console_address(tile_at(NEAR)))
    assert answer.status_code == 302


def test_what_caches_may_do() -> None:
    assert public(NEAR)["Cache-Control"] == "public, max-age=300"
    for zoom in (FAR, NEAR):
        assert console("station_head", zoom)["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("zoom", [FAR, NEAR])
def test_who_has_the_version_is_told_so_without_drawing(zoom: int) -> None:
    for asked in (lambda **h: public(zoom, **h), lambda **h: console("station_head", zoom, **h)):
        etag = asked()["ETag"]
        with CaptureQueriesContext(connection) as queries:
            again = asked(**{"If-None-Match": etag})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
        assert not drawing(queries)


@pytest.mark.parametrize(("who", "zoom"), [(None, FAR), (None, NEAR), ("station_head", FAR)])
def test_what_everybody_sees_is_drawn_once(who: str | None, zoom: int) -> None:
    def ask() -> HttpResponse:
        return console(who, zoom) if who else public(zoom)

    first = ask()
    with CaptureQueriesContext(connection) as queries:
        second = ask()
    assert (second.content, second["ETag"]) == (first.content, first["ETag"])
    assert not drawing(queries)
    drawn({GRIDS[0]: square(0, 0, 1, 0.4)})
    assert ask()["ETag"] != first["ETag"]


def test_what_one_official_sees_is_kept_for_nobody() -> None:
    own = console("station_head", NEAR)
    assert public(NEAR).content != own.content
    assert "households" not in layers(console("sibling_head", NEAR))


def test_a_new_line_changes_the_tiles_it_lies_in_and_no_other() -> None:
    here, there = public(NEAREST)["ETag"], public(NEAREST, SIBLING_HOME)["ETag"]
    assert tile_at(NEAREST) != tile_at(NEAREST, SIBLING_HOME)
    drawn({GRIDS[2]: square(1.5, 0, 0.5, 0.5)})
    assert public(NEAREST)["ETag"] == here
    assert public(NEAREST, SIBLING_HOME)["ETag"] != there


def test_a_line_that_leaves_a_tile_changes_it() -> None:
    before = public(NEAR)["ETag"]
    drawn({GRIDS[0]: square(8, 8)})
    assert public(NEAR)["ETag"] != before
    assert int(GRIDS[0]) not in {each.number for each in layers(public(NEAR))["grids"]}


def test_names_workers_and_homes_change_what_shows_them() -> None:
    versions = [console("station_head", NEAR)["ETag"]]

    def changed() -> bool:
        versions.append(console("station_head", NEAR)["ETag"])
        return versions[-1] not in versions[:-1]

    Area.objects.filter(pk=GRIDS[0]).update(name="7")
    assert changed()
    Person.objects.filter(name="甲网格员").update(name="新名")
    assert changed()
    homes_at(g0=(HOME[0] + 0.001, HOME[1]))
    assert changed()
    day = timezone.localdate()
    Appointment.objects.filter(person__name="新名").update(ends_on=day)
    assert changed()
    assert not changed()


def test_a_line_in_force_from_tomorrow_is_not_shown_today() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    rows = Boundary.objects.filter(area=GRIDS[0])
    rows.update(valid_from=tomorrow)
    assert int(GRIDS[0]) not in {each.number for each in layers(public(NEAR))["grids"]}
    rows.update(valid_from=START, valid_to=tomorrow)
    assert int(GRIDS[0]) in {each.number for each in layers(public(NEAR))["grids"]}


def test_neighbours_have_tints_of_their_own() -> None:
    tint = {each.number: each.said["tint"] for each in layers(public(NEAR - 1))["grids"]}
    assert tint[int(GRIDS[0])] != tint[int(GRIDS[1])]
    assert tint[int(GRIDS[0])] != tint[int(GRIDS[2])]


def test_far_lines_are_worked_out_once() -> None:
    assert thinned() == 0
    drawn({VILLAGE: square(0, 0)})
    assert Boundary.objects.get(area=VILLAGE, valid_to=None).outline_low is None
    assert {int(VILLAGE), int(SIBLING_VILLAGE)} == {
        each.number for each in layers(public(FAR))["villages"]
    }
    assert thinned() == 1
    assert Boundary.objects.get(area=TOWNSHIP, valid_to=None).outline_low is not None
