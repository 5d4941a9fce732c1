"""Groups belong to grids for spans of time, and history keeps every one of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.factories.world import START, VILLAGE
from tests.registers.organisations.staff import CLOCK, TODAY, done_by, recorded
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import GroupPlacement, VillagerGroup
from wangge.registers.areas.operations import NewGroup, place_groups, set_groups
from wangge.registers.areas.queries import groups_in

pytestmark = pytest.mark.django_db

FIRST, SECOND = f"{VILLAGE}001", f"{VILLAGE}002"
ELSEWHERE = "431124212218001"


def numbers_in(grid: str, day: date) -> list[int]:
    return [group.number for group in groups_in(grid, day)]


def test_a_group_that_moves_was_elsewhere_before() -> None:
    assert 1 in numbers_in(SECOND, TODAY)
    assert done_by("station_head", place_groups, VILLAGE, {1: FIRST}, from_day=TODAY) == 1
    assert 1 in numbers_in(FIRST, TODAY)
    assert 1 not in numbers_in(SECOND, TODAY)
    assert 1 in numbers_in(SECOND, TODAY - timedelta(days=1))
    assert VillagerGroup.objects.get(village=VILLAGE, number=1).grid_id == FIRST
    (event,) = recorded("group.placed")[-1:]
    assert event.codes == {"count": 1, "from_day": TODAY.isoformat()}
    assert event.area_code == VILLAGE


def test_what_lies_there_already_is_not_moved() -> None:
    rows = GroupPlacement.objects.count()
    assert done_by(CLOCK, place_groups, VILLAGE, {1: SECOND, 2: FIRST}, from_day=TODAY) == 0
    assert GroupPlacement.objects.count() == rows


def test_a_mistake_of_the_same_day_is_written_over() -> None:
    done_by(CLOCK, place_groups, VILLAGE, {1: FIRST}, from_day=TODAY)
    done_by(CLOCK, place_groups, VILLAGE, {1: SECOND}, from_day=TODAY)
    spans = GroupPlacement.objects.filter(group__village=VILLAGE, group__number=1)
    assert [(row.valid_from, row.valid_to) for row in spans.order_by("valid_from")] == [
        (START, TODAY),
        (TODAY, None),
    ]


def test_setting_groups_places_them_and_keeps_what_is_not_said() -> None:
    done_by(
        "station_head",
        set_groups,
        VILLAGE,
        [NewGroup(1, name="东头"), NewGroup(9, grid_code=FIRST)],
        from_day=TODAY,
    )
    first = VillagerGroup.objects.get(village=VILLAGE, number=1)
    assert (first.name, first.grid_id) == ("东头", SECOND)
    assert 9 in numbers_in(FIRST, TODAY)


@pytest.mark.parametrize(
    ("places", "day", "said"),
    [
        ({99: FIRST}, TODAY, "group"),
        ({1: ELSEWHERE}, TODAY, "grid"),
        ({1: f"{VILLAGE}009"}, TODAY, "grid"),
        ({1: FIRST}, START - timedelta(days=1), "grid"),  # there was no grid yet
        ({1: FIRST}, TODAY + timedelta(days=1), "from_day"),
    ],
)
def test_what_cannot_be_placed_says_why(places: dict[int, str], day: date, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        done_by(CLOCK, place_groups, VILLAGE, places, from_day=day)
    assert set(refused.value.fields) == {said}


def test_history_is_not_rewritten_before_its_last_change() -> None:
    done_by(CLOCK, place_groups, VILLAGE, {1: FIRST}, from_day=TODAY)
    with pytest.raises(Refusal) as refused:
        done_by(CLOCK, place_groups, VILLAGE, {1: SECOND}, from_day=TODAY - timedelta(days=1))
    assert refused.value.code == "area.placed_later"


@pytest.mark.parametrize(
    ("key", "status"),
    [("grid_worker", 404), ("township_leader", 403), ("other_station_head", 404), ("auditor", 403)],
)
def test_who_may_not_place(key: str, status: int) -> None:
    with pytest.raises(Refusal) as refused:
        done_by(key, place_groups, VILLAGE, {1: FIRST}, from_day=TODAY)
    assert refused.value.status == status
