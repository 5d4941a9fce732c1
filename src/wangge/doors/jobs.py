"""Jobs are rows written in the same transaction as the work that wants them (procrastinate).

Operations ask for a job by its stable name; tasks register themselves under that name with `job`,
which says as whom they act. A job that acts as nobody would see nothing behind the second wall.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from procrastinate import RetryStrategy, exceptions
from procrastinate.contrib.django import app

from wangge.access.actor import Actor
from wangge.doors.door import door

JobBody = Callable[..., None]

FAILED_KEPT_FOR: Final = timedelta(days=30)

JOBS: dict[str, JobBody] = {}


def later(
    name: str,
    *,
    at: datetime | None = None,
    once: str | None = None,
    queue: str = "default",
    priority: int = 0,
    **arguments: Any,
) -> None:
    """Queue the job `name`; it disappears with the transaction if that is rolled back.

    `at` is the earliest start. `once` is a key: while a job with it waits, another is not added.
    Waiting jobs of the highest `priority` are taken first: long work is queued below 0, so that the
    ticks of the schedule go before it. Workers that are started for one `queue` take nothing else.
    """
    deferrer = app.configure_task(
        name=name,
        allow_unknown=True,
        schedule_at=at,
        queueing_lock=once,
        queue=queue,
        priority=priority,
    )
    try:
        with transaction.atomic(savepoint=once is not None):  # the lock is a unique index
            deferrer.defer(**arguments)
    except exceptions.AlreadyEnqueued:
        return


def job(
    name: str, *, acting_as: Callable[[], Actor] | None = None, tries: int = 5
) -> Callable[[JobBody], JobBody]:
    """Register a task. It runs through the door as `acting_as()` (default: the county's clock).

    The body gets keyword arguments and `by`, `at`; it loads and calls one operation.
    """

    def register(body: JobBody) -> JobBody:
        @wraps(body)
        def run(**arguments: Any) -> None:
            arguments.pop("timestamp", None)  # periodic tasks get the time of their tick
            actor = acting_as() if acting_as else Actor.clock(settings.COUNTY_CODE)
            door(actor, lambda: body(**arguments, by=actor, at=timezone.now()))

        retry = RetryStrategy(max_attempts=tries, exponential_wait=4)
        app.task(name=name, retry=retry)(run)
        JOBS[name] = run
        return run

    return register


def forget_failed(*, at: datetime) -> int:
    """Delete jobs that failed more than `FAILED_KEPT_FOR` ago; returns how many.

    The worker deletes those that succeed at once. Failed ones stay for the operator, with their
    arguments, which are ids and codes.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE status IN ('failed', 'cancelled', 'aborted')"
            " AND (SELECT max(at) FROM procrastinate_events WHERE job_id = procrastinate_jobs.id)"
            " < %s",
            [at - FAILED_KEPT_FOR],
        )
        return int(cursor.rowcount)
