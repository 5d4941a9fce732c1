"""The door: one transaction, in the scope of one actor, again when PostgreSQL breaks a deadlock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from uuid import UUID

import pytest
from django.db import InternalError, OperationalError, connection, connections

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.access.sight import SLOTS, Sight
from wangge.doors.door import ATTEMPTS, door, scope_of
from wangge.lib.uuid7 import uuid7
from wangge.registers.notices.models import Notice

CLOCK = Actor.clock(COUNTY)
CENTRE = Actor(
    ActorKind.PERSON,
    (HeldPost(UUID(int=1), "head", UUID(int=2), "t_grid_centre", TOWNSHIP),),
    person_id=UUID(int=3),
)


def scope() -> dict[str, str]:
    """What PostgreSQL knows about who is asking; a missing setting counts as empty."""
    with connection.cursor() as cursor:
        names = list(scope_of(CLOCK))
        cursor.execute("SELECT " + ", ".join("current_setting(%s, true)" for _ in names), names)
        return dict(zip(names, (value or "" for value in cursor.fetchone()), strict=True))


def write_notice(at: datetime) -> UUID:
    notice = Notice(
        id=uuid7(at), channel="in_app", message={"code": "x"}, created_at=at, send_after=at
    )
    notice.save(force_insert=True)
    return notice.pk


def is_there(notice_id: UUID) -> bool:
    return door(CLOCK, lambda: Notice.objects.filter(pk=notice_id).exists())


@pytest.mark.django_db
def test_the_unit_runs_in_the_scope_of_its_actor() -> None:
    assert door(CENTRE, scope) == scope_of(CENTRE)


@pytest.mark.django_db
def test_what_the_unit_returns_comes_back() -> None:
    assert door(CLOCK, lambda: 42) == 42


@pytest.mark.django_db
def test_a_nested_scope_ends_with_the_unit() -> None:
    door(CENTRE, scope)
    assert scope() == scope_of(Actor.visitor())


@pytest.mark.django_db
@pytest.mark.parametrize("kind", Sight)
def test_each_kind_of_sight_has_slots_of_its_own(kind: Sight) -> None:
    """As many areas as slots get one each; with one more, the township that holds them all is set."""
    for villages in (SLOTS, SLOTS + 1):
        posts = tuple(
            HeldPost(UUID(int=n), "head", UUID(int=n), "v_service_station", f"{VILLAGE[:-1]}{n}")
            for n in range(1, villages + 1)
        )
        told = door(Actor(ActorKind.PERSON, posts), scope)
        codes = [told[f"wangge.{slot}"] for slot in kind.slots]
        one_each = [post.area_code for post in posts]
        common = [TOWNSHIP, *[""] * (SLOTS - 1)]
        assert codes == (one_each if villages == SLOTS else common)


@pytest.mark.django_db
def test_a_reading_door_refuses_to_write(at: datetime) -> None:
    with pytest.raises(InternalError, match="read-only"):
        door(CLOCK, lambda: write_notice(at), read_only=True)


@pytest.mark.django_db
def test_after_a_reading_door_one_may_write_again(at: datetime) -> None:
    door(CLOCK, scope, read_only=True)
    assert is_there(door(CLOCK, lambda: write_notice(at)))


def test_what_the_unit_did_is_kept(own_database: None, at: datetime) -> None:
    written = door(CLOCK, lambda: write_notice(at))
    connection.close()
    assert is_there(written)


def test_an_exception_undoes_everything(own_database: None, at: datetime) -> None:
    written: list[UUID] = []

    def unit() -> None:
        written.append(write_notice(at))
        raise LookupError

    with pytest.raises(LookupError):
        door(CLOCK, unit)
    assert not is_there(written[0])


def test_the_scope_ends_with_the_transaction(own_database: None) -> None:
    door(CENTRE, scope)
    assert set(scope().values()) == {""}


def fail(sqlstate: str) -> None:
    """Have PostgreSQL itself raise an error of this kind."""
    with connection.cursor() as cursor:
        cursor.execute(f"DO $$ BEGIN RAISE SQLSTATE '{sqlstate}'; END $$")


@pytest.mark.parametrize(
    ("sqlstate", "attempts"), [("40001", ATTEMPTS), ("40P01", ATTEMPTS), ("57014", 1)]
)
def test_only_lost_races_are_run_again(own_database: None, sqlstate: str, attempts: int) -> None:
    runs: list[str] = []

    def unit() -> None:
        runs.append(sqlstate)
        fail(sqlstate)

    with pytest.raises(OperationalError):
        door(CLOCK, unit)
    assert len(runs) == attempts


def test_a_race_that_is_won_in_the_end_leaves_one_effect(own_database: None, at: datetime) -> None:
    written: list[UUID] = []

    def unit() -> UUID:
        written.append(write_notice(at))
        if len(written) < ATTEMPTS:
            fail("40001")
        return written[-1]

    kept = door(CLOCK, unit)
    assert [is_there(each) for each in written] == [False, False, True]
    assert kept == written[-1]


def test_a_real_deadlock_is_run_again_and_both_are_done(own_database: None) -> None:
    both_hold_one = threading.Barrier(2, timeout=30)
    runs: list[int] = []

    def locks(first: int, second: int) -> Callable[[], None]:
        mine = [0]

        def unit() -> None:
            mine[0] += 1
            runs.append(first)
            lock(first)
            if mine[0] == 1:
                both_hold_one.wait()
            lock(second)

        return unit

    def worker(first: int, second: int) -> None:
        try:
            door(CLOCK, locks(first, second))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=2) as threads:
        done = [threads.submit(worker, 1, 2), threads.submit(worker, 2, 1)]
        assert [each.result(timeout=60) for each in done] == [None, None]
    assert len(runs) == 3


def lock(number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
