"""Posts of grids: one worker, several deputies, who stand in for each other and go with the grid."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories.world import VILLAGE
from tests.registers.organisations.staff import (
    AT,
    CLOCK,
    GRID,
    TODAY,
    actor,
    done_by,
    person,
    post,
    recorded,
    term,
)
from wangge.lib.refusal import Refusal
from wangge.registers.areas.operations import NewArea, establish
from wangge.registers.organisations import operations as ops
from wangge.registers.organisations.models import Appointment, Post, PostCover, Substitution
from wangge.registers.organisations.operations.establishment import (
    end_grid_posts,
    establish_grid_posts,
)
from wangge.registers.organisations.queries.holders import covers_of
from wangge.registers.organisations.queries.vacancies import cover_chain

pytestmark = pytest.mark.django_db

STATION = "v_service_station"
NEW_GRID = f"{VILLAGE}003"


def worker_post(grid: str = GRID) -> Post:
    return post(STATION, "grid_worker", grid)


def deputy_post(grid: str = GRID) -> Post:
    return post(STATION, "grid_deputy", grid)


def appoint_deputy(key: str, grid: str = GRID) -> None:
    said = {"starts_on": TODAY, "origin": "resident_cadre"}
    done_by(CLOCK, ops.appoint, deputy_post(grid).pk, person(key), **said)


def answers(vacant: Post) -> tuple[object, str]:
    row = PostCover.objects.get(post=vacant, ends_on=None)
    return row.covered_by_id, row.reason


def test_a_new_grid_gets_its_posts_once_and_somebody_answers_for_them() -> None:
    area = NewArea(NEW_GRID, "3", "grid")
    done_by(CLOCK, establish, [area], valid_from=TODAY)
    assert done_by("township_centre", establish_grid_posts, VILLAGE, valid_from=TODAY) == 2
    assert done_by("township_centre", establish_grid_posts, VILLAGE, valid_from=TODAY) == 0
    head = post(STATION, "head", VILLAGE)
    assert answers(worker_post(NEW_GRID)) == (head.pk, "head")


def test_a_grid_has_one_worker_at_a_time() -> None:
    with pytest.raises(Refusal) as refused:
        done_by(
            CLOCK,
            ops.appoint,
            worker_post().pk,
            person("mediator"),
            starts_on=TODAY,
            origin="resident_cadre",
        )
    assert refused.value.code == "constraint.appointment_one_holder"


def test_a_worker_may_hold_several_grids() -> None:
    done_by(CLOCK, ops.dismiss, term("grid_worker_2"), ends_on=TODAY)
    second = worker_post(f"{VILLAGE}002")
    worker = person("grid_worker")
    done_by(CLOCK, ops.appoint, second.pk, worker, starts_on=TODAY, origin="village_committee")
    assert {held.area_code for held in actor("grid_worker").posts} == {GRID, f"{VILLAGE}002"}


def test_several_deputies_with_an_origin_each() -> None:
    appoint_deputy("mediator")
    appoint_deputy("water_station_head")
    assert Appointment.objects.filter(post=deputy_post()).count() == 2
    with pytest.raises(Refusal) as refused:
        done_by(CLOCK, ops.appoint, deputy_post().pk, person("auditor"), starts_on=TODAY)
    assert set(refused.value.fields) == {"origin"}


def test_a_vacant_grid_falls_to_its_deputy_then_to_the_station() -> None:
    appoint_deputy("mediator")
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=TODAY)
    assert answers(worker_post()) == (deputy_post().pk, "beside")
    held = {(each.post_kind, each.area_code) for each in actor("mediator").posts}
    assert {("grid_worker", GRID), ("grid_deputy", GRID)} <= held
    chain = cover_chain(worker_post(), TODAY)
    assert [bool(step.holders) for step in chain] == [False, True]

    pk = Appointment.objects.get(post=deputy_post()).pk
    done_by(CLOCK, ops.dismiss, pk, ends_on=TODAY + timedelta(days=1))
    done_by(CLOCK, ops.renew_cover_today, at=AT + timedelta(days=1))
    assert answers(worker_post()) == (post(STATION, "head", VILLAGE).pk, "head")


def test_a_deputy_that_nobody_is_makes_nobody_hold_two_posts() -> None:
    assert covers_of([deputy_post().pk])[deputy_post().pk].covered_by_id == worker_post().pk
    assert [held.post_kind for held in actor("grid_worker").posts] == ["grid_worker"]


def test_the_posts_end_with_the_grid() -> None:
    appoint_deputy("mediator")
    worker, deputy = worker_post(), deputy_post()
    done_by(
        CLOCK,
        ops.substitute,
        worker.pk,
        person("water_station_head"),
        starts_on=TODAY - timedelta(days=1),
        ends_on=TODAY + timedelta(days=9),
    )
    assert done_by(CLOCK, end_grid_posts, [GRID], ends_on=TODAY) == 2
    worker.refresh_from_db()
    assert worker.valid_to == TODAY
    assert not Appointment.objects.current(TODAY).filter(post__in=[worker, deputy]).exists()
    assert Appointment.objects.get(post=worker).ends_on == TODAY
    assert not Appointment.objects.filter(post=deputy).exists()  # it had no day of its own
    assert Substitution.objects.get(post=worker).ends_on == TODAY
    assert not PostCover.objects.filter(post__in=[worker, deputy], ends_on=None).exists()
    assert actor("grid_worker").posts == ()
    assert recorded("organisation.posts_ended")[-1].object_id == GRID
    assert recorded("organisation.dismissed")[-1].codes == {"person": str(person("grid_worker"))}


def test_posts_do_not_end_ahead_of_their_day() -> None:
    with pytest.raises(Refusal) as refused:
        done_by(CLOCK, end_grid_posts, [GRID], ends_on=TODAY + timedelta(days=1))
    assert set(refused.value.fields) == {"from_day"}


@pytest.mark.parametrize(
    ("key", "status"), [("station_head", 403), ("sibling_township_centre", 404)]
)
def test_who_may_not_make_or_end_posts_of_grids(key: str, status: int) -> None:
    for change, said in (
        (establish_grid_posts, {"valid_from": TODAY}),
        (end_grid_posts, {"ends_on": TODAY}),
    ):
        place = VILLAGE if change is establish_grid_posts else [GRID]
        with pytest.raises(Refusal) as refused:
            done_by(key, change, place, **said)
        assert refused.value.status == status
