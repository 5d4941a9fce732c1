"""Errands are jobs that talk to another machine, and do so between two doors.

A job runs inside one transaction: a slow answer from outside would hold it open, and a deadlock
would send the request twice. An errand opens its own doors, before and after.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from wangge.access.actor import Actor
from wangge.doors.jobs import JOBS, JobBody


def errand(
    name: str, *, acting_as: Callable[[], Actor] | None = None
) -> Callable[[JobBody], JobBody]:
    """Register a task that opens its doors itself, as `acting_as()` (default: the county's clock).

    The body gets keyword arguments and `by`, `at`. It is not run again when it fails: it writes down
    what it has done, and the next tick of the schedule goes on from there.
    """

    def register(body: JobBody) -> JobBody:
        @wraps(body)
        def run(**arguments: Any) -> None:
            arguments.pop("timestamp", None)  # periodic tasks get the time of their tick
            actor = acting_as() if acting_as else Actor.clock(settings.COUNTY_CODE)
            body(**arguments, by=actor, at=timezone.now())

        app.task(name=name)(run)
        JOBS[name] = run
        return run

    return register
