"""What the people who look after accounts do to an account.

Who may do it to whom depends on posts and is decided above, in
`organisations.operations.accounts`; `allowed_by` is the post found there, and is recorded.
"""

from __future__ import annotations

import secrets as randomness
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor, HeldPost
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts.models import Account, Session
from wangge.registers.accounts.operations.passwords import set_password
from wangge.registers.accounts.rules import is_username, one_time_password
from wangge.registers.audit.operations import Code, record
from wangge.registers.audit.rules.events import Event


@operation
def create_account(
    username: str,
    *,
    password: str | None,
    must_use_second_factor: bool = False,
    must_change_password: bool = False,
    by: Actor,
    at: datetime,
    allowed_by: HeldPost | None = None,
) -> Account:
    """A new account; without a password it can only be entered through the demo's page of names."""
    account = Account(
        id=uuid7(at),
        username=username,
        must_use_second_factor=must_use_second_factor,
        must_change_password=must_change_password,
        created_at=at,
    )
    set_password(account, password, at)
    account.save(force_insert=True)
    _record(Event.ACCOUNT_CREATED, account.pk, by, at, allowed_by)
    return account


@operation
def give_one_time_password(
    account_id: UUID, *, by: Actor, at: datetime, allowed_by: HeldPost | None = None
) -> str:
    """A new password, shown once and good for one sign-in; every session of the account ends."""
    account = _locked(account_id)
    password = one_time_password(randomness.choice)
    set_password(account, password, at)
    account.must_change_password = True
    account.save(update_fields=["password", "password_set_at", "must_change_password"])
    _end_all(account_id)
    _record(Event.PASSWORD_RESET, account_id, by, at, allowed_by)
    return password


@operation
def disable(
    account_id: UUID, *, by: Actor, at: datetime, allowed_by: HeldPost | None = None
) -> None:
    """Close an account and end its sessions."""
    Account.objects.filter(pk=account_id, disabled_at=None).update(disabled_at=at)
    _end_all(account_id)
    _record(Event.ACCOUNT_DISABLED, account_id, by, at, allowed_by)


@operation
def enable(
    account_id: UUID, *, by: Actor, at: datetime, allowed_by: HeldPost | None = None
) -> None:
    """Open a closed account again, with the password and second factor it had."""
    Account.objects.filter(pk=account_id).update(disabled_at=None)
    _record(Event.ACCOUNT_ENABLED, account_id, by, at, allowed_by)


@operation
def end_sessions(
    account_id: UUID, *, by: Actor, at: datetime, allowed_by: HeldPost | None = None
) -> int:
    """Sign an account out everywhere; returns how many sessions ended."""
    count = _end_all(account_id)
    _record(Event.SESSIONS_ENDED, account_id, by, at, allowed_by, count=count)
    return count


@operation
def forget_second_factor(
    account_id: UUID, *, by: Actor, at: datetime, allowed_by: HeldPost | None = None
) -> None:
    """After the loss of an authenticator: the next sign-in sets up another where one is demanded."""
    Account.objects.filter(pk=account_id).update(
        second_factor=None, second_factor_pending=None, second_factor_step=0
    )
    _end_all(account_id)
    _record(Event.SECOND_FACTOR_RESET, account_id, by, at, allowed_by)


@operation
def demand_second_factor(account_ids: Iterable[UUID], *, by: Actor, at: datetime) -> int:
    """From the next sign-in on these accounts need a second factor; returns for how many it is new.

    Accounts without a password are left out: they are entered through the demo's page of names.
    """
    found = [
        account.pk
        for account in Account.objects.filter(pk__in=account_ids, must_use_second_factor=False)
        if account.has_usable_password()
    ]
    Account.objects.filter(pk__in=found).update(must_use_second_factor=True)
    for account_id in found:
        _record(Event.SECOND_FACTOR_DEMANDED, account_id, by, at, None)
    return len(found)


def check_username(username: str) -> None:
    """Refused (422) unless the name is well formed and free."""
    if not is_username(username):
        raise Refusal.invalid({"username": Message("account.username_wrong")})
    if Account.objects.filter(username=username).exists():
        raise Refusal.invalid({"username": Message("account.username_taken")})


def _locked(account_id: UUID) -> Account:
    account: Account = Account.objects.select_for_update(no_key=True).get(pk=account_id)
    return account


def _end_all(account_id: UUID) -> int:
    ended, _ = Session.objects.filter(account=account_id).delete()
    return ended


def _record(
    event: Event,
    account_id: UUID,
    by: Actor,
    at: datetime,
    allowed_by: HeldPost | None,
    **codes: Code,
) -> None:
    record(
        event,
        "account",
        account_id,
        by=by,
        at=at,
        area_code=allowed_by.area_code if allowed_by else "",
        post_id=allowed_by.post_id if allowed_by else None,
        **codes,
    )
