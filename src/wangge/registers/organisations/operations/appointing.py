"""Appointing people to posts and ending their terms; each change renews who covers what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from wangge.access.actor import Actor, HeldPost
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import Code, record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, Post
from wangge.registers.organisations.operations.admission import (
    check_may,
    check_not_oneself,
    check_person,
    demand_second_factors,
    post_for_change,
)
from wangge.registers.organisations.operations.cover_kept import renew_cover, renew_cover_around
from wangge.registers.organisations.rules.origins import Origin, records_origin
from wangge.registers.people.operations import NewOfficer, enter_officers
from wangge.registers.people.queries import officer_with


@operation
def appoint(
    post_id: UUID, person_id: UUID, *, starts_on: date, origin: str = "", by: Actor, at: datetime
) -> UUID:
    """Put a person into a post from a day on, and renew who covers what.

    `origin` (rules.origins) is required for grid workers and station heads and for nobody else. A
    second holder of a post for one is refused by the constraint `appointment_one_holder`.
    """
    post, may = post_for_change(post_id, by)
    check_person(person_id, post, county_day(at), by)
    _check_terms(post, starts_on, origin)
    appointment = Appointment(
        id=uuid7(at),
        post=post,
        person_id=person_id,
        starts_on=starts_on,
        single_holder=post.single_holder,
        origin=origin,
    )
    appointment.save(force_insert=True)
    renew_cover_around([post.unit_id], county_day(at))
    demand_second_factors([(post, person_id)], by=by, at=at)
    _record(Event.APPOINTED, post, may, by, at, person=str(person_id), origin=origin)
    return appointment.pk


@operation
def appoint_newcomer(
    post_id: UUID,
    officer: NewOfficer,
    *,
    starts_on: date,
    origin: str = "",
    by: Actor,
    at: datetime,
) -> UUID:
    """Enter somebody new to public office and put them into a post.

    422 if an officer of that name and phone exists already: one person, one record.
    """
    post_for_change(post_id, by)
    if officer.phone and officer_with(officer.name, officer.phone):
        raise Refusal.invalid({"name": Message("person.known", name=officer.name)})
    (person_id,) = enter_officers([officer], by=by, at=at)
    return appoint(post_id, person_id, starts_on=starts_on, origin=origin, by=by, at=at)


@operation
def appoint_many(
    places: Iterable[tuple[UUID, UUID, str]], *, starts_on: date, by: Actor, at: datetime
) -> None:
    """Fill many posts at once (post, person, origin): the first staffing of a county or township."""
    wanted = list(places)
    posts = Post.objects.in_bulk([post_id for post_id, _, _ in wanted])
    for post in posts.values():
        check_may(by, post.area_id, Message("organisation.thing.post"))
    Appointment.objects.bulk_create(
        Appointment(
            id=uuid7(at),
            post_id=post_id,
            person_id=person_id,
            starts_on=starts_on,
            single_holder=posts[post_id].single_holder,
            origin=origin,
        )
        for post_id, person_id, origin in wanted
    )
    renew_cover(county_day(at))
    given = [(posts[post_id], person_id) for post_id, person_id, _ in wanted]
    demand_second_factors(given, by=by, at=at)
    record(Event.APPOINTED, "post", "", by=by, at=at, count=len(wanted))


@operation
def dismiss(appointment_id: UUID, *, ends_on: date, by: Actor, at: datetime) -> None:
    """End an appointment: `ends_on` is the first day out of the post. The cover takes over its work."""
    appointment = (
        Appointment.objects.select_for_update(no_key=True, of=("self",))
        .select_related("post")
        .filter(pk=appointment_id, ends_on=None)
        .first()
    )
    if appointment is None:
        raise Refusal.not_found(Message("organisation.thing.appointment"))
    may = check_may(by, appointment.post.area_id, Message("organisation.thing.appointment"))
    check_not_oneself(appointment.person_id, by)
    if ends_on <= appointment.starts_on:
        raise Refusal.invalid({"ends_on": Message("organisation.ends_before_start")})
    appointment.ends_on = ends_on
    appointment.save(update_fields=["ends_on"])
    renew_cover_around([appointment.post.unit_id], county_day(at))
    person = str(appointment.person_id)
    _record(Event.DISMISSED, appointment.post, may, by, at, person=person)


def _check_terms(post: Post, starts_on: date, origin: str) -> None:
    if starts_on < post.valid_from:
        raise Refusal.invalid({"starts_on": Message("organisation.starts_before_post")})
    wanted = set(Origin) if records_origin(post.unit.kind, post.kind) else {""}
    if origin not in wanted:
        raise Refusal.invalid({"origin": Message("organisation.origin_wrong")})


def _record(
    event: Event, post: Post, may: HeldPost | None, by: Actor, at: datetime, **codes: Code
) -> None:
    record(
        event,
        "post",
        post.pk,
        by=by,
        at=at,
        area_code=post.area_id,
        post_id=may.post_id if may else None,
        **codes,
    )
