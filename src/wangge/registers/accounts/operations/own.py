"""What people do to their own account: password, second factor, sessions."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pyotp

from wangge.access.actor import Actor
from wangge.doors import tries
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.accounts.models import Account, Session
from wangge.registers.accounts.operations.passwords import set_password
from wangge.registers.accounts.operations.signing_in import check_patience, step_of, use_code
from wangge.registers.accounts.rules import delay_key, handle_of
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event


@operation
def change_password(account_id: UUID, password: str, *, by: Actor, at: datetime) -> None:
    """Set a password. 422 unless it keeps the rules: ten characters, not common, not like the name."""
    _take_password(_locked(account_id), password, by, at)


@operation
def change_own_password(
    present: str, password: str, *, keep: str, network: str, by: Actor, at: datetime
) -> None:
    """Change the actor's own password; every session but `keep` (its key) ends.

    422 with `present` for a wrong present password, which the door counts as a failure; 429 while
    the account has to wait on this network.
    """
    account = _own(by)
    key = delay_key(str(account.pk), network)
    check_patience(key, at)
    if not account.check_password(present):
        raise Refusal.invalid({"present": Message("account.present_password_wrong")})
    if present == password:
        raise Refusal.invalid({"password": Message("account.password_same")})
    tries.forget(key)
    _take_password(account, password, by, at)
    Session.objects.filter(account=account).exclude(pk=keep).delete()


@operation
def begin_second_factor(account_id: UUID, *, by: Actor, at: datetime) -> str:
    """Make a new TOTP secret, kept sealed; it comes into force with `confirm_second_factor`."""
    secret = pyotp.random_base32()
    sealed = key_ring().seal(secret, context=account_id.bytes)
    Account.objects.filter(pk=account_id).update(second_factor_pending=sealed)
    record(Event.SECOND_FACTOR_BEGUN, "account", account_id, by=by, at=at)
    return secret


@operation
def confirm_second_factor(
    account_id: UUID, code: str, *, present: str = "", network: str, by: Actor, at: datetime
) -> None:
    """Put the pending secret into force with one of its codes.

    If another secret is in force, `present` is one of its codes: a browser that was left open is not
    enough to replace it. 422 for a wrong `code`, 403 for a wrong `present`, 409 if none was begun.
    """
    key = delay_key(str(account_id), network)
    check_patience(key, at)
    account = _locked(account_id)
    if account.second_factor_pending is None:
        raise Refusal(Message("account.second_factor_not_begun"))
    if account.second_factor is not None:
        use_code(account, present, at)
    sealed = bytes(account.second_factor_pending)
    step = step_of(sealed, code, account_id=account_id, at=at)
    if step is None:
        raise Refusal.invalid({"code": Message("account.second_factor_code_wrong")})
    tries.forget(key)
    account.second_factor, account.second_factor_step = sealed, step
    account.second_factor_pending = None
    account.save(update_fields=["second_factor", "second_factor_step", "second_factor_pending"])
    record(Event.SECOND_FACTOR_SET, "account", account_id, by=by, at=at)


@operation
def end_own_session(handle: str, *, by: Actor, at: datetime) -> None:
    """End one of the actor's sessions, named by its handle; 404 if there is none of that name."""
    mine = Session.objects.filter(account=by.account_id)
    keys = [row.pk for row in mine if handle_of(row.pk) == handle]
    if by.account_id is None or not keys:
        raise Refusal.not_found(Message("account.thing.session"))
    mine.filter(pk__in=keys).delete()
    record(Event.SESSIONS_ENDED, "account", by.account_id, by=by, at=at, count=1)


def _take_password(account: Account, password: str, by: Actor, at: datetime) -> None:
    set_password(account, password, at)
    account.must_change_password = False
    account.save(update_fields=["password", "password_set_at", "must_change_password"])
    record(Event.PASSWORD_CHANGED, "account", account.pk, by=by, at=at)


def _own(by: Actor) -> Account:
    if by.account_id is None:
        raise Refusal.forbidden()
    return _locked(by.account_id)


def _locked(account_id: UUID) -> Account:
    account: Account = Account.objects.select_for_update(no_key=True).get(pk=account_id)
    return account
