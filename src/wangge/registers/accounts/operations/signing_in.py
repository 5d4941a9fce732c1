"""Signing in: the password, the second factor, and the waits after failures."""

from __future__ import annotations

import secrets as randomness
from datetime import datetime
from uuid import UUID

import pyotp
from django.contrib.auth.hashers import check_password, make_password

from wangge.access.actor import Actor
from wangge.doors import tries
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.accounts.models import Account
from wangge.registers.accounts.queries import usable_account
from wangge.registers.accounts.rules import (
    FORGOTTEN_AFTER,
    delay_key,
    is_one_time_password_over,
    wait_after,
)
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event

# A hash to check against when there is no such account, so that the answer takes as long.
_NOBODY = make_password(randomness.token_urlsafe(16))


@operation
def check_sign_in(username: str, password: str, *, network: str, by: Actor, at: datetime) -> UUID:
    """The account if name and password match; else a Refusal that never says which was wrong.

    The failure itself is written by the door afterwards (`note_failure`), because a Refusal undoes
    what the operation wrote.
    """
    key = delay_key(username, network)
    check_patience(key, at)
    account = usable_account(username)
    fits = check_password(password, account.password if account else _NOBODY)
    if account is None or not fits:
        raise Refusal(Message("account.sign_in_failed"), status=403)
    if account.must_change_password and is_one_time_password_over(account.password_set_at, at):
        raise Refusal(Message("account.one_time_password_over"), status=403)
    tries.forget(key)
    return account.pk


@operation
def note_failure(name: str, *, network: str, by: Actor, at: datetime) -> None:
    """Count a failed sign-in, so that this name must wait on this network.

    `name` is the account's, or its key where the second factor or the present password failed.
    """
    key = delay_key(name, network)
    tries.note_failure(key, wait_after=wait_after, forgotten_after=FORGOTTEN_AFTER, at=at)
    record(Event.SIGN_IN_FAILED, "account", key[:16], by=by, at=at)


@operation
def check_second_factor(
    account_id: UUID, code: str, *, network: str, by: Actor, at: datetime
) -> None:
    """Refused unless `code` is this half-minute's (or a neighbour's) and was not used before."""
    check_patience(delay_key(str(account_id), network), at)
    account = Account.objects.select_for_update(no_key=True).get(pk=account_id)
    if account.second_factor is None:
        raise Refusal(Message("account.second_factor_missing"), status=403)
    use_code(account, code, at)
    account.save(update_fields=["second_factor_step"])


def check_patience(key: str, at: datetime) -> None:
    """Refused (429) while this account has to wait on this network."""
    until = tries.wait_until(key, at)
    if until is not None:
        raise Refusal(Message("account.wait", until=until), status=429)


def use_code(account: Account, code: str, at: datetime) -> None:
    """Take a code of the second factor in force as used; 403 if it is wrong or was used."""
    assert account.second_factor is not None  # noqa: S101 - the caller has looked
    step = step_of(bytes(account.second_factor), code, account_id=account.pk, at=at)
    if step is None or step <= account.second_factor_step:
        raise Refusal(Message("account.second_factor_failed"), status=403)
    account.second_factor_step = step


def step_of(sealed: bytes, code: str, *, account_id: UUID, at: datetime) -> int | None:
    """The half-minute a code belongs to, this one or a neighbour; None for a wrong code."""
    totp = pyotp.TOTP(key_ring().open(sealed, context=account_id.bytes))
    now = int(at.timestamp()) // totp.interval
    return next((s for s in (now - 1, now, now + 1) if totp.at(s * totp.interval) == code), None)
