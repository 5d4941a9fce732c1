"""What the job found in a file is kept with it, feature by feature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.contrib.gis.geos import GEOSGeometry
from shapely.geometry.base import BaseGeometry

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.queries.judging.judged import stored
from wangge.insight.geodata.rules.states import FeatureState, Stage
from wangge.insight.geodata.rules.verdict import Verdict
from wangge.lib.message import Message
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.orders import operations as orders

_SRID = 4490
_AT_ONCE = 2000  # rows a statement


@operation
def begin_reading(key: UUID, *, by: Actor, at: datetime) -> GeodataImport | None:
    """Take an import in hand; None where another worker has it, or it was given up meanwhile."""
    if in_hand(key, Stage.READING) is None:
        return None
    return orders.begin(GeodataImport, key, at=at, without=("content",))


@operation
def finish_reading(
    key: UUID, verdicts: Sequence[Verdict], notes: Sequence[Message], *, by: Actor, at: datetime
) -> None:
    """Keep the verdicts for the person to look at; nothing if the import was given up meanwhile."""
    brought = in_hand(key, Stage.READING)
    if brought is None:
        return
    GeodataFeature.objects.filter(geodata_import=brought.pk).delete()
    GeodataFeature.objects.bulk_create(
        (_row(brought, verdict, at) for verdict in verdicts), batch_size=_AT_ONCE
    )
    said = [note.to_json() for note in notes]
    orders.finish(GeodataImport, key, at=at, features=len(verdicts), notes=said)
    refused = sum(each.state is FeatureState.REFUSED for each in verdicts)
    record(
        Event.GEODATA_READ,
        "geodata",
        key,
        by=by,
        at=at,
        area_code=brought.area_code,
        count=len(verdicts),
        refused=refused,
    )


@operation
def fail(key: UUID, reason: Message, *, by: Actor, at: datetime) -> None:
    """The file could not be read as chosen; its person sees why and can choose otherwise."""
    brought = in_hand(key, Stage.READING)
    if brought is None:
        return
    orders.give_up(GeodataImport, key, reason, at=at)
    record(
        Event.GEODATA_READ,
        "geodata",
        key,
        by=by,
        at=at,
        area_code=brought.area_code,
        reason=reason.code,
    )


def in_hand(key: UUID, stage: Stage) -> GeodataImport | None:
    """An import that is still at a stage, locked and without its file; None where it is past it."""
    found = orders.held(GeodataImport, key, without=("content",))
    return found if found is not None and found.stage == stage else None


def _row(brought: GeodataImport, verdict: Verdict, at: datetime) -> GeodataFeature:
    return GeodataFeature(
        id=uuid7(at),
        geodata_import_id=brought.pk,
        person_id=brought.person_id,
        number=verdict.number,
        state=verdict.state.value,
        change=verdict.change.value if verdict.change else "",
        reasons=[reason.to_json() for reason in verdict.reasons],
        warnings=[warning.to_json() for warning in verdict.warnings],
        villages=verdict.villages,
        last_village=max(verdict.villages, default=""),
        cut=verdict.cut,
        group_number=verdict.group_number,
        household_id=verdict.household_id,
        sort=verdict.sort,
        name=verdict.name,
        shape=_geometry(verdict.shape),
        mended=_geometry(verdict.mended),
    )


def _geometry(shape: BaseGeometry | None) -> GEOSGeometry | None:
    kept = stored(shape)
    return GEOSGeometry(memoryview(kept.wkb), srid=_SRID) if kept is not None else None
