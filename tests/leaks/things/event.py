"""Events of the log: seen by the auditor of the area."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from django.utils import timezone

from tests.factories.world import OTHER_COUNTY, TOWNSHIP
from tests.leaks.oracle import holds
from tests.leaks.thing import Made, One, Thing
from tests.registers.organisations.staff import CLOCK, done_by
from wangge.doors.door import door
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event

AREAS = MappingProxyType({"here": TOWNSHIP, "othercounty": OTHER_COUNTY})


def _make(made: Made) -> Iterator[One]:
    for key, area in AREAS.items():
        done_by(CLOCK, _note, area, key, at=timezone.now())
        rows = AuditEvent.objects.filter(object_id=f"ZZ{key}ZZobject")
        event = door(CLOCK, rows.values_list("pk", flat=True).get)
        yield One(key, {str(event): "id", f"ZZ{key}ZZobject": "object"}, {"event": event})


def _note(area: str, key: str, *, by: object, at: object) -> None:
    record(Event.LIST_ASKED_FOR, "list", f"ZZ{key}ZZobject", by=by, at=at, area_code=area)  # type: ignore[arg-type]


THING = Thing(
    name="event",
    models=frozenset({"audit.AuditEvent"}),
    make=_make,
    sees=lambda asker, key: holds(asker.posts, "audit.read", AREAS[key]),
)
