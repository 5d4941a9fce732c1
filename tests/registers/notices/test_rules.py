"""Quiet hours and waits, for every hour of the day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from wangge.registers.notices.rules import TRIES, QuietHours, is_given_up, wait_after

ZONE = ZoneInfo("Asia/Shanghai")
NIGHT = QuietHours(time(21), time(7), ZONE)
INSTANTS = some.datetimes(
    min_value=datetime(2026, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2027, 1, 1),  # noqa: DTZ001
    timezones=some.just(ZONE),
)
CLOCKS = some.times().map(lambda clock: clock.replace(second=0, microsecond=0))


def is_quiet(hours: QuietHours, at: datetime) -> bool:
    clock = at.astimezone(hours.zone).time()
    if hours.start <= hours.end:
        return hours.start <= clock < hours.end
    return clock >= hours.start or clock < hours.end


@given(INSTANTS, CLOCKS, CLOCKS)
def test_what_can_wait_leaves_at_the_first_instant_that_is_not_quiet(
    at: datetime, start: time, end: time
) -> None:
    hours = QuietHours(start, end, ZONE)
    leaves = hours.earliest(at, urgent=False)
    assert not is_quiet(hours, leaves)
    assert at <= leaves < at + timedelta(days=1)
    if is_quiet(hours, at):
        assert leaves.astimezone(ZONE).time() == end
    else:
        assert leaves == at


@given(INSTANTS)
def test_what_is_urgent_leaves_at_once(at: datetime) -> None:
    assert NIGHT.earliest(at, urgent=True) == at


def test_the_night_ends_in_the_morning() -> None:
    evening = datetime(2026, 3, 2, 22, 30, tzinfo=ZONE)
    early = datetime(2026, 3, 3, 6, 59, tzinfo=ZONE)
    morning = datetime(2026, 3, 3, 7, 0, tzinfo=ZONE)
    assert [NIGHT.earliest(at, urgent=False) for at in (evening, early, morning)] == [morning] * 3


def test_waits_grow_and_end() -> None:
    waits = [wait_after(tries) for tries in range(1, TRIES)]
    assert waits[:4] == [timedelta(minutes=n) for n in (1, 5, 25, 125)]
    assert waits == sorted(waits)
    assert timedelta(days=1) < sum(waits, timedelta()) < timedelta(days=2)
    assert [is_given_up(tries) for tries in (TRIES - 1, TRIES)] == [False, True]
