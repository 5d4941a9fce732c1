"""What parts a village: rivers, ridges, railways and roads, and where they are crossed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.gis.geos import MultiLineString, Point

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.registers.areas.models import Barrier, Bridge
from wangge.registers.areas.operations.admission import check_may_edit, lock_village
from wangge.registers.audit.events import Event
from wangge.registers.audit.operations import record


@dataclass(frozen=True, slots=True)
class NewBarrier:
    """A line that people do not walk across (4490): river, ridge, railway or road."""

    kind: str
    line: MultiLineString
    name: str = ""


@dataclass(frozen=True, slots=True)
class NewBridge:
    """Where a barrier is crossed (4490)."""

    point: Point
    name: str = ""


@operation
def enter_barriers(
    village_code: str,
    barriers: Iterable[NewBarrier],
    bridges: Iterable[NewBridge],
    *,
    source: str,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> None:
    """Enter barriers and bridges of a village beside those that are there."""
    post = check_may_edit(village_code, by)
    lock_village(village_code)
    lines = [
        Barrier(
            village_id=village_code,
            kind=each.kind,
            name=each.name,
            line=each.line,
            source=source,
            synthetic=synthetic,
        )
        for each in barriers
    ]
    points = [
        Bridge(
            village_id=village_code,
            name=each.name,
            point=each.point,
            source=source,
            synthetic=synthetic,
        )
        for each in bridges
    ]
    Barrier.objects.bulk_create(lines)
    Bridge.objects.bulk_create(points)
    record(
        Event.BARRIERS_ENTERED,
        "area",
        village_code,
        by=by,
        at=at,
        area_code=village_code,
        post_id=post.post_id if post else None,
        count=len(lines) + len(points),
    )
