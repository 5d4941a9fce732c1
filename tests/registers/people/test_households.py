"""Households: entered with their figures, in grids for spans of time, at points on the ground."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.contrib.gis.geos import Point, Polygon
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.world import SIBLING_VILLAGE, START, VILLAGE
from tests.registers.organisations.staff import AT, CLOCK, TODAY, done_by, recorded
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area, VillagerGroup
from wangge.registers.areas.operations import draw
from wangge.registers.people.models import Household, HouseholdPlacement
from wangge.registers.people.operations import (
    NewHousehold,
    enter_households,
    locate_households,
    place_group,
    place_households,
)
from wangge.registers.people.queries import members_of

pytestmark = pytest.mark.django_db

FIRST, SECOND = f"{VILLAGE}001", f"{VILLAGE}002"
ELSEWHERE = f"{SIBLING_VILLAGE}001"
SURVEY = {"source": "survey"}


def entered(*grids: str, from_day: date = START) -> list[UUID]:
    """Households of three registered people each, in the order of the grids."""
    before = set(door(CLOCK, lambda: list(Household.objects.values_list("pk", flat=True))))
    homes = [NewHousehold(grid, None, "某", None, 3, 2) for grid in grids]
    done_by(CLOCK, enter_households, homes, from_day=from_day)
    rows = door(CLOCK, lambda: list(Household.objects.exclude(pk__in=before).order_by("area_code")))
    return [row.pk for row in rows]


def members(grid: str, day: date) -> set[UUID]:
    return door(CLOCK, lambda: set(members_of(grid, day).values_list("pk", flat=True)))


def figures(code: str) -> tuple[int, int]:
    area = Area.objects.get(pk=code)
    return area.households, area.persons


def test_households_that_are_entered_count_for_their_village_and_grid() -> None:
    entered(FIRST, VILLAGE)
    assert (figures(VILLAGE), figures(FIRST)) == ((2, 6), (1, 3))
    (event,) = recorded("household.entered")[-1:]
    assert (event.area_code, event.codes) == (VILLAGE, {"count": 2})


@pytest.mark.parametrize(
    ("key", "status"),
    [("grid_worker", 404), ("township_leader", 403), ("other_station_head", 404), ("auditor", 403)],
)
def test_who_may_not_enter_or_place(key: str, status: int) -> None:
    homes = entered(FIRST)
    new = [NewHousehold(FIRST, None, "某", None, 3, 2)]
    for change, said in ((enter_households, new), (place_households, {homes[0]: SECOND})):
        with pytest.raises(Refusal) as refused:
            done_by(key, change, said, from_day=TODAY)
        assert refused.value.status == status
    assert members(FIRST, TODAY) == set(homes)


def test_households_move_and_the_figures_follow() -> None:
    one, two, three = entered(FIRST, FIRST, SECOND)
    assert figures(VILLAGE) == (3, 9)
    moved = done_by("station_head", place_households, {one: SECOND, three: SECOND}, from_day=TODAY)
    assert moved == 1
    assert members(FIRST, TODAY) == {two}
    assert members(SECOND, TODAY) == {one, three}
    assert members(FIRST, TODAY - timedelta(days=1)) == {one, two}
    assert figures(FIRST) == (1, 3)
    assert figures(SECOND) == (2, 6)
    assert figures(VILLAGE) == (3, 9)


def test_a_household_of_the_village_alone_belongs_to_no_grid_yet() -> None:
    (home,) = entered(VILLAGE)
    assert not door(CLOCK, lambda: HouseholdPlacement.objects.filter(household=home).exists())
    assert figures(VILLAGE) == (1, 3)
    done_by(CLOCK, place_households, {home: FIRST}, from_day=TODAY)
    assert members(FIRST, TODAY) == {home}


def test_households_of_elsewhere_are_as_good_as_missing() -> None:
    (home,) = entered(ELSEWHERE)
    for missing in (home, uuid4()):
        with pytest.raises(Refusal) as refused:
            done_by(CLOCK, place_households, {missing: FIRST}, from_day=TODAY)
        assert refused.value.status == 404


def test_one_village_at_a_time() -> None:
    homes = entered(FIRST, ELSEWHERE)
    wanted = dict(zip(homes, (FIRST, ELSEWHERE), strict=True))
    with pytest.raises(Refusal) as refused:
        done_by(CLOCK, place_households, wanted, from_day=TODAY)
    assert set(refused.value.fields) == {"grid"}


moves = st.lists(
    st.tuples(
        st.dictionaries(st.integers(0, 4), st.sampled_from([FIRST, SECOND]), min_size=1),
        st.integers(0, 40),
    ),
    max_size=8,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves)
def test_on_every_day_a_household_belongs_where_it_was_last_placed(
    moves: list[tuple[dict[int, str], int]],
) -> None:
    """Whatever is moved, each day has one answer, and those of the past stay what they were."""
    homes = entered(FIRST, FIRST, FIRST, FIRST, FIRST)
    told = {home: {START: FIRST} for home in homes}
    for places, after in sorted(moves, key=lambda move: move[1]):
        day = START + timedelta(days=after)
        done_by(CLOCK, place_households, {homes[n]: g for n, g in places.items()}, from_day=day)
        for number, grid in places.items():
            told[homes[number]][day] = grid
    for after in range(0, 42, 7):
        day = START + timedelta(days=after)
        for grid in (FIRST, SECOND):
            there = {h for h in homes if told[h][max(d for d in told[h] if d <= day)] == grid}
            assert members(grid, day) & set(homes) == there


def test_the_day_of_the_event_is_the_day_of_the_move() -> None:
    (home,) = entered(FIRST)
    done_by(CLOCK, place_households, {home: SECOND}, from_day=TODAY)
    (event,) = recorded("household.placed")[-1:]
    assert (event.at, event.codes) == (AT, {"count": 1, "from_day": TODAY.isoformat()})


def test_a_group_put_on_the_map_gives_its_households_a_place() -> None:
    outline = Polygon.from_bbox((111.0, 25.0, 111.1, 25.1))
    said = {"source": "test", "synthetic": True, "valid_from": TODAY}
    done_by(CLOCK, draw, {VILLAGE: outline}, **said)
    group = VillagerGroup.objects.get(village=VILLAGE, number=1)
    known = Point(111.01, 25.01, srid=4490)
    homes = [
        NewHousehold(f"{VILLAGE}002", group.pk, "某", None, 3, 3),
        NewHousehold(f"{VILLAGE}002", group.pk, "某", known, 3, 3),
    ]
    done_by(CLOCK, enter_households, homes, from_day=TODAY)
    here = Point(111.05, 25.05, srid=4490)
    assert done_by("station_head", place_group, VILLAGE, 1, here) == 1
    rows = door(CLOCK, lambda: list(Household.objects.order_by("point_approximate")))
    assert [(row.point.coords, row.point_approximate) for row in rows] == [
        (known.coords, False),
        (here.coords, True),
    ]
    with pytest.raises(Refusal) as refused:
        done_by("station_head", place_group, VILLAGE, 1, Point(112, 25, srid=4490))
    assert set(refused.value.fields) == {"point"}
    with pytest.raises(Refusal) as refused:
        done_by("grid_worker_2", place_group, VILLAGE, 1, here)
    assert refused.value.status == 404


def test_households_of_the_village_get_their_points() -> None:
    new = NewHousehold(VILLAGE, None, "壬甲", None, 2, 2)
    done_by(CLOCK, enter_households, [new], from_day=START)
    key = door(CLOCK, lambda: Household.objects.get(head_name="壬甲").pk)
    point = Point(111.5, 25.5, srid=4490)
    assert done_by("township_centre", locate_households, VILLAGE, {key: point}, **SURVEY) == 1
    assert door(CLOCK, lambda: Household.objects.get(pk=key).point) == point
    assert recorded("household.located")[-1].codes == {"count": 1, "source": "survey"}
    for village, wanted in ((SIBLING_VILLAGE, key), (VILLAGE, uuid4())):
        with pytest.raises(Refusal) as refused:
            done_by("township_centre", locate_households, village, {wanted: point}, **SURVEY)
        assert refused.value.status == 404


@pytest.mark.parametrize("who", ["grid_worker", "edge_township_centre"])
def test_others_may_not_locate(who: str) -> None:
    with pytest.raises(Refusal) as refused:
        done_by(who, locate_households, VILLAGE, {}, **SURVEY)
    assert refused.value.status == 404
