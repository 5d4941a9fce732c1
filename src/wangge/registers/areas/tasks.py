"""What the platform does with places by itself."""

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.jobs import job
from wangge.registers.areas import operations


@job("areas.generalise")
def generalise(*, by: Actor, at: datetime) -> None:
    """Redraw small-scale lines and tints after outlines were drawn."""
    operations.generalise(by=by, at=at)
