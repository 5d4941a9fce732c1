"""A list comes in: read at once, carried out row by row by a job, each row by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.lists.adapters.heads import column_places, row_by_name
from wangge.insight.lists.adapters.sheets import read_sheet
from wangge.insight.lists.models import ListImport, RefusedRow
from wangge.insight.lists.queries.declared import incoming_of
from wangge.insight.lists.queries.own import SEALED_AS
from wangge.insight.lists.rules.forms import MOST_ROWS
from wangge.insight.lists.rules.kinds import Incoming
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.areas.operations.admission import check_may
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.orders import operations as orders
from wangge.registers.orders.rules import OrderState


@operation
def bring(
    kind: str, file_name: str, content: bytes, area_code: str, *, by: Actor, at: datetime
) -> UUID:
    """Take in an Excel list for an area; a job carries its rows out. 422 for what cannot be read."""
    incoming = incoming_of(kind)
    post = check_may(incoming.permission, area_code, Message("area.thing"), by)
    if by.person_id is None or by.account_id is None:
        raise Refusal.not_found(Message("lists.thing"))
    rows = _read(incoming, content)
    brought = ListImport(
        id=uuid7(at),
        kind=kind,
        area_code=area_code,
        person_id=by.person_id,
        account_id=by.account_id,
        file_name=file_name[:120],
        content=key_ring().seal(json.dumps(rows, ensure_ascii=False), context=SEALED_AS),
        rows=len(rows) - 1,
        state=OrderState.WAITING.value,
        asked_at=at,
        moved_at=at,
    )
    brought.save(force_insert=True)
    queue(brought.pk)
    record(
        Event.LIST_BROUGHT,
        "list",
        brought.pk,
        by=by,
        at=at,
        area_code=area_code,
        post_id=post.post_id if post else None,
        kind=kind,
        count=brought.rows,
    )
    return brought.pk


def _read(incoming: Incoming, content: bytes) -> list[list[str]]:
    try:
        rows = read_sheet(content, most_rows=MOST_ROWS)
    except Invalid as error:
        raise Refusal.invalid({"file": error.message}) from error
    if len(rows) < 2:
        raise Refusal.invalid({"file": Message("lists.no_rows")})
    column_places(incoming, rows[0])
    return rows


@operation
def take_row(
    key: UUID, number: int, row: Sequence[str], head: Sequence[str], *, by: Actor, at: datetime
) -> None:
    """Carry out one row (`number` as the sheet counts); a Refusal leaves nothing of it behind."""
    brought = _next(key, number)
    if brought is None:
        return
    incoming = incoming_of(brought.kind)
    said = row_by_name(incoming, head, row)
    if incoming.is_filled_in(said):
        incoming.take_row(said, brought.area_code, by=by, at=at)
    _passed(brought, by, at)


@operation
def note_refusal(
    key: UUID, number: int, reasons: Iterable[Message], *, by: Actor, at: datetime
) -> None:
    """A row could not be taken: it goes back to its person with the reasons."""
    brought = _next(key, number)
    if brought is None:
        return
    RefusedRow(
        id=uuid7(at),
        list_import=brought,
        person_id=brought.person_id,
        number=number,
        reasons=[reason.to_json() for reason in reasons],
    ).save(force_insert=True)
    brought.refused += 1
    _passed(brought, by, at)


@operation
def carry_on(key: UUID, *, by: Actor, at: datetime) -> None:
    """Ask for the next rows after those that were done."""
    queue(key)


def _next(key: UUID, number: int) -> ListImport | None:
    """The list, locked, if this row is yet to be done; None where another worker was quicker."""
    brought = orders.held(ListImport, key)
    return brought if brought is not None and brought.done == number - 2 else None


def _passed(brought: ListImport, by: Actor, at: datetime) -> None:
    """One row further; after the last one the list is done."""
    done = brought.done + 1
    if done < brought.rows:
        orders.go_on(ListImport, brought.pk, at=at, done=done, refused=brought.refused)
        return
    orders.finish(ListImport, brought.pk, at=at, done=done, refused=brought.refused)
    record(
        Event.LIST_TAKEN,
        "list",
        brought.pk,
        by=by,
        at=at,
        area_code=brought.area_code,
        count=brought.rows,
        refused=brought.refused,
    )


def queue(key: UUID) -> None:
    """Have the next rows carried out; a list that waits already is not queued twice."""
    later("lists.take_rows", once=f"lists.take_rows {key}", brought=str(key))
