"""Entering persons and households."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.gis.geos import Point

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts import secrets
from wangge.registers.audit.events import Event
from wangge.registers.audit.operations import record
from wangge.registers.people.models import Household, Person


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """Somebody who holds public office here; `phone` is the number for work."""

    name: str
    sex: str = ""
    phone: str = ""
    e_mail: str = ""


@operation
def enter_officers(officers: Sequence[NewOfficer], *, by: Actor, at: datetime) -> list[UUID]:
    """Enter persons in public office, in order; their phone is sealed, their name is not secret."""
    people = [
        Person(
            id=uuid7(at),
            name=officer.name,
            sex=officer.sex,
            e_mail=officer.e_mail,
            officer=True,
            entered_at=at,
            **secrets.sealed_phone(officer.phone),
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


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """A household as it is entered: grid or village code, group, point (4490) and its figures."""

    area_code: str
    group_id: int | None
    head_name: str
    point: Point | None
    registered_persons: int
    usual_persons: int


@operation
def enter_households(
    households: Iterable[NewHousehold], *, synthetic: bool = False, by: Actor, at: datetime
) -> int:
    """Enter households of one or more villages; returns how many."""
    rows = [
        Household(
            id=uuid7(at),
            area_code=each.area_code,
            village_code=each.area_code[:12],
            group_id=each.group_id,
            head_name=each.head_name,
            point=each.point,
            registered_persons=each.registered_persons,
            usual_persons=each.usual_persons,
            synthetic=synthetic,
            entered_at=at,
        )
        for each in households
    ]
    Household.objects.bulk_create(rows, batch_size=1000)
    area = rows[0].village_code if rows else ""
    record(
        Event.HOUSEHOLDS_ENTERED, "household", area, by=by, at=at, area_code=area, count=len(rows)
    )
    return len(rows)


@operation
def give_account(person_id: UUID, account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Let a person sign in with an account."""
    Person.objects.filter(pk=person_id).update(account=account_id)
    record(Event.ACCOUNT_GIVEN, "person", person_id, by=by, at=at, account=str(account_id))
