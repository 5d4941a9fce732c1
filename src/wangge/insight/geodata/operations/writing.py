"""What was confirmed is written village by village, each by the register's own operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from uuid import UUID

import shapely
from django.conf import settings
from django.contrib.gis.geos import GEOSGeometry, MultiLineString, MultiPolygon, Point
from django.db.models import Q, QuerySet

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.operations.reading import in_hand
from wangge.insight.geodata.queries.judging.lines import piece_of
from wangge.insight.geodata.queries.judging.places import shape_of
from wangge.insight.geodata.rules.holdings import Holding
from wangge.insight.geodata.rules.states import LATER, FeatureState, Stage
from wangge.lib.message import Message
from wangge.registers.areas import operations as areas
from wangge.registers.areas.models import Boundary
from wangge.registers.areas.queries import group_ids
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.orders import operations as orders
from wangge.registers.people import operations as people

_SRID = 4490


@dataclass(frozen=True, slots=True)
class NewHome:
    """What a file says of a household that the register does not have: head, and how many live there."""

    name: str
    persons: int


@operation
def write_village(
    key: UUID,
    village: str,
    homes: dict[int, NewHome],
    *,
    source: str,
    from_day: date,
    by: Actor,
    at: datetime,
) -> None:
    """Write what comes into one village; the next in turn, else nothing. A Refusal leaves nothing.

    `homes` are new households by the number of their feature, `source` says what was imported. In
    the demo everything that comes in is marked as invented.
    """
    brought = _at(key, village)
    if brought is None:
        return
    lines = _coming(brought, village)
    match Holding(brought.holding):
        case Holding.OUTLINES:
            for line in lines:
                outline = cast(MultiPolygon, line.mended or line.shape)
                areas.outline_village(
                    village, outline, source=source, from_day=from_day, by=by, at=at
                )
        case Holding.GROUPS:
            for line in lines:
                number = line.group_number or 0
                people.place_group(village, number, cast(Point, line.shape), by=by, at=at)
        case Holding.HOUSEHOLDS:
            _households(village, lines, homes, source, from_day, by, at)
        case Holding.BARRIERS:
            pieces = _barriers(village, lines)
            areas.replace_barriers(
                village, pieces, source=source, synthetic=settings.DEMO, by=by, at=at
            )
        case Holding.BRIDGES:
            bridges = [areas.NewBridge(cast(Point, line.shape), line.name) for line in lines]
            areas.replace_bridges(
                village, bridges, source=source, synthetic=settings.DEMO, by=by, at=at
            )
    written = [line.pk for line in lines if line.last_village == village]
    GeodataFeature.objects.filter(pk__in=written).update(state=FeatureState.WRITTEN.value)
    _on(brought, by, at)


@operation
def note_unwritten(
    key: UUID, village: str, reasons: Sequence[Message], *, by: Actor, at: datetime
) -> None:
    """A village could not be written: its features go back to their person with the reasons."""
    brought = _at(key, village)
    if brought is None:
        return
    for line in _coming(brought, village):
        line.state = FeatureState.REFUSED.value
        line.reasons = [*line.reasons, *(reason.to_json() for reason in reasons)]
        line.save(update_fields=["state", "reasons"])
    _on(brought, by, at)


@operation
def carry_on(key: UUID, *, by: Actor, at: datetime) -> None:
    """Ask for the villages after those that are done."""
    later("geodata.write", once=f"geodata.write {key}", priority=LATER, brought=str(key))


def _at(key: UUID, village: str) -> GeodataImport | None:
    """The import, held, if this village is the next; None where another worker was quicker."""
    brought = in_hand(key, Stage.WRITING)
    if brought is None or brought.villages[brought.villages_done :][:1] != [village]:
        return None
    return brought


def _coming(brought: GeodataImport, village: str) -> QuerySet[GeodataFeature]:
    states = [FeatureState.ACCEPTED, *([FeatureState.MENDABLE] if brought.mends else [])]
    lines = GeodataFeature.objects.filter(geodata_import=brought.pk, state__in=states)
    crossing = brought.holding in {Holding.BARRIERS, Holding.BRIDGES}
    inside = Q(villages__contains=[village]) if crossing else Q(last_village=village)
    return lines.filter(inside).order_by("number")


def _households(
    village: str,
    lines: QuerySet[GeodataFeature],
    homes: dict[int, NewHome],
    source: str,
    from_day: date,
    by: Actor,
    at: datetime,
) -> None:
    known = {line.household_id: cast(Point, line.shape) for line in lines if line.household_id}
    if known:
        people.locate_households(village, known, source=source, by=by, at=at)
    groups = group_ids(village)
    fresh = [
        people.NewHousehold(
            area_code=village,
            group_id=groups.get(line.group_number or 0),
            head_name=homes[line.number].name,
            point=cast(Point, line.shape),
            registered_persons=homes[line.number].persons,
            usual_persons=homes[line.number].persons,
        )
        for line in lines
        if line.household_id is None
    ]
    if fresh:
        people.enter_households(fresh, from_day=from_day, synthetic=settings.DEMO, by=by, at=at)


def _barriers(village: str, lines: QuerySet[GeodataFeature]) -> list[areas.NewBarrier]:
    drawn = Boundary.objects.filter(area=village, valid_to=None).first()
    outline = shape_of(drawn.outline.wkb) if drawn is not None else None
    found = []
    for line in lines:
        whole = shapely.from_wkb(bytes(cast(GEOSGeometry, line.shape).wkb))
        piece = piece_of(whole, outline if line.cut else None)
        if piece is not None:
            stored = cast(MultiLineString, GEOSGeometry(memoryview(piece.wkb), srid=_SRID))
            found.append(areas.NewBarrier(line.sort, stored, line.name))
    return found


def _on(brought: GeodataImport, by: Actor, at: datetime) -> None:
    """One village further; at the last one the import is done."""
    done = brought.villages_done + 1
    if done < len(brought.villages):
        orders.go_on(GeodataImport, brought.pk, at=at, villages_done=done)
        return
    orders.finish(GeodataImport, brought.pk, at=at, villages_done=done)
    lines = GeodataFeature.objects.filter(geodata_import=brought.pk)
    record(
        Event.GEODATA_WRITTEN,
        "geodata",
        brought.pk,
        by=by,
        at=at,
        area_code=brought.area_code,
        count=lines.filter(state=FeatureState.WRITTEN).count(),
        features=brought.features,
    )
