"""Entering persons in public office, and letting them sign in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts.adapters.key_ring import sealed_phone
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.people.models import Person


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """Somebody who holds public office here; `phone` is the number for work."""

    name: str
    sex: str = ""
    phone: str = ""
    e_mail: str = ""


@operation
def enter_officers(officers: Sequence[NewOfficer], *, by: Actor, at: datetime) -> list[UUID]:
    """Enter persons in public office, in order; their phone is sealed, their name is public."""
    people = [
        Person(
            id=uuid7(at),
            name=officer.name,
            sex=officer.sex,
            e_mail=officer.e_mail,
            officer=True,
            entered_at=at,
            **sealed_phone(officer.phone),
        )
        for officer in officers
    ]
    Person.objects.bulk_create(people)
    record(
        Event.PERSON_ENTERED,
        "person",
        people[0].pk if people else "",
        by=by,
        at=at,
        count=len(people),
    )
    return [person.pk for person in people]


@operation
def give_account(person_id: UUID, account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Let a person sign in with an account. 404 where there is no such person, or none in sight."""
    if not Person.objects.filter(pk=person_id).update(account=account_id):
        raise Refusal.not_found(Message("person.thing"))
    record(Event.ACCOUNT_GIVEN, "person", person_id, by=by, at=at, account=str(account_id))
