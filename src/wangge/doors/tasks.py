"""What the doors do by themselves."""

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors import idempotency, looks
from wangge.doors.jobs import job


@job("doors.forget_answers")
def forget_answers(*, by: Actor, at: datetime) -> None:
    """Answers to requests that may arrive twice are kept for two days, counted looks for hours."""
    idempotency.forget_old(at=at)
    looks.forget_old(at=at)
