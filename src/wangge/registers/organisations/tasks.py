"""What the platform does with posts by itself."""

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.jobs import job
from wangge.registers.organisations import operations


@job("organisations.reckon_cover")
def renew_cover(*, by: Actor, at: datetime) -> None:
    """Every midnight: terms begin and end, holders go on leave and come back."""
    operations.renew_cover_today(by=by, at=at)
