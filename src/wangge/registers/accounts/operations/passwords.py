"""Putting a password into an account, by the rules of `settings.AUTH_PASSWORD_VALIDATORS`."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.models import Account


def set_password(account: Account, password: str | None, at: datetime) -> None:
    """Set it on the account without saving; None means an account without a password.

    Refused (422) if it is too short, common, or like the name.
    """
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
