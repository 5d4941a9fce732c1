"""A county starts without geodata: grids as lists of groups, special grids, groups on the map."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories.world import VILLAGE
from tests.registers.areas.test_placing import numbers_in
from tests.registers.organisations.staff import CLOCK, TODAY, done_by, person
from tests.registers.people.test_households import entered, figures, members
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area, SpecialGrid, VillagerGroup
from wangge.registers.areas.operations import succeed
from wangge.registers.areas.queries import grid_of_group
from wangge.registers.areas.rules.grids import SpecialSort
from wangge.registers.organisations.models import Appointment, Post
from wangge.registers.organisations.operations.grids import (
    ListedGrid,
    NewWorker,
    end_special_grid,
    establish_listed_grid,
    establish_special_grid,
)
from wangge.registers.organisations.queries.contacts import public_contact
from wangge.registers.people.models import Person
from wangge.registers.people.operations import NewHousehold, enter_households

pytestmark = pytest.mark.django_db

WORKER = NewWorker("壬新人", "resident_cadre", phone="10000000088", publishes=True)


def listed(*groups: int, worker: NewWorker | None = WORKER, name: str = "") -> str:
    grid = ListedGrid(groups, name=name, worker=worker)
    code: str = done_by("township_centre", establish_listed_grid, VILLAGE, grid, from_day=TODAY)
    return code


def test_a_grid_of_groups_has_a_code_a_worker_and_a_number() -> None:
    code = listed(20, 21)
    assert code == f"{VILLAGE}003"
    assert numbers_in(code, TODAY) == [20, 21]
    assert grid_of_group(VILLAGE, 21) == code  # how a reported case finds its grid
    contact = public_contact(code, TODAY)
    assert contact is not None
    assert (contact.worker, contact.phone) == ("壬新人", "10000000088")
    origin = Appointment.objects.get(post__area=code, post__kind="grid_worker").origin
    assert origin == "resident_cadre"


def test_the_same_person_may_work_two_grids() -> None:
    listed(20)
    listed(21)
    nameless = NewWorker("壬新人", "resident_cadre")
    listed(22, worker=nameless)
    assert Person.objects.filter(name="壬新人").count() == 1


def test_households_go_with_their_group() -> None:
    group = VillagerGroup.objects.create(village_id=VILLAGE, number=20)
    home = NewHousehold(VILLAGE, group.pk, "某", None, 4, 2)
    done_by(CLOCK, enter_households, [home], from_day=TODAY)
    code = listed(20)
    assert figures(code) == (1, 4)
    assert len(members(code, TODAY)) == 1


def test_a_code_is_never_used_again() -> None:
    first = listed(20)
    done_by(CLOCK, succeed, first, [], kind="merged", effective_on=TODAY + timedelta(days=1))
    VillagerGroup.objects.filter(number=20).update(grid=None)
    assert listed(20) == f"{VILLAGE}004"


@pytest.mark.parametrize(
    ("grid", "field"),
    [
        (ListedGrid(()), "groups"),
        (ListedGrid((1,)), "groups"),  # lies in a grid
        (ListedGrid((30,), name="第1网格"), "name"),
        (ListedGrid((30,), worker=NewWorker("癸", "friend")), "origin"),
        (ListedGrid((30,), worker=NewWorker("癸", "poverty_team", "12", publishes=True)), "phone"),
    ],
)
def test_what_cannot_be_a_grid_leaves_nothing_behind(grid: ListedGrid, field: str) -> None:
    areas, posts = Area.objects.count(), Post.objects.count()
    with pytest.raises(Refusal) as refused:
        done_by("township_centre", establish_listed_grid, VILLAGE, grid, from_day=TODAY)
    assert set(refused.value.fields) == {field}
    assert (Area.objects.count(), Post.objects.count()) == (areas, posts)


@pytest.mark.parametrize(
    ("key", "status"),
    [("station_head", 403), ("security_admin", 403), ("next_township_centre", 404)],
)
def test_who_may_not_list_a_grid(key: str, status: int) -> None:
    with pytest.raises(Refusal) as refused:
        done_by(key, establish_listed_grid, VILLAGE, ListedGrid((30,)), from_day=TODAY)
    assert refused.value.status == status


def test_a_special_grid_is_apart_from_the_tiling_and_ends_with_its_posts() -> None:
    code = done_by(
        "township_centre",
        establish_special_grid,
        VILLAGE,
        "中心小学",
        SpecialSort.SCHOOL,
        from_day=TODAY - timedelta(days=1),
    )
    assert SpecialGrid.objects.get(pk=code).sort == "school"
    assert Area.objects.get(pk=code).kind == "special_grid"
    assert Post.objects.filter(area=code, valid_to=None).count() == 2
    done_by("township_centre", end_special_grid, code, ends_on=TODAY)
    assert Area.objects.get(pk=code).valid_to == TODAY
    assert not Post.objects.filter(area=code, valid_to=None).exists()
    for not_special in (f"{VILLAGE}001", code):
        with pytest.raises(Refusal) as refused:
            done_by("township_centre", end_special_grid, not_special, ends_on=TODAY)
        assert refused.value.status == 404


def test_nobody_appoints_themselves_by_a_list() -> None:
    me = Person.objects.get(pk=person("township_centre"))
    entered()
    from wangge.registers.accounts.adapters.key_ring import sealed_phone

    for name, value in sealed_phone("10000000077").items():
        setattr(me, name, value)
    door(CLOCK, me.save)
    with pytest.raises(Refusal) as refused:
        listed(30, worker=NewWorker(me.name, "resident_cadre", phone="10000000077"))
    assert refused.value.code == "organisation.not_oneself"
