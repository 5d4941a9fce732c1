"""What can be done to units and posts: establish them, appoint, dismiss, name a substitute."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from wangge.access.actor import Actor, HeldPost
from wangge.access.permissions import Permission
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.events import Event
from wangge.registers.audit.operations import record
from wangge.registers.organisations.cover import reckon_cover, reckon_cover_around
from wangge.registers.organisations.models import Appointment, Post, Substitution
from wangge.registers.organisations.queries import county_day


@operation
def appoint(
    post_id: UUID, person_id: UUID, *, starts_on: date, origin: str = "", by: Actor, at: datetime
) -> UUID:
    """Put a person into a post from a day on; who covers what is reckoned again."""
    post, may = _post_for_change(post_id, by)
    appointment = Appointment(
        id=uuid7(at),
        post=post,
        person_id=person_id,
        starts_on=starts_on,
        single_holder=post.single_holder,
        origin=origin,
    )
    appointment.save(force_insert=True)
    reckon_cover_around([post.unit_id], county_day(at))
    record(
        Event.APPOINTED,
        "post",
        post.pk,
        by=by,
        at=at,
        area_code=post.area_id,
        post_id=may.post_id if may else None,
        person=str(person_id),
        origin=origin,
    )
    return appointment.pk


@operation
def appoint_many(
    places: Iterable[tuple[UUID, UUID, str]], *, starts_on: date, by: Actor, at: datetime
) -> None:
    """Fill many posts at once (post, person, origin): the first staffing of a county or township."""
    wanted = list(places)
    posts = Post.objects.in_bulk([post_id for post_id, _, _ in wanted])
    for post in posts.values():
        _check_may(by, post.area_id)
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
    reckon_cover(county_day(at))
    record(Event.APPOINTED, "post", "", by=by, at=at, count=len(wanted))


@operation
def dismiss(appointment_id: UUID, *, ends_on: date, by: Actor, at: datetime) -> None:
    """End an appointment on a day; its work falls to the cover."""
    appointment = (
        Appointment.objects.select_for_update(no_key=True, of=("self",))
        .select_related("post")
        .filter(pk=appointment_id, ends_on=None)
        .first()
    )
    if appointment is None:
        raise Refusal.not_found(Message("organisation.thing.appointment"))
    may = _check_may(by, appointment.post.area_id)
    if ends_on <= appointment.starts_on:
        raise Refusal.invalid({"ends_on": Message("organisation.ends_before_start")})
    appointment.ends_on = ends_on
    appointment.save(update_fields=["ends_on"])
    reckon_cover_around([appointment.post.unit_id], county_day(at))
    record(
        Event.DISMISSED,
        "post",
        appointment.post_id,
        by=by,
        at=at,
        area_code=appointment.post.area_id,
        post_id=may.post_id if may else None,
        person=str(appointment.person_id),
    )


@operation
def substitute(
    post_id: UUID, person_id: UUID, *, starts_on: date, ends_on: date, by: Actor, at: datetime
) -> UUID:
    """Name who acts in a post while its holder is away (half-open span of days)."""
    post, may = _post_for_change(post_id, by)
    row = Substitution(
        id=uuid7(at), post=post, substitute_id=person_id, starts_on=starts_on, ends_on=ends_on
    )
    row.save(force_insert=True)
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


def _post_for_change(post_id: UUID, by: Actor) -> tuple[Post, HeldPost | None]:
    post = (
        Post.objects.select_for_update(no_key=True, of=("self",))
        .filter(pk=post_id, valid_to=None)
        .first()
    )
    if post is None:
        raise Refusal.not_found(Message("organisation.thing.post"))
    return post, _check_may(by, post.area_id)


def _check_may(by: Actor, area_code: str) -> HeldPost | None:
    """The post whose grant allows it; a stranger to the area is told there is no such post."""
    if by.is_clock:
        return None
    post = by.post_for(Permission.ORGANISATION_APPOINT, area_code)
    if post is None:
        raise (
            Refusal.not_found(Message("organisation.thing.post"))
            if not by.may(Permission.ORGANISATION_SEE, area_code)
            else Refusal.forbidden()
        )
    return post
