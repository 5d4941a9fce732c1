"""Batches: which villages are divided together, and since when (C02, C04)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings

from wangge.access.actor import Actor, HeldPost
from wangge.access.permissions import Permission
from wangge.doors.operation import operation
from wangge.insight.divisions.models import Batch, BatchVillage
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area
from wangge.registers.areas.operations.admission import check_may
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event

MOST_BATCHES = 99


@operation
def open_batch(number: int, name: str, *, starts_on: date, by: Actor, at: datetime) -> None:
    """Let a batch of villages begin on a day, or give a present one another name and day."""
    may = _check_may(by)
    if not 1 <= number <= MOST_BATCHES:
        raise Refusal.invalid({"number": Message("batch.number_wrong", most=MOST_BATCHES)})
    if not name.strip():
        raise Refusal.invalid({"name": Message("area.name_missing")})
    Batch.objects.update_or_create(
        number=number, defaults={"name": name.strip(), "starts_on": starts_on}
    )
    _record(Event.BATCH_OPENED, number, may, by, at, starts_on=starts_on.isoformat())


@operation
def put_in_batch(number: int, village_codes: Iterable[str], *, by: Actor, at: datetime) -> int:
    """Let villages be divided with a batch and with no other; returns how many there are now in it."""
    may = _check_may(by)
    batch = Batch.objects.select_for_update(no_key=True).filter(pk=number).first()
    if batch is None:
        raise Refusal.not_found(Message("batch.thing"))
    wanted = set(village_codes)
    there = Area.objects.filter(pk__in=wanted, level=Level.VILLAGE, valid_to=None)
    unknown = wanted - set(there.values_list("code", flat=True))
    if unknown:
        said = tuple(sorted(unknown)[:5])
        raise Refusal.invalid({"villages": Message("batch.villages_unknown", codes=said)})
    BatchVillage.objects.bulk_create(
        (BatchVillage(village_id=code, batch=batch) for code in sorted(wanted)),
        update_conflicts=True,
        unique_fields=["village"],
        update_fields=["batch"],
    )
    _record(Event.BATCH_FILLED, number, may, by, at, count=len(wanted))
    return batch.members.count()


def _check_may(by: Actor) -> HeldPost | None:
    """Batches are the county's: for people who approve its divisions."""
    county = settings.COUNTY_CODE
    return check_may(Permission.DIVISION_APPROVE, county, Message("batch.thing"), by)


def _record(
    event: Event, number: int, may: HeldPost | None, by: Actor, at: datetime, **codes: str | int
) -> None:
    record(
        event,
        "batch",
        str(number),
        by=by,
        at=at,
        area_code=settings.COUNTY_CODE,
        post_id=may.post_id if may else None,
        **codes,
    )
