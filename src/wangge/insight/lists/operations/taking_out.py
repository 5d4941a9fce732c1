"""A list goes out: asked for by a person, written by a job in that person's scope, fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.lists.models import ListExport
from wangge.insight.lists.rules.forms import OUTGOING, Form, ListState
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.operations.admission import check_may
from wangge.registers.audit.events import Event
from wangge.registers.audit.operations import record
from wangge.registers.files.models import StoredFile
from wangge.registers.files.operations import Kept, adopt


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, and for whom."""

    kind: str
    form: Form
    language: str
    area_code: str
    account_id: UUID


@operation
def ask_for(
    kind: str, form: str, area_code: str, language: str, *, by: Actor, at: datetime
) -> UUID:
    """Ask for a list of an area as a file; a job writes it. 422 for a form it does not have."""
    may = check_may(Permission.ORGANISATION_SEE, area_code, Message("area.thing"), by)
    if form not in OUTGOING.get(kind, ()) or by.person_id is None or by.account_id is None:
        raise Refusal.invalid({"form": Message("lists.form_unknown")})
    export = ListExport(
        id=uuid7(at),
        kind=kind,
        form=form,
        language=language,
        area_code=area_code,
        person_id=by.person_id,
        account_id=by.account_id,
        state=ListState.WAITING.value,
        asked_at=at,
    )
    export.save(force_insert=True)
    later("lists.write", export=str(export.pk))
    record(
        Event.LIST_ASKED_FOR,
        "list",
        export.pk,
        by=by,
        at=at,
        area_code=area_code,
        post_id=may.post_id if may else None,
        kind=kind,
        form=form,
    )
    return export.pk


@operation
def begin_export(key: UUID, *, by: Actor, at: datetime) -> Order | None:
    """The worker begins; None where the list is done already or gone."""
    waiting = ListExport.objects.filter(pk=key, state__in=[ListState.WAITING, ListState.RUNNING])
    export = waiting.select_for_update(no_key=True, of=("self",)).first()
    if export is None:
        return None
    export.state = ListState.RUNNING.value
    export.save(update_fields=["state"])
    return Order(
        export.kind, Form(export.form), export.language, export.area_code, export.account_id
    )


@operation
def finish_export(key: UUID, kept: Kept, rows: int, *, by: Actor, at: datetime) -> None:
    """The file lies on its shelf: from now on its person can fetch it."""
    file = adopt(kept, by=by, at=at)
    ListExport.objects.filter(pk=key).update(
        state=ListState.DONE.value,
        file=StoredFile.objects.get(pk=file),
        rows=rows,
        ended_at=at,
    )
    record(Event.LIST_WRITTEN, "list", key, by=by, at=at, count=rows)


@operation
def give_up_export(key: UUID, reason: Message, *, by: Actor, at: datetime) -> None:
    """There will be no file; the person is told why."""
    ListExport.objects.filter(pk=key).update(
        state=ListState.FAILED.value, reason=reason.to_json(), ended_at=at
    )
    record(Event.LIST_FAILED, "list", key, by=by, at=at, reason=reason.code)
