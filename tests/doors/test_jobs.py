"""Jobs are rows of the transaction that asks for them, and run as the actor they name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.factories.world import COUNTY, TOWNSHIP
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.jobs import FAILED_KEPT_FOR, JOBS, forget_failed, job, later
from wangge.doors.operation import OutsideDoor, operation

CLOCK = Actor.clock(COUNTY)
REPORTER = Actor.reporter("ab" * 32)
NAME, AS_REPORTER = "tests.tell", "tests.tell_as_reporter"
seen: list[tuple[str, Actor]] = []


def tell(*, said: str, by: Actor, at: datetime) -> None:
    note(said, by=by, at=at)


def tell_as_reporter(*, by: Actor, at: datetime) -> None:
    note("", by=by, at=at)


@operation
def note(said: str, *, by: Actor, at: datetime) -> None:
    assert at.tzinfo is not None
    seen.append((said, by))


@pytest.fixture(autouse=True)
def _registered() -> Iterator[None]:
    """Jobs of this module, removed after each test, because other tests ask for all jobs."""
    job(NAME)(tell)
    job(AS_REPORTER, acting_as=lambda: REPORTER)(tell_as_reporter)
    yield
    for name in (NAME, AS_REPORTER):
        del JOBS[name], app.tasks[name]
    seen.clear()


def waiting() -> list[ProcrastinateJob]:
    return list(ProcrastinateJob.objects.filter(task_name=NAME, status="todo").order_by("id"))


@pytest.mark.django_db
def test_long_work_waits_behind_the_ticks_of_the_schedule() -> None:
    door(CLOCK, lambda: later(NAME, priority=-10, said="long"))
    door(CLOCK, lambda: later(NAME, said="tick"))
    in_turn = ProcrastinateJob.objects.filter(task_name=NAME).order_by("-priority", "id")
    assert [queued.args["said"] for queued in in_turn] == ["tick", "long"]


@pytest.mark.django_db
def test_a_job_is_queued_with_its_arguments_and_earliest_start(at: datetime) -> None:
    door(CLOCK, lambda: later(NAME, at=at + timedelta(days=1), said="x"))
    (queued,) = waiting()
    assert queued.args == {"said": "x"}
    assert queued.scheduled_at == at + timedelta(days=1)


@pytest.mark.django_db
def test_a_key_that_waits_is_not_queued_twice_and_disturbs_nothing() -> None:
    def unit() -> int:
        later(NAME, once="k", said="first")
        later(NAME, once="k", said="second")
        later(NAME, once="other", said="third")
        return len(waiting())

    assert door(CLOCK, unit) == 2
    assert [queued.args["said"] for queued in waiting()] == ["first", "third"]


def test_a_job_disappears_with_the_transaction(own_database: None) -> None:
    def unit() -> None:
        later(NAME, said="never")
        assert len(waiting()) == 1
        raise LookupError

    with pytest.raises(LookupError):
        door(CLOCK, unit)
    assert waiting() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "arguments", "actor"),
    [
        (NAME, {"said": "x"}, CLOCK),
        (NAME, {"said": "x", "timestamp": 1}, CLOCK),
        (AS_REPORTER, {}, REPORTER),
    ],
)
def test_a_job_runs_through_the_door_as_its_stated_actor(
    name: str, arguments: dict[str, object], actor: Actor
) -> None:
    JOBS[name](**arguments)
    assert [by for _, by in seen] == [actor]


def test_the_worker_does_what_was_committed(own_database: None) -> None:
    door(CLOCK, lambda: later(NAME, said=TOWNSHIP))
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, listen_notify=False, install_signal_handlers=False)
    assert seen == [(TOWNSHIP, CLOCK)]
    assert waiting() == []


def test_the_body_of_a_job_alone_has_no_door(own_database: None, at: datetime) -> None:
    with pytest.raises(OutsideDoor):
        note("", by=CLOCK, at=at)


def test_a_failed_job_is_kept_for_a_month_and_a_waiting_one_stays(own_database: None) -> None:
    door(CLOCK, lambda: later(NAME, said="failed"))
    with connection.cursor() as cursor:
        for status in ("doing", "failed"):  # PostgreSQL notes the hour of each
            cursor.execute(
                "UPDATE procrastinate_jobs SET status = %s WHERE args->>'said' = 'failed'",
                [status],
            )
    door(CLOCK, lambda: later(NAME, said="waits"))
    today = timezone.now()
    sweeps = [today + FAILED_KEPT_FOR + timedelta(days=days) for days in (-1, 1)]
    assert [door(CLOCK, lambda at=at: forget_failed(at=at)) for at in sweeps] == [0, 1]
    assert [left.args["said"] for left in waiting()] == ["waits"]
