"""The staff of the small county at work on its own posts, on a settled day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.registers.accounts.models import Account
from wangge.registers.audit.models import AuditEvent
from wangge.registers.organisations.models import Appointment, Post
from wangge.registers.organisations.queries.actors import actor_of
from wangge.registers.people.models import Person

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # 10:00 in the county
TODAY = date(2026, 3, 2)
CLOCK = Actor.clock(COUNTY)
GRID = f"{VILLAGE}001"


def actor(key: str, at: datetime = AT) -> Actor:
    """The member of staff of that key (see tests/factories/staff.csv)."""
    return actor_of(Account.objects.get(username=key).pk, at)


def person(key: str) -> UUID:
    pk: UUID = Person.objects.get(account__username=key).pk
    return pk


def account(key: str) -> Account:
    found: Account = Account.objects.get(username=key)
    return found


def post(unit: str, kind: str, area: str = TOWNSHIP) -> Post:
    found: Post = Post.objects.select_related("unit", "area").get(
        unit__kind=unit, kind=kind, area=area, valid_to=None
    )
    return found


def term(key: str) -> UUID:
    """The one appointment of somebody."""
    pk: UUID = Appointment.objects.get(person__account__username=key).pk
    return pk


def done_by(who: str | Actor, change: Callable[..., Any], *said: Any, **more: Any) -> Any:
    """An operation through the door by a member of staff or another actor."""
    by = actor(who) if isinstance(who, str) else who
    at = more.pop("at", AT)
    return door(by, lambda: change(*said, by=by, at=at, **more))


def recorded(kind: str) -> list[AuditEvent]:
    """The events of a kind, in order, as the clock sees them."""
    rows = AuditEvent.objects.filter(kind=kind).order_by("at", "id")
    return door(CLOCK, lambda: list(rows))
