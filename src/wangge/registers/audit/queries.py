"""What can be asked of the log: by the auditor, in the auditor's area, newest first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.lib.area_code import code_range
from wangge.registers.audit.models import AuditEvent

NEWEST_FIRST = ("-at", "-id")


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look for; an empty part does not narrow the search, nor does None for `people`."""

    kind: str = ""
    people: Collection[UUID] | None = None
    object_id: str = ""
    area_code: str = ""
    day: date | None = None


def readable(actor: Actor) -> QuerySet[AuditEvent]:
    """The events that the actor may read as auditor: those of their areas, and those without one."""
    codes = actor.areas(Permission.AUDIT_READ)
    if not codes:
        return AuditEvent.objects.none()
    seen = Q(area_code="")
    for code in codes:
        seen |= _inside(code)
    return AuditEvent.objects.filter(seen)


def sought_in(events: QuerySet[AuditEvent], sought: Sought) -> QuerySet[AuditEvent]:
    """The events that match every part of the search."""
    if sought.kind:
        events = events.filter(kind=sought.kind)
    if sought.people is not None:
        events = events.filter(person_id__in=list(sought.people))
    if sought.object_id:
        events = events.filter(object_id=sought.object_id)
    if sought.area_code:
        events = events.filter(_inside(sought.area_code))
    if sought.day is not None:
        begins = datetime.combine(sought.day, time(), tzinfo=settings.COUNTY_ZONE)
        events = events.filter(at__gte=begins, at__lt=begins + timedelta(days=1))
    return events


def _inside(code: str) -> Q:
    low, high = code_range(code)
    return Q(area_code__gte=low, area_code__lt=high)
