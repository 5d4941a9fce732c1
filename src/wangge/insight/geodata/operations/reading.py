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
from wangge.insight.geodata.rules.states import FeatureState, ImportState
from wangge.insight.geodata.rules.verdict import Verdict
from wangge.lib.message import Message
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event

_SRID = 4490
_AT_ONCE = 2000  # rows a statement


@operation
def finish_reading(
    key: UUID, verdicts: Sequence[Verdict], notes: Sequence[Message], *, by: Actor, at: datetime
) -> None:
    """Keep the verdicts for the person to look at; nothing if the import was given up meanwhile."""
    brought = _held(key)
    if brought is None:
        return
    GeodataFeature.objects.filter(geodata_import=brought.pk).delete()
    GeodataFeature.objects.bulk_create(
        (_row(brought, verdict, at) for verdict in verdicts), batch_size=_AT_ONCE
    )
    brought.features = len(verdicts)
    brought.notes = [note.to_json() for note in notes]
    brought.state, brought.moved_at = ImportState.READ.value, at
    brought.save(update_fields=["features", "notes", "state", "moved_at"])
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
    brought = _held(key)
    if brought is None:
        return
    brought.state, brought.reason, brought.moved_at = ImportState.FAILED.value, reason.to_json(), at
    brought.save(update_fields=["state", "reason", "moved_at"])
    record(
        Event.GEODATA_READ,
        "geodata",
        key,
        by=by,
        at=at,
        area_code=brought.area_code,
        reason=reason.code,
    )


def _held(key: UUID) -> GeodataImport | None:
    rows = GeodataImport.objects.select_for_update(no_key=True, of=("self",)).defer("content")
    return rows.filter(pk=key, state=ImportState.READING).first()


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
