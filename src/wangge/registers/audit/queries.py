"""What can be asked of the log: by the auditor, in the auditor's area, newest first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Count, IntegerField, Q, QuerySet, Sum
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.lib.area_code import code_range
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.rules.events import Event

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


@dataclass(frozen=True, slots=True)
class TakenOut:
    """How many files that may name people were made, and how many rows they hold together."""

    files: int
    rows: int


def names_taken_out(events: QuerySet[AuditEvent], since: datetime) -> TakenOut:
    """Of these events, those of files that may name people, from an instant on (R5)."""
    taken = events.filter(kind=Event.NAMES_TAKEN_OUT.value, at__gte=since)
    rows = Sum(Cast(KeyTextTransform("count", "codes"), IntegerField()))
    found = taken.aggregate(files=Count("pk"), rows=rows)
    return TakenOut(found["files"], found["rows"] or 0)


def _inside(code: str) -> Q:
    low, high = code_range(code)
    return Q(area_code__gte=low, area_code__lt=high)
