"""A list goes out: asked for by a person, written by a job in that person's scope, fetched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor, HeldPost
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.lists.models import ListExport
from wangge.insight.lists.queries.declared import outgoing_of
from wangge.insight.lists.rules.kinds import Outgoing
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.operations.admission import check_may
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.files.models import StoredFile
from wangge.registers.files.operations import Kept, adopt
from wangge.registers.orders import operations as orders
from wangge.registers.orders.rules import OrderState


@operation
def ask_for(
    kind: str,
    form: str,
    area_code: str,
    language: str,
    *,
    filters: Mapping[str, str] | None = None,
    narrowed_to: UUID | None = None,
    by: Actor,
    at: datetime,
) -> UUID:
    """Ask for a list of an area as a file; a job writes it. 422 for a form it does not have.

    `filters` are those of the page; `narrowed_to` is the one post in which the person looks at it,
    so that the file holds what the page shows.
    """
    outgoing = outgoing_of(kind)
    post = check_may_take_out(outgoing, area_code, by)
    if form not in outgoing.forms or by.person_id is None or by.account_id is None:
        raise Refusal.invalid({"form": Message("lists.form_unknown")})
    export = ListExport(
        id=uuid7(at),
        kind=kind,
        form=form,
        language=language,
        area_code=area_code,
        filters=outgoing.kept(filters or {}),
        person_id=by.person_id,
        account_id=by.account_id,
        narrowed_to=narrowed_to,
        state=OrderState.WAITING.value,
        asked_at=at,
        moved_at=at,
    )
    export.save(force_insert=True)
    queue(export.pk)
    record(
        Event.LIST_ASKED_FOR,
        "list",
        export.pk,
        by=by,
        at=at,
        area_code=area_code,
        post_id=post.post_id if post else None,
        kind=kind,
        form=form,
    )
    return export.pk


def check_may_take_out(outgoing: Outgoing, area_code: str, by: Actor) -> HeldPost | None:
    """The post that allows it, None for the clock; 404 or 403 where none does."""
    if not outgoing.in_sight or by.is_clock:
        return check_may(outgoing.permission, area_code, Message("area.thing"), by)
    able = [post for post in by.posts if outgoing.permission in post.permissions]
    if not able:
        raise Refusal.forbidden()
    return max(able, key=lambda post: post.level)


@operation
def begin_export(key: UUID, *, by: Actor, at: datetime) -> ListExport | None:
    """The worker begins; None where the list is done already, gone, or in another worker's hands."""
    return orders.begin(ListExport, key, at=at)


@operation
def finish_export(
    key: UUID, kept: Kept, rows: int, post: HeldPost | None, *, of: Actor, by: Actor, at: datetime
) -> None:
    """The file lies on its shelf: from now on its person (`of`) can fetch it.

    One that may name people is counted, for the auditor (R5).
    """
    file = StoredFile.objects.get(pk=adopt(kept, by=by, at=at))
    if not orders.finish(ListExport, key, at=at, file=file, rows=rows):
        return
    record(Event.LIST_WRITTEN, "list", key, by=by, at=at, count=rows)
    export = ListExport.objects.get(pk=key)
    if outgoing_of(export.kind).names_people:
        record(
            Event.NAMES_TAKEN_OUT,
            "list",
            key,
            by=of,
            at=at,
            area_code=export.area_code,
            post_id=post.post_id if post else None,
            kind=export.kind,
            form=export.form,
            count=rows,
        )


@operation
def give_up_export(key: UUID, reason: Message, *, by: Actor, at: datetime) -> None:
    """There will be no file; the person is told why."""
    if orders.give_up(ListExport, key, reason, at=at):
        record(Event.LIST_FAILED, "list", key, by=by, at=at, reason=reason.code)


def queue(key: UUID) -> None:
    """Have the file written; a list that waits already is not queued twice."""
    later("lists.write", once=f"lists.write {key}", export=str(key))
