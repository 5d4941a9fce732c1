"""The second factor: begun, confirmed, used once, replaced only with the present one."""

from __future__ import annotations

from datetime import timedelta

import pyotp
import pytest

from tests.registers.organisations.staff import AT, account, actor, done_by, recorded
from wangge.lib.refusal import Refusal
from wangge.registers.accounts import operations as accounts
from wangge.registers.accounts.queries import pending_secret

pytestmark = pytest.mark.django_db

CLERK = "station_clerk"
LATER = AT + timedelta(minutes=5)
NET = {"network": "192.0.2"}


def begin() -> str:
    secret: str = done_by(CLERK, accounts.begin_second_factor, account(CLERK).pk)
    return secret


def confirm(secret: str, present: str = "", at: object = AT) -> None:
    code = pyotp.TOTP(secret).at(at)
    done_by(
        CLERK,
        accounts.confirm_second_factor,
        account(CLERK).pk,
        code,
        present=present,
        at=at,
        **NET,
    )


def check(code: str, at: object = LATER) -> None:
    done_by(CLERK, accounts.check_second_factor, account(CLERK).pk, code, at=at, **NET)


def test_it_is_in_force_only_once_confirmed() -> None:
    secret = begin()
    assert account(CLERK).second_factor is None
    assert pending_secret(account(CLERK)) == secret
    confirm(secret)
    assert pending_secret(account(CLERK)) == ""
    check(pyotp.TOTP(secret).at(LATER))
    assert [len(recorded(f"account.second_factor_{e}")) for e in ("begun", "set")] == [1, 1]


def test_a_code_is_used_once() -> None:
    secret = begin()
    confirm(secret)
    code = pyotp.TOTP(secret).at(LATER)
    check(code)
    for again in (code, pyotp.TOTP(secret).at(LATER - timedelta(seconds=30))):
        with pytest.raises(Refusal) as refused:
            check(again)
        assert refused.value.code == "account.second_factor_failed"


def test_the_code_that_confirmed_does_not_sign_in() -> None:
    secret = begin()
    confirm(secret)
    with pytest.raises(Refusal):
        check(pyotp.TOTP(secret).at(AT), at=AT)


def test_a_wrong_code_confirms_nothing() -> None:
    begin()
    pk = account(CLERK).pk
    with pytest.raises(Refusal) as refused:
        done_by(CLERK, accounts.confirm_second_factor, pk, "abcdef", **NET)
    assert "code" in refused.value.fields
    assert account(CLERK).second_factor is None


def test_nothing_is_confirmed_that_was_not_begun() -> None:
    pk = account(CLERK).pk
    with pytest.raises(Refusal) as refused:
        done_by(CLERK, accounts.confirm_second_factor, pk, "123456", **NET)
    assert refused.value.code == "account.second_factor_not_begun"


def test_only_the_holder_of_the_present_one_replaces_it() -> None:
    first = begin()
    confirm(first)
    second = begin()
    check(pyotp.TOTP(first).at(LATER))  # still in force
    then = LATER + timedelta(minutes=5)
    with pytest.raises(Refusal) as refused:
        confirm(second, at=then)
    assert refused.value.code == "account.second_factor_failed"
    confirm(second, present=pyotp.TOTP(first).at(then), at=then)
    after = then + timedelta(minutes=5)
    with pytest.raises(Refusal):
        check(pyotp.TOTP(first).at(after), at=after)
    check(pyotp.TOTP(second).at(after), at=after)


def test_guessing_waits_on_this_network_and_on_no_other() -> None:
    confirm(begin())
    by, pk = actor(CLERK), account(CLERK).pk
    for _ in range(4):
        done_by(by, accounts.note_failure, str(pk), **NET)
    with pytest.raises(Refusal) as refused:
        check("123456", at=AT)
    assert refused.value.status == 429
    with pytest.raises(Refusal) as refused:
        done_by(by, accounts.check_second_factor, pk, "123456", network="198.51.100")
    assert refused.value.code == "account.second_factor_failed"
