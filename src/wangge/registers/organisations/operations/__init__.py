"""What can be done to posts and who holds them, and to the accounts of those who do."""

from wangge.registers.organisations.operations.accounts import (
    NewAccount,
    disable_account,
    enable_account,
    end_account_sessions,
    open_account,
    reset_password,
    reset_second_factor,
)
from wangge.registers.organisations.operations.appointing import (
    appoint,
    appoint_many,
    appoint_newcomer,
    dismiss,
)
from wangge.registers.organisations.operations.contacting import (
    publish_phone,
    set_unit_phone,
    withdraw_phone,
)
from wangge.registers.organisations.operations.covering import (
    end_substitution,
    renew_cover_today,
    substitute,
)

__all__ = [
    "NewAccount",
    "appoint",
    "appoint_many",
    "appoint_newcomer",
    "disable_account",
    "dismiss",
    "enable_account",
    "end_account_sessions",
    "end_substitution",
    "open_account",
    "publish_phone",
    "renew_cover_today",
    "reset_password",
    "reset_second_factor",
    "set_unit_phone",
    "substitute",
    "withdraw_phone",
]
