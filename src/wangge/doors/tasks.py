"""What the doors clear away on a schedule."""

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors import idempotency, looks, tries
from wangge.doors.jobs import forget_failed, job


@job("doors.forget_answers")
def forget_answers(*, by: Actor, at: datetime) -> None:
    """Answers to requests that may arrive twice are kept for two days, counted looks for hours,
    failed tries for a day."""
    idempotency.forget_old(at=at)
    looks.forget_old(at=at)
    tries.forget_old(at=at)


@job("doors.forget_failed_jobs")
def forget_failed_jobs(*, by: Actor, at: datetime) -> None:
    """Every night: jobs that failed a month ago."""
    forget_failed(at=at)
