"""What can be done to accounts: keep them, sign in, look after one's own secrets."""

from wangge.registers.accounts.operations.keeping import (
    check_username,
    create_account,
    demand_second_factor,
    disable,
    enable,
    end_sessions,
    forget_second_factor,
    give_one_time_password,
)
from wangge.registers.accounts.operations.own import (
    begin_second_factor,
    change_own_password,
    change_password,
    confirm_second_factor,
    end_own_session,
)
from wangge.registers.accounts.operations.signing_in import (
    check_second_factor,
    check_sign_in,
    note_failure,
)

__all__ = [
    "begin_second_factor",
    "change_own_password",
    "change_password",
    "check_second_factor",
    "check_sign_in",
    "check_username",
    "confirm_second_factor",
    "create_account",
    "demand_second_factor",
    "disable",
    "enable",
    "end_own_session",
    "end_sessions",
    "forget_second_factor",
    "give_one_time_password",
    "note_failure",
]
