"""Guessing gets slower, is forgotten after a while, and concerns nobody else."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from wangge.doors import tries

pytestmark = pytest.mark.django_db

HOURS = timedelta(hours=12)


def seconds(failures: int) -> timedelta:
    return timedelta(seconds=failures)


def fail(key: str, at: datetime) -> None:
    tries.note_failure(key, wait_after=seconds, forgotten_after=HOURS, at=at)


def test_nobody_waits_before_the_first_failure(at: datetime) -> None:
    assert tries.wait_until("a", at) is None


def test_each_failure_makes_the_wait_longer(at: datetime) -> None:
    for failures in (1, 2, 3):
        fail("a", at)
        assert tries.wait_until("a", at) == at + seconds(failures)


def test_the_wait_ends_and_others_do_not_wait(at: datetime) -> None:
    fail("a", at)
    assert tries.wait_until("a", at + seconds(1)) is None
    assert tries.wait_until("b", at) is None


def test_failures_are_forgotten_after_a_while(at: datetime) -> None:
    fail("a", at)
    fail("a", at)
    later = at + HOURS + seconds(1)
    fail("a", later)
    assert tries.wait_until("a", later) == later + seconds(1)


def test_success_forgets_them_at_once(at: datetime) -> None:
    fail("a", at)
    tries.forget("a")
    assert tries.wait_until("a", at) is None


def test_keys_without_new_failures_are_cleared_away(at: datetime) -> None:
    fail("a", at)
    fail("b", at + timedelta(hours=2))
    assert tries.forget_old(at=at + tries.KEPT_FOR + timedelta(hours=1)) == 1
    assert tries.wait_until("b", at + timedelta(hours=2)) is not None
