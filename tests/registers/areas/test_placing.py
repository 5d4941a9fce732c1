"""Groups and households belong to grids for spans of time, and history keeps every one of them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.world import START, VILLAGE
from tests.registers.organisations.staff import AT, CLOCK, TODAY, done_by, recorded
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area, GroupPlacement, VillagerGroup
from wangge.registers.areas.operations import NewGroup, place_groups, set_groups
from wangge.registers.areas.queries import groups_in
from wangge.registers.people.models import Household, HouseholdPlacement
from wangge.registers.people.operations import NewHousehold, enter_households, place_households
from wangge.registers.people.queries import members_of

pytestmark = pytest.mark.django_db

FIRST, SECOND = f"{VILLAGE}001", f"{VILLAGE}002"
ELSEWHERE = "431124212218001"


def numbers_in(grid: str, day: date) -> list[int]:
    return [group.number for group in groups_in(grid, day)]


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
    homes = entered(FIRST)
    with pytest.raises(Refusal) as refused:
        done_by(key, place_groups, VILLAGE, {1: FIRST}, from_day=TODAY)
    assert refused.value.status == status
    with pytest.raises(Refusal) as refused:
        done_by(key, place_households, {homes[0]: SECOND}, from_day=TODAY)
    assert refused.value.status == status


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
