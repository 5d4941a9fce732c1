"""The law of signing in: waits, names, one-time passwords, and what an account must do first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.registers.accounts.rules import (
    LONGEST_WAIT,
    ONE_TIME_PASSWORD_LIFE,
    Browser,
    Owed,
    browser_of,
    delay_key,
    is_one_time_password_over,
    is_username,
    needs_second_factor,
    network_of,
    one_time_password,
    owed,
    wait_after,
)

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@given(st.integers(0, 10_000))
def test_waits_grow_and_end(failures: int) -> None:
    assert wait_after(failures) <= wait_after(failures + 1) <= LONGEST_WAIT
    assert wait_after(2) == timedelta()


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_a_wait_belongs_to_a_name_and_a_network(name: str, here: str, there: str) -> None:
    assert (delay_key(name, here) == delay_key(name, there)) == (here == there)


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("li.ming", True),
        ("a1_", True),
        ("ab", False),
        ("1ab", False),
        ("Li", False),
        ("李明", False),
    ],
)
def test_names_of_accounts(name: str, fits: bool) -> None:
    assert is_username(name) is fits
    assert not is_username(name + " ")


@given(st.integers())
def test_a_one_time_password_can_be_read_out(seed: int) -> None:
    password = one_time_password(Random(seed).choice)
    assert len(password) == 19
    assert not set(password) & set("0o1il")
    assert [len(group) for group in password.split("-")] == [4] * 4


def test_a_one_time_password_runs_out() -> None:
    assert not is_one_time_password_over(NOW, NOW + ONE_TIME_PASSWORD_LIFE)
    assert is_one_time_password_over(NOW, NOW + ONE_TIME_PASSWORD_LIFE + timedelta(seconds=1))
    assert is_one_time_password_over(None, NOW)


def test_the_password_is_owed_before_the_second_factor() -> None:
    def owes(*said: bool) -> Owed | None:
        names = ("must_change_password", "must_use_second_factor", "has_second_factor")
        return owed(**dict(zip(names, said, strict=True)))

    assert owes(True, True, False) is Owed.PASSWORD
    assert owes(False, True, False) is Owed.SECOND_FACTOR
    assert owes(False, True, True) is None
    assert owes(False, False, False) is None


@pytest.mark.parametrize(
    ("kind", "area", "needs"),
    [
        ("head", "431124", True),
        ("head", "431124212", False),
        ("grid_worker", "431124212217001", False),
        ("auditor", "431124", True),
    ],
)
def test_who_needs_a_second_factor(kind: str, area: str, needs: bool) -> None:
    assert needs_second_factor(kind, area) is needs


def test_a_network_is_coarser_than_an_address() -> None:
    assert network_of("192.0.2.7") == network_of("192.0.2.200") == "192.0.2"
    assert network_of("2001:db8:1:2:3::4") == "2001:db8:1:2"


@pytest.mark.parametrize(
    ("said", "browser"),
    [
        ("Mozilla/5.0 (Linux; Android 10) Chrome/80 Mobile MicroMessenger/8", Browser.PHONE),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120", Browser.COMPUTER),
        ("curl/8", Browser.OTHER),
        ("", Browser.OTHER),
    ],
)
def test_of_a_browser_only_its_class_is_kept(said: str, browser: Browser) -> None:
    assert browser_of(said) is browser
