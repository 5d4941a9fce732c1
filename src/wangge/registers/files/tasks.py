"""What the platform does with files by itself."""

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.jobs import job
from wangge.registers.files import operations


@job("files.sweep_orphans")
def sweep_orphans(*, by: Actor, at: datetime) -> None:
    """Bytes first, rows second: a row is gone for good before its bytes follow in the next sweep."""
    operations.clear_shelves(at=at)
    operations.forget_orphans(by=by, at=at)
