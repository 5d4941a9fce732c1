"""A file comes in; its person says what is what, looks at the result, and confirms or drops it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.geodata.adapters.opening import opened
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.queries.imports import layer_of, sealed
from wangge.insight.geodata.queries.known_names import recognised
from wangge.insight.geodata.rules.choosing import Chosen, needed_of, roles_of
from wangge.insight.geodata.rules.holdings import COORDINATES, Holding
from wangge.insight.geodata.rules.layers import Form, UnreadableGeodata, storable
from wangge.insight.geodata.rules.limits import MOST_BYTES
from wangge.insight.geodata.rules.states import LATER, Change, FeatureState, Stage
from wangge.insight.geodata.rules.states import ImportState as State
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.operations.admission import check_may
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.orders import operations as orders
from wangge.registers.orders.rules import OrderState


@operation
def bring(
    holding: Holding, file_name: str, content: bytes, area_code: str, *, by: Actor, at: datetime
) -> UUID:
    """Take in a file for an area. 422 with the sentence for a file that cannot be read at all."""
    may = check_may(Permission.AREA_EDIT, area_code, Message("area.thing"), by)
    if by.person_id is None or by.account_id is None:
        raise Refusal.not_found(Message("geodata.thing"))
    if len(content) > MOST_BYTES:
        raise Refusal.invalid({"file": Message("file.too_large", megabytes=MOST_BYTES // 2**20)})
    try:
        form, layers, content = opened(content, partial(recognised, COORDINATES))
    except UnreadableGeodata as error:
        raise Refusal.invalid({"file": error.message}) from error
    if form is Form.EXCEL and holding in {Holding.OUTLINES, Holding.BARRIERS}:
        raise Refusal.invalid({"file": Message("geodata.file.points_only")})
    brought = GeodataImport(
        id=uuid7(at),
        holding=holding.value,
        form=form.value,
        area_code=area_code,
        person_id=by.person_id,
        account_id=by.account_id,
        file_name=storable(file_name)[:120],
        content=sealed(content),
        layers=[layer.to_json() for layer in layers],
        chosen=Chosen(layers[0].name if len(layers) == 1 else "").to_json(),
        stage=Stage.OPENED.value,
        state=OrderState.DONE.value,
        asked_at=at,
        moved_at=at,
        ended_at=at,
    )
    brought.save(force_insert=True)
    record(
        Event.GEODATA_BROUGHT,
        "geodata",
        brought.pk,
        by=by,
        at=at,
        area_code=area_code,
        post_id=may.post_id if may else None,
        holding=holding.value,
        form=form.value,
    )
    return brought.pk


@operation
def choose(key: UUID, chosen: Chosen, *, by: Actor, at: datetime) -> None:
    """Say how the file is to be read; a job reads it. What was read before is read again.

    422 for a layer or column that the file does not have, and where a needed one is not said.
    """
    brought = _own(key, by, State.OPENED, State.READ, State.FAILED)
    layer = layer_of(brought, chosen.layer)
    wrong = _wrong(brought, chosen, layer.fields)
    if wrong:
        raise Refusal.invalid(wrong)
    GeodataFeature.objects.filter(geodata_import=brought.pk).delete()
    _ask_again(key, Stage.READING, at, chosen=chosen.to_json(), notes=[])
    later("geodata.read", once=f"geodata.read {key}", priority=LATER, brought=str(key))
    record(
        Event.GEODATA_CHOSEN,
        "geodata",
        key,
        by=by,
        at=at,
        area_code=brought.area_code,
        system=chosen.system,
        swapped=chosen.swapped,
    )


def _wrong(brought: GeodataImport, chosen: Chosen, fields: tuple[str, ...]) -> dict[str, Message]:
    form, holding = Form(brought.form), Holding(brought.holding)
    wrong: dict[str, Message] = {}
    roles = roles_of(holding, form)
    for role, column in chosen.columns.items():
        if role not in roles or column not in fields:
            wrong[role] = Message("geodata.column_unknown")
    needed = list(needed_of(holding, form))
    if holding is Holding.OUTLINES and "village_code" not in chosen.columns:
        needed.append("village_name")
    for role in needed:
        if role not in chosen.columns:
            wrong[role] = Message("geodata.column_needed")
    if not chosen.system:
        wrong["system"] = Message("geodata.system_needed")
    return wrong


@operation
def confirm(key: UUID, *, mends: bool, by: Actor, at: datetime) -> None:
    """Have what was accepted written by a job, and, with consent, what can be mended as mended."""
    brought = _own(key, by, State.READ)
    check_may(Permission.AREA_EDIT, brought.area_code, Message("area.thing"), by)
    lines = GeodataFeature.objects.filter(geodata_import=brought.pk)
    lines.filter(state=FeatureState.ACCEPTED, change=Change.SAME).update(
        state=FeatureState.WRITTEN.value
    )
    states = [FeatureState.ACCEPTED, *([FeatureState.MENDABLE] if mends else [])]
    coming = lines.filter(state__in=states)
    villages = {code for codes in coming.values_list("villages", flat=True) for code in codes}
    if villages:
        _ask_again(key, Stage.WRITING, at, mends=mends, villages=sorted(villages), villages_done=0)
        later("geodata.write", once=f"geodata.write {key}", priority=LATER, brought=str(key))
    else:
        _change(key, stage=Stage.WRITING.value, mends=mends)
    record(
        Event.GEODATA_CONFIRMED,
        "geodata",
        key,
        by=by,
        at=at,
        area_code=brought.area_code,
        mends=mends,
        villages=len(villages),
    )


@operation
def drop(key: UUID, *, by: Actor, at: datetime) -> None:
    """Give an import up. What was written stays; nothing more is."""
    unfinished = (State.OPENED, State.READING, State.READ, State.WRITING, State.FAILED)
    brought = _own(key, by, *unfinished)
    orders.cancel(GeodataImport, [key], at=at)  # where a job is still at it
    _change(key, stage=Stage.DROPPED.value)
    record(Event.GEODATA_DROPPED, "geodata", key, by=by, at=at, area_code=brought.area_code)


def _own(key: UUID, by: Actor, *states: State) -> GeodataImport:
    """The actor's own import, locked; 409 where it is no longer, or not yet, in one of the states."""
    rows = GeodataImport.objects.select_for_update(no_key=True, of=("self",)).defer("content")
    found = rows.filter(pk=key, person_id=by.person_id).first() if by.person_id else None
    if found is None:
        raise Refusal.not_found(Message("geodata.thing"))
    if found.stands not in states:
        raise Refusal(Message("geodata.state_other", state=found.stands.words))
    return found


def _ask_again(key: UUID, stage: Stage, at: datetime, **columns: Any) -> None:
    orders.ask_again(GeodataImport, [key], at=at, stage=stage.value, **columns)


def _change(key: UUID, **columns: Any) -> None:
    GeodataImport.objects.filter(pk=key).update(**columns)
