"""Leave with a substitute, and the daily renewal of who covers which post."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, Post, Substitution
from wangge.registers.organisations.operations.admission import (
    check_may,
    check_person,
    demand_second_factors,
    post_for_change,
)
from wangge.registers.organisations.operations.cover_kept import renew_cover, renew_cover_around


@operation
def substitute(
    post_id: UUID, person_id: UUID, *, starts_on: date, ends_on: date, by: Actor, at: datetime
) -> UUID:
    """Name who acts in a post while its holder is away (half-open span of days).

    409 if nobody holds the post (then it is vacant and covered by rule) or if these days have a
    substitute already.
    """
    post, may = post_for_change(post_id, by)
    check_person(person_id, post, county_day(at), by)
    _check_span(post, person_id, starts_on, ends_on)
    row = Substitution(
        id=uuid7(at), post=post, substitute_id=person_id, starts_on=starts_on, ends_on=ends_on
    )
    row.save(force_insert=True)
    renew_cover_around([post.unit_id], county_day(at))
    demand_second_factors([(post, person_id)], by=by, at=at)
    record(
        Event.SUBSTITUTED,
        "post",
        post.pk,
        by=by,
        at=at,
        area_code=post.area_id,
        post_id=may.post_id if may else None,
        person=str(person_id),
    )
    return row.pk


@operation
def end_substitution(substitution_id: UUID, *, ends_on: date, by: Actor, at: datetime) -> None:
    """The holder is back sooner: `ends_on` is the first day on which nobody stands in.

    Past days stay as they were. A leave that has not begun by then is called off.
    """
    row = (
        Substitution.objects.select_for_update(no_key=True, of=("self",))
        .select_related("post")
        .filter(pk=substitution_id, ends_on__gt=county_day(at))
        .first()
    )
    if row is None:
        raise Refusal.not_found(Message("organisation.thing.substitution"))
    may = check_may(by, row.post.area_id, Message("organisation.thing.substitution"))
    if not county_day(at) <= ends_on < row.ends_on:
        raise Refusal.invalid({"ends_on": Message("organisation.back_within_leave")})
    if ends_on <= row.starts_on:
        row.delete()
    else:
        row.ends_on = ends_on
        row.save(update_fields=["ends_on"])
    renew_cover_around([row.post.unit_id], county_day(at))
    record(
        Event.SUBSTITUTION_ENDED,
        "post",
        row.post_id,
        by=by,
        at=at,
        area_code=row.post.area_id,
        post_id=may.post_id if may else None,
        person=str(row.substitute_id),
    )


@operation
def renew_cover_today(*, by: Actor, at: datetime) -> None:
    """Terms and substitutions begin and end at midnight: work out who covers which post today.

    It follows from appointments that were recorded, so it records no event.
    """
    renew_cover(county_day(at))


def _check_span(post: Post, person_id: UUID, starts_on: date, ends_on: date) -> None:
    if ends_on <= starts_on:
        raise Refusal.invalid({"ends_on": Message("organisation.ends_before_start")})
    held = Appointment.objects.current(starts_on).filter(post=post)
    holders = set(held.values_list("person_id", flat=True))
    if not holders:
        raise Refusal(Message("organisation.nobody_away"))
    if person_id in holders:
        raise Refusal.invalid({"person": Message("organisation.own_substitute")})
    others = Substitution.objects.filter(post=post, starts_on__lt=ends_on, ends_on__gt=starts_on)
    if others.exists():
        raise Refusal(Message("organisation.substituted_already"))
