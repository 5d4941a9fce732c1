"""A list comes in: read at once, carried out row by row by a job, each row by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.lists.adapters.sheets import read_sheet
from wangge.insight.lists.models import ListImport, RefusedRow
from wangge.insight.lists.operations import grids as grids_in
from wangge.insight.lists.queries.own import SEALED_AS
from wangge.insight.lists.rules.forms import INCOMING, MOST_ROWS, ListState
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts.secrets import key_ring
from wangge.registers.areas.operations.admission import check_may
from wangge.registers.audit.events import Event
from wangge.registers.audit.operations import record
from wangge.registers.organisations.operations.grids import establish_listed_grid
from wangge.registers.organisations.queries import county_day


@operation
def bring(
    kind: str, file_name: str, content: bytes, area_code: str, *, by: Actor, at: datetime
) -> UUID:
    """Take in an Excel list for an area; a job carries its rows out. 422 for what cannot be read."""
    may = check_may(Permission.ORGANISATION_APPOINT, area_code, Message("area.thing"), by)
    if kind not in INCOMING or by.person_id is None or by.account_id is None:
        raise Refusal.not_found(Message("lists.thing"))
    rows = _read(content)
    brought = ListImport(
        id=uuid7(at),
        kind=kind,
        area_code=area_code,
        person_id=by.person_id,
        account_id=by.account_id,
        file_name=file_name[:120],
        content=key_ring().seal(json.dumps(rows, ensure_ascii=False), context=SEALED_AS),
        rows=len(rows) - 1,
        state=ListState.WAITING.value,
        brought_at=at,
        moved_at=at,
    )
    brought.save(force_insert=True)
    _queue(brought.pk)
    record(
        Event.LIST_BROUGHT,
        "list",
        brought.pk,
        by=by,
        at=at,
        area_code=area_code,
        post_id=may.post_id if may else None,
        kind=kind,
        count=brought.rows,
    )
    return brought.pk


def _read(content: bytes) -> list[list[str]]:
    try:
        rows = read_sheet(content, most_rows=MOST_ROWS)
    except Invalid as error:
        raise Refusal.invalid({"file": error.message}) from error
    if len(rows) < 2:
        raise Refusal.invalid({"file": Message("lists.no_rows")})
    grids_in.places_of(rows[0])
    return rows


@operation
def take_row(
    key: UUID, number: int, row: Sequence[str], head: Sequence[str], *, by: Actor, at: datetime
) -> None:
    """Carry out one row (`number` as the sheet counts); a Refusal leaves nothing of it behind."""
    brought = ListImport.objects.select_for_update(no_key=True, of=("self",)).get(pk=key)
    if brought.done >= number - 1:
        return  # another worker was quicker
    said = {column: row[place] for column, place in grids_in.places_of(head).items()}
    if grids_in.says_something(said):
        village, grid = grids_in.read(said, brought.area_code, by)
        establish_listed_grid(village, grid, from_day=county_day(at), by=by, at=at)
    _moved(brought, number, by, at)


@operation
def note_refusal(
    key: UUID, number: int, reasons: Iterable[Message], *, by: Actor, at: datetime
) -> None:
    """A row could not be taken: it goes back to its person with the reasons."""
    brought = ListImport.objects.select_for_update(no_key=True, of=("self",)).get(pk=key)
    if brought.done >= number - 1:
        return
    RefusedRow(
        id=uuid7(at),
        list_import=brought,
        person_id=brought.person_id,
        number=number,
        reasons=[reason.to_json() for reason in reasons],
    ).save(force_insert=True)
    brought.refused += 1
    _moved(brought, number, by, at)


@operation
def carry_on(key: UUID, *, by: Actor, at: datetime) -> None:
    """Ask for the next rows after those that were done."""
    _queue(key)


def _moved(brought: ListImport, number: int, by: Actor, at: datetime) -> None:
    brought.done = number - 1
    brought.moved_at = at
    brought.state = (ListState.DONE if brought.done == brought.rows else ListState.RUNNING).value
    brought.save(update_fields=["done", "refused", "moved_at", "state"])
    if brought.state == ListState.DONE:
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


def _queue(key: UUID) -> None:
    later("lists.take_rows", once=f"lists.take_rows {key}", brought=str(key))
