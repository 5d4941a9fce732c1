"""What the worker does with lists, each in the scope of the person whose list it is."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor, HeldPost
from wangge.doors.door import door
from wangge.doors.errands import errand
from wangge.doors.jobs import job
from wangge.insight.lists import operations
from wangge.insight.lists.adapters.files import write_list
from wangge.insight.lists.models import ListExport, ListImport
from wangge.insight.lists.queries.declared import kinds, outgoing_of
from wangge.insight.lists.queries.marks import mark_of
from wangge.insight.lists.queries.own import rows_of
from wangge.insight.lists.rules.forms import Form
from wangge.insight.lists.rules.kinds import Wanted
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.files.adapters import shelves
from wangge.registers.files.operations import Kept
from wangge.registers.organisations.queries.actors import actor_of

_log = logging.getLogger(__name__)
ROWS_AT_A_TIME = 200  # then other jobs have their turn


@dataclass(frozen=True, slots=True)
class _File:
    """A list as it was written: for whom, and by which post it was allowed."""

    content: bytes
    rows: int
    person: Actor
    post: HeldPost | None


@errand("lists.write")
def write(*, export: str, by: Actor, at: datetime) -> None:
    """Write the file of a list and offer it."""
    key = UUID(export)
    begun = door(by, lambda: operations.begin_export(key, by=by, at=at))
    if begun is None:
        return
    try:
        file = _written(begun, by, at)
    except Refusal as refusal:
        reason = refusal.message
        door(by, lambda: operations.give_up_export(key, reason, by=by, at=at))
        return
    except Exception:
        # A list that cannot be written must say so, not seem to be written for ever.
        _log.exception("list %s could not be written", export)
        failed = Message("lists.failed")
        door(by, lambda: operations.give_up_export(key, failed, by=by, at=at))
        return
    digest = shelves.put(file.content, at)
    kept = Kept(digest, Form(begun.form).media_type, len(file.content), None, None)
    door(
        by,
        lambda: operations.finish_export(
            key, kept, file.rows, file.post, of=file.person, by=by, at=at
        ),
    )


def _written(export: ListExport, by: Actor, at: datetime) -> _File:
    """The file, in the scope that its person has now; a Refusal where that no longer allows it."""
    actor = door(by, lambda: actor_of(export.account_id, at))
    if export.narrowed_to:
        actor = actor.narrowed_to(export.narrowed_to)
    outgoing = outgoing_of(export.kind)
    wanted = Wanted(area_code=export.area_code, filters=export.filters, by=actor, at=at)
    post = operations.check_may_take_out(outgoing, export.area_code, actor)
    rows = door(actor, lambda: outgoing.rows(wanted))
    mark = door(actor, lambda: mark_of(export, post)) if outgoing.names_people else None
    kind, form = kinds()[export.kind], Form(export.form)
    content = write_list(kind, outgoing, rows, form, export.language, mark)
    return _File(content, len(rows), actor, post)


@errand("lists.take_rows")
def take_rows(*, brought: str, by: Actor, at: datetime) -> None:
    """The next rows of a list that was brought, each through a door of its own."""
    key = UUID(brought)
    found = door(by, lambda: ListImport.objects.filter(pk=key).first())
    if found is None or not found.is_open:
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
