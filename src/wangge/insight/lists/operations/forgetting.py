"""Files and rows are forgotten after their days; lists whose worker went away are taken up again."""

from __future__ import annotations

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.insight.lists.models import ListExport, ListImport
from wangge.insight.lists.operations import bringing, taking_out
from wangge.registers.orders import operations as orders


@operation
def forget_old(*, by: Actor, at: datetime) -> int:
    """Let go of files and rows that were kept long enough; returns how many. The lines stay."""
    files = orders.forget(ListExport, at=at, file=None)
    return files + orders.forget(ListImport, at=at, content=b"")


@operation
def take_up_again(*, by: Actor, at: datetime) -> None:
    """Queue what nothing has moved for a while."""
    for key in orders.take_up_again(ListExport, at=at):
        taking_out.queue(key)
    for key in orders.take_up_again(ListImport, at=at):
        bringing.queue(key)
