"""What the security administrator does to the accounts of people in office.

Needs a post with `account.manage`, covers people in office in its area or without any post, and
never oneself. `accounts.operations` does the writing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor, HeldPost
from wangge.access.permissions import Permission
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts import operations as accounts
from wangge.registers.accounts.rules import needs_second_factor
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.queries.officers import people_managed, running_terms
from wangge.registers.people.models import Person
from wangge.registers.people.operations import give_account


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account that was just opened, and the only time its password is known."""

    account_id: UUID
    password: str = field(repr=False)


@operation
def open_account(person_id: UUID, username: str, *, by: Actor, at: datetime) -> NewAccount:
    """An account for a person in office, with a password for one sign-in.

    422 for a name that is malformed or taken, 409 for a person who has an account.
    """
    may = _check_may(by)
    person = (
        Person.objects.select_for_update(no_key=True, of=("self",))
        .filter(pk__in=people_managed(by, at).values("pk"), pk=person_id)
        .first()
    )
    if person is None:
        raise Refusal.not_found(Message("person.thing"))
    if person.account_id is not None:
        raise Refusal(Message("account.has_one"))
    accounts.check_username(username)
    account = accounts.create_account(
        username,
        password=None,
        must_use_second_factor=_is_demanding(person_id, at),
        by=by,
        at=at,
        allowed_by=may,
    )
    give_account(person_id, account.pk, by=by, at=at)
    password = accounts.give_one_time_password(account.pk, by=by, at=at, allowed_by=may)
    return NewAccount(account.pk, password)


@operation
def reset_password(account_id: UUID, *, by: Actor, at: datetime) -> str:
    """A password for one sign-in, shown once; every session of the account ends."""
    may = _may_manage(account_id, by, at)
    return accounts.give_one_time_password(account_id, by=by, at=at, allowed_by=may)


@operation
def disable_account(account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Close an account and end its sessions."""
    may = _may_manage(account_id, by, at)
    accounts.disable(account_id, by=by, at=at, allowed_by=may)


@operation
def enable_account(account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Open a closed account again."""
    may = _may_manage(account_id, by, at)
    accounts.enable(account_id, by=by, at=at, allowed_by=may)


@operation
def end_account_sessions(account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Sign an account out everywhere."""
    may = _may_manage(account_id, by, at)
    accounts.end_sessions(account_id, by=by, at=at, allowed_by=may)


@operation
def reset_second_factor(account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take away a second factor that was lost; the next sign-in sets up another if it must."""
    may = _may_manage(account_id, by, at)
    accounts.forget_second_factor(account_id, by=by, at=at, allowed_by=may)


def _check_may(by: Actor) -> HeldPost | None:
    if by.is_clock:
        return None
    able = (post for post in by.posts if Permission.ACCOUNT_MANAGE in post.permissions)
    may = max(able, key=lambda post: post.level, default=None)
    if may is None:
        raise Refusal.forbidden()
    return may


def _may_manage(account_id: UUID, by: Actor, at: datetime) -> HeldPost | None:
    may = _check_may(by)
    if account_id == by.account_id:
        raise Refusal.forbidden(Message("account.own"))
    if not people_managed(by, at).filter(account=account_id).exists():
        raise Refusal.not_found(Message("account.thing"))
    return may


def _is_demanding(person_id: UUID, at: datetime) -> bool:
    """Whether one of the person's posts, held or to come, asks for a second factor."""
    terms = running_terms(county_day(at)).filter(person=person_id)
    return any(
        needs_second_factor(kind, area)
        for kind, area in terms.values_list("post__kind", "post__area_id")
    )
