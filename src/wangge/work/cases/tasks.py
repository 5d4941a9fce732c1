"""What happens to cases by itself: each job loads nothing and calls one operation."""

from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.jobs import job
from wangge.work.cases.operations import looking, recalculating, telling


@job("cases.look_for_due")
def look_for_due(*, by: Actor, at: datetime) -> None:
    """Every minute: cases whose next look has come."""
    looking.claim_due(by=by, at=at)


@job("cases.look_at", tries=1)
def look_at(*, case: str, by: Actor, at: datetime) -> None:
    """One case. It is not tried again: what failed is claimed again when its claim has run out."""
    looking.look_again(UUID(case), by=by, at=at)


@job("cases.tell_reporter")
def tell_reporter(*, step: str, by: Actor, at: datetime) -> None:
    """The reporter hears of a step."""
    telling.tell_reporter(UUID(step), by=by, at=at)


@job("cases.reckon_provisional_terms")  # the name stands in queues: it stays
def recalculate_provisional_terms(*, after: str = "", by: Actor, at: datetime) -> None:
    """After a year of the calendar was loaded."""
    recalculating.recalculate_provisional_terms(after, by=by, at=at)


@job("cases.warn_of_missing_calendar")
def warn_of_missing_calendar(*, by: Actor, at: datetime) -> None:
    """Every day: is there a calendar for next year when December has come?"""
    recalculating.warn_of_missing_calendar(by=by, at=at)
