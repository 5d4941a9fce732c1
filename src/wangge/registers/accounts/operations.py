"""What can be done to accounts: create, sign in, set secrets, disable."""

import secrets as randomness
from datetime import datetime
from uuid import UUID

import pyotp
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from wangge.access.actor import Actor
from wangge.doors import tries
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts.models import Account
from wangge.registers.accounts.queries import usable_account
from wangge.registers.accounts.rules import FORGOTTEN_AFTER, delay_key, wait_after
from wangge.registers.accounts.secrets import key_ring
from wangge.registers.audit.events import Event
from wangge.registers.audit.operations import record

# A hash to check against when there is no such account, so that the answer takes as long.
_NOBODY = make_password(randomness.token_urlsafe(16))


@operation
def create_account(
    username: str,
    *,
    password: str | None,
    must_use_second_factor: bool = False,
    by: Actor,
    at: datetime,
) -> Account:
    """A new account; without a password it can only be entered through the demo's page of names."""
    account = Account(
        id=uuid7(at),
        username=username,
        must_use_second_factor=must_use_second_factor,
        created_at=at,
    )
    _set_password(account, password, at)
    account.save(force_insert=True)
    record(Event.ACCOUNT_CREATED, "account", account.pk, by=by, at=at)
    return account


@operation
def change_password(account_id: UUID, password: str, *, by: Actor, at: datetime) -> None:
    """Set a password that keeps the rules (ten characters, not common, not like the name)."""
    account = Account.objects.select_for_update(no_key=True).get(pk=account_id)
    _set_password(account, password, at)
    account.save(update_fields=["password", "password_set_at"])
    record(Event.PASSWORD_CHANGED, "account", account.pk, by=by, at=at)


def _set_password(account: Account, password: str | None, at: datetime) -> None:
    if password is None:
        account.set_unusable_password()
        return
    try:
        validate_password(password, account)
    except ValidationError as error:
        first = error.error_list[0].code
        raise Refusal.invalid({"password": Message(f"account.{first}")}) from error
    account.set_password(password)
    account.password_set_at = at


@operation
def check_sign_in(username: str, password: str, *, network: str, by: Actor, at: datetime) -> UUID:
    """The account if name and password fit; else a Refusal that never says which was wrong.

    The failure itself is written by the door afterwards (`note_failure`), because a Refusal undoes
    what the operation wrote.
    """
    key = delay_key(username, network)
    _check_patience(key, at)
    account = usable_account(username)
    fits = check_password(password, account.password if account else _NOBODY)
    if account is None or not fits:
        raise Refusal(Message("account.sign_in_failed"), status=403)
    tries.forget(key)
    return account.pk


def _check_patience(key: str, at: datetime) -> None:
    until = tries.wait_until(key, at)
    if until is not None:
        raise Refusal(Message("account.wait", until=until), status=429)


@operation
def note_failure(name: str, *, network: str, by: Actor, at: datetime) -> None:
    """Count a failed sign-in, so that this name must wait on this network.

    `name` is the account's, or its key where the second factor failed.
    """
    key = delay_key(name, network)
    tries.note_failure(key, wait_after=wait_after, forgotten_after=FORGOTTEN_AFTER, at=at)
    record(Event.SIGN_IN_FAILED, "account", key[:16], by=by, at=at)


@operation
def begin_second_factor(account_id: UUID, *, by: Actor, at: datetime) -> str:
    """Make a new TOTP secret, kept sealed; returns it once for the person's authenticator."""
    secret = pyotp.random_base32()
    sealed = key_ring().seal(secret, context=account_id.bytes)
    Account.objects.filter(pk=account_id).update(second_factor=sealed, second_factor_step=0)
    record(Event.SECOND_FACTOR_SET, "account", account_id, by=by, at=at)
    return secret


@operation
def check_second_factor(
    account_id: UUID, code: str, *, network: str, by: Actor, at: datetime
) -> None:
    """Refused unless `code` is this half-minute's (or a neighbour's) and was not used before."""
    _check_patience(delay_key(str(account_id), network), at)
    account = Account.objects.select_for_update(no_key=True).get(pk=account_id)
    if account.second_factor is None:
        raise Refusal(Message("account.second_factor_missing"), status=403)
    secret = key_ring().open(bytes(account.second_factor), context=account_id.bytes)
    totp = pyotp.TOTP(secret)
    now = int(at.timestamp()) // totp.interval
    step = next((s for s in (now - 1, now, now + 1) if totp.at(s * totp.interval) == code), None)
    if step is None or step <= account.second_factor_step:
        raise Refusal(Message("account.second_factor_failed"), status=403)
    account.second_factor_step = step
    account.save(update_fields=["second_factor_step"])


@operation
def disable(account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Close an account; its sessions end with the next request."""
    Account.objects.filter(pk=account_id, disabled_at=None).update(disabled_at=at)
    record(Event.ACCOUNT_DISABLED, "account", account_id, by=by, at=at)
