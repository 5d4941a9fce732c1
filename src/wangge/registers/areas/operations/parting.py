"""What divides a village: rivers, ridges, railways and roads, and where people cross them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.gis.geos import MultiLineString, Point

from wangge.access.actor import Actor, HeldPost
from wangge.doors.operation import operation
from wangge.registers.areas.models import Barrier, Bridge
from wangge.registers.areas.operations.admission import check_may_edit, lock_village
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event


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
    """Add barriers and bridges to those of a village."""
    post = check_may_edit(village_code, by)
    lock_village(village_code)
    count = _add_barriers(village_code, barriers, source, synthetic=synthetic)
    count += _add_bridges(village_code, bridges, source, synthetic=synthetic)
    _record(village_code, post, by, at, count=count)


@operation
def replace_barriers(
    village_code: str,
    barriers: Iterable[NewBarrier],
    *,
    source: str,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> int:
    """Replace the village's barriers of these kinds; returns how many were removed.

    New rivers replace rivers; the railways of the village stay as they are.
    """
    post = check_may_edit(village_code, by)
    lock_village(village_code)
    wanted = list(barriers)
    kinds = {each.kind for each in wanted}
    gone, _ = Barrier.objects.filter(village=village_code, kind__in=kinds).delete()
    count = _add_barriers(village_code, wanted, source, synthetic=synthetic)
    _record(village_code, post, by, at, count=count, replaced=gone, source=source)
    return gone


@operation
def replace_bridges(
    village_code: str,
    bridges: Iterable[NewBridge],
    *,
    source: str,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> int:
    """Replace the bridges of the village; returns how many were removed."""
    post = check_may_edit(village_code, by)
    lock_village(village_code)
    gone, _ = Bridge.objects.filter(village=village_code).delete()
    count = _add_bridges(village_code, bridges, source, synthetic=synthetic)
    _record(village_code, post, by, at, count=count, replaced=gone, source=source)
    return gone


def _add_barriers(
    village_code: str, barriers: Iterable[NewBarrier], source: str, *, synthetic: bool
) -> int:
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
    return len(Barrier.objects.bulk_create(lines))


def _add_bridges(
    village_code: str, bridges: Iterable[NewBridge], source: str, *, synthetic: bool
) -> int:
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
    return len(Bridge.objects.bulk_create(points))


def _record(
    village_code: str, post: HeldPost | None, by: Actor, at: datetime, **codes: int | str
) -> None:
    record(
        Event.BARRIERS_ENTERED,
        "area",
        village_code,
        by=by,
        at=at,
        area_code=village_code,
        post_id=post.post_id if post else None,
        **codes,
    )
