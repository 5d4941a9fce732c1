"""Publishing numbers: a worker's by consent, a unit's by its head."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.doors.operation import operation
from wangge.lib import phone_number
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.publishing import desk_post, may_note
from wangge.registers.people.models import Person, PublicPhone


@operation
def publish_phone(person_id: UUID, phone: str, *, by: Actor, at: datetime) -> None:
    """Publish a number that a person in office agreed to; it replaces a former one.

    By the person, or by the station of a grid they work, which notes their consent by doing so.
    404 for everybody else, 422 if it is no phone number.
    """
    may = _check_may(person_id, by, at)
    number = _number(phone)
    _lock(person_id)
    _take_back(person_id, at)
    PublicPhone(id=uuid7(at), person_id=person_id, phone=number, agreed_at=at).save(
        force_insert=True
    )
    record(
        Event.PHONE_PUBLISHED,
        "person",
        person_id,
        by=by,
        at=at,
        post_id=may,
        noted_for_another=by.person_id != person_id,
    )


@operation
def withdraw_phone(person_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take the agreement back: the number is deleted, and the station's is shown instead."""
    may = _check_may(person_id, by, at)
    _lock(person_id)
    if not _take_back(person_id, at):
        raise Refusal(Message("contact.none_published"))
    record(Event.PHONE_WITHDRAWN, "person", person_id, by=by, at=at, post_id=may)


@operation
def set_unit_phone(unit_id: UUID, phone: str, *, by: Actor, at: datetime) -> None:
    """The published number of a unit's desk; empty takes it away.

    By somebody who leads the unit or may appoint there.
    """
    unit = (
        Unit.objects.select_for_update(no_key=True, of=("self",))
        .filter(pk=unit_id, valid_to=None)
        .first()
    )
    if unit is None:
        raise Refusal.not_found(Message("organisation.thing.unit"))
    post = None if by.is_clock else desk_post(unit, by)
    if post is None and not by.is_clock:
        raise Refusal.forbidden()
    unit.phone = _number(phone) if phone else ""
    unit.save(update_fields=["phone"])
    record(
        Event.UNIT_PHONE_SET,
        "unit",
        unit_id,
        by=by,
        at=at,
        area_code=unit.area_id,
        post_id=post,
    )


def _check_may(person_id: UUID, by: Actor, at: datetime) -> UUID | None:
    """The post as which it is done; None for the person's own number and for the clock."""
    if by.is_clock or by.person_id == person_id:
        return None
    grid = may_note(person_id, by, at)
    post = by.post_for(Permission.AREA_EDIT, grid) if grid else None
    if post is None:
        raise Refusal.not_found(Message("person.thing"))
    return post.post_id


def _lock(person_id: UUID) -> None:
    people = Person.objects.select_for_update(no_key=True, of=("self",))
    if people.filter(pk=person_id, officer=True).first() is None:
        raise Refusal.not_found(Message("person.thing"))


def _take_back(person_id: UUID, at: datetime) -> int:
    published = PublicPhone.objects.filter(person=person_id, taken_back_at=None)
    return published.update(taken_back_at=at, phone="")


def _number(typed: str) -> str:
    try:
        return phone_number.normalise(typed, allow_synthetic=settings.DEMO)
    except Invalid as error:
        raise Refusal.invalid({"phone": error.message}) from error
