"""Everybody may look at each thing, and nobody at all of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from wangge.doors.looks import KEPT_FOR, forget_old, may_look
from wangge.doors.models import CountedLook

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 8, 10, tzinfo=UTC)


def test_so_many_an_hour_and_no_more() -> None:
    assert [may_look("a", str(n), most=3, at=AT) for n in range(5)] == [True] * 3 + [False] * 2


def test_what_was_seen_stays_open_and_is_counted_once() -> None:
    for _ in range(9):
        assert may_look("a", "one", most=2, at=AT)
    assert may_look("a", "two", most=2, at=AT)
    assert not may_look("a", "three", most=2, at=AT)
    assert may_look("a", "one", most=2, at=AT)


def test_nobody_else_is_held_up() -> None:
    assert may_look("a", "one", most=1, at=AT)
    assert not may_look("a", "two", most=1, at=AT)
    assert may_look("b", "two", most=1, at=AT)


def test_the_next_hour_starts_from_nothing() -> None:
    assert may_look("a", "one", most=1, at=AT)
    assert may_look("a", "two", most=1, at=AT + timedelta(hours=1))


def test_looks_are_forgotten() -> None:
    may_look("a", "one", most=1, at=AT)
    assert forget_old(at=AT + timedelta(hours=1)) == 0
    assert forget_old(at=AT + KEPT_FOR + timedelta(minutes=1)) == 1
    assert not CountedLook.objects.exists()
