"""What pages say of an account: whether one can sign in, and with what."""

from __future__ import annotations

from wangge.lib.message import Message
from wangge.registers.accounts.models import Account


def state_of(account: Account) -> Message:
    """Whether one can sign in, and with what."""
    if not account.is_active:
        return Message("account.state.disabled")
    if account.must_change_password:
        return Message("account.state.one_time")
    return Message(f"account.state.{'usable' if account.has_usable_password() else 'demo'}")


def second_factor_of(account: Account) -> Message:
    """Whether a second factor is in force, is owed, or is not asked for."""
    if account.second_factor is not None:
        return Message("account.second_factor.set")
    owed = account.must_use_second_factor
    return Message(f"account.second_factor.{'owed' if owed else 'none'}")
