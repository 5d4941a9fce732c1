"""What the worker does with lists, each in the scope of the person whose list it is."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.errands import errand
from wangge.doors.jobs import job
from wangge.insight.lists import operations
from wangge.insight.lists.models import ListImport
from wangge.insight.lists.operations.taking_out import Order
from wangge.insight.lists.queries import grids as grids_out
from wangge.insight.lists.queries.own import rows_of
from wangge.insight.lists.rules.forms import ListState
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.files import shelves
from wangge.registers.files.operations import Kept
from wangge.registers.organisations.queries import actor_of, county_day

_log = logging.getLogger(__name__)
ROWS_AT_A_TIME = 200  # then other jobs have their turn


@errand("lists.write")
def write(*, export: str, by: Actor, at: datetime) -> None:
    """Write the file of a list and offer it."""
    key = UUID(export)
    order = door(by, lambda: operations.begin_export(key, by=by, at=at))
    if order is None:
        return
    try:
        content, rows = _written(order, by, at)
    except Exception:
        # A list that cannot be written must say so, not seem to be written for ever.
        _log.exception("list %s could not be written", export)
        failed = Message("lists.failed")
        door(by, lambda: operations.give_up_export(key, failed, by=by, at=at))
        return
    digest = shelves.put(content, at)
    kept = Kept(digest, order.form.media_type, len(content), None, None)
    door(by, lambda: operations.finish_export(key, kept, rows, by=by, at=at))


def _written(order: Order, by: Actor, at: datetime) -> tuple[bytes, int]:
    actor = door(by, lambda: actor_of(order.account_id, at))
    day = county_day(at)
    grids = door(actor, lambda: grids_out.lines(order.area_code, day, order.language))
    return grids_out.written(grids, order.form, order.language), len(grids)


@errand("lists.take_rows")
def take_rows(*, brought: str, by: Actor, at: datetime) -> None:
    """The next rows of a list that was brought, each through a door of its own."""
    key = UUID(brought)
    found = door(by, lambda: ListImport.objects.filter(pk=key).first())
    if found is None or found.state == ListState.DONE:
        return
    actor = door(by, lambda: actor_of(found.account_id, at))
    head, *rows = rows_of(found)
    following = rows[found.done : found.done + ROWS_AT_A_TIME]
    for number, row in enumerate(following, start=found.done + 2):
        _take(key, number, row, head, actor, by, at)
    if found.done + len(following) < found.rows:
        door(by, lambda: operations.carry_on(key, by=by, at=at))


def _take(
    key: UUID,
    number: int,
    row: Sequence[str],
    head: Sequence[str],
    actor: Actor,
    clock: Actor,
    at: datetime,
) -> None:
    try:
        door(actor, lambda: operations.take_row(key, number, row, head, by=actor, at=at))
    except Refusal as refusal:
        reasons = list(refusal.fields.values()) or [refusal.message]
    except Exception:
        # One row that nobody thought of must not hold up those after it.
        _log.exception("row %s of list %s could not be taken", number, key)
        reasons = [Message("lists.row_failed")]
    else:
        return
    door(clock, lambda: operations.note_refusal(key, number, reasons, by=clock, at=at))


@job("lists.take_up_again")
def take_up_again(*, by: Actor, at: datetime) -> None:
    """Lists whose worker went away go on."""
    operations.take_up_again(by=by, at=at)


@job("lists.forget_old")
def forget_old(*, by: Actor, at: datetime) -> None:
    """Files and rows are kept for two weeks."""
    operations.forget_old(by=by, at=at)
