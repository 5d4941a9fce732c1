from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wangge.lib.state_council_calendar import (
    YearNotAnnounced,
    announced_years,
    seed_from_chinese_calendar,
)
from wangge.lib.when import SHANGHAI
from wangge.lib.work_calendar import Due, Unit, WorkCalendar, half

YEARS = frozenset({2024, 2025, 2026})
CALENDAR = WorkCalendar(seed_from_chinese_calendar(YEARS), YEARS)
CLOSE = time(17, 30)

INSTANTS = st.datetimes(
    min_value=datetime(2023, 11, 1),  # noqa: DTZ001
    max_value=datetime(2027, 3, 1),  # noqa: DTZ001
    timezones=st.sampled_from([SHANGHAI, UTC]),
)
AMOUNTS = st.integers(1, 70)
UNITS: st.SearchStrategy[Unit] = st.sampled_from(["minute", "hour", "day", "work_day"])
GRAIN = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=SHANGHAI)  # type: ignore[arg-type,misc]


def day_of(instant: datetime) -> date:
    return instant.astimezone(SHANGHAI).date()


@given(INSTANTS, AMOUNTS)
def test_working_days_end_at_the_close_of_a_working_day(start: datetime, amount: int) -> None:
    due = CALENDAR.due(start, amount, "work_day")
    assert CALENDAR.is_workday(due.at.date())
    assert due.at.time() == CLOSE
    assert CALENDAR.workdays_between(day_of(start), due.at.date()) == amount


@given(INSTANTS, AMOUNTS)
def test_provisional_if_a_year_of_the_term_is_not_loaded(start: datetime, amount: int) -> None:
    due = CALENDAR.due(start, amount, "work_day")
    first = day_of(start) + timedelta(days=1)
    assert due.provisional == (not {first.year, due.at.year} <= YEARS)


@given(INSTANTS, AMOUNTS)
def test_days_end_at_midnight(start: datetime, amount: int) -> None:
    due = CALENDAR.due(start, amount, "day")
    assert due.at.time() == time()
    assert due.at.date() - day_of(start) == timedelta(days=amount + 1)
    assert not due.provisional


@given(INSTANTS, AMOUNTS, st.sampled_from(["minute", "hour"]))
def test_hours_and_minutes_are_natural(start: datetime, amount: int, unit: Unit) -> None:
    assert CALENDAR.due(start, amount, unit) == Due(start + amount * GRAIN[unit], False)


@given(INSTANTS, INSTANTS, AMOUNTS, AMOUNTS, UNITS)
def test_later_or_longer_is_never_due_earlier(
    a: datetime, b: datetime, m: int, n: int, unit: Unit
) -> None:
    earlier = CALENDAR.due(min(a, b), min(m, n), unit).at
    assert earlier <= CALENDAR.due(max(a, b), max(m, n), unit).at
    assert earlier > min(a, b)
    assert earlier < CALENDAR.due(min(a, b), min(m, n) + 1, unit).at


@given(INSTANTS, AMOUNTS, UNITS)
def test_yellow_lies_within_the_term(start: datetime, amount: int, unit: Unit) -> None:
    due = CALENDAR.due(start, amount, unit).at
    assert start <= CALENDAR.yellow_at(start, due, unit, amount) < due


@given(INSTANTS, st.integers(3, 70), st.sampled_from(["day", "work_day"]))
def test_long_terms_turn_yellow_with_one_working_day_left(
    start: datetime, amount: int, unit: Unit
) -> None:
    due = CALENDAR.due(start, amount, unit).at
    yellow = CALENDAR.yellow_at(start, due, unit, amount)
    last_day = (due - timedelta(seconds=1)).date()
    if yellow == start:
        assert CALENDAR.workdays_between(day_of(start), last_day) <= 1
    else:
        assert yellow.time() == CLOSE
        assert CALENDAR.is_workday(yellow.date())
        assert CALENDAR.workdays_between(yellow.date(), last_day) == 1


@given(INSTANTS, st.integers(1, 2))
def test_short_terms_turn_yellow_on_their_last_day(start: datetime, amount: int) -> None:
    due = CALENDAR.due(start, amount, "work_day").at
    yellow = CALENDAR.yellow_at(start, due, "work_day", amount)
    assert due - yellow == amount * timedelta(hours=17, minutes=30) / 3
    assert yellow.date() == due.date()


@given(INSTANTS, AMOUNTS, st.sampled_from(["minute", "hour"]))
def test_natural_terms_turn_yellow_with_a_third_left(
    start: datetime, amount: int, unit: Unit
) -> None:
    due = CALENDAR.due(start, amount, unit).at
    assert due - CALENDAR.yellow_at(start, due, unit, amount) == amount * GRAIN[unit] / 3


@given(INSTANTS, AMOUNTS, UNITS)
def test_at_its_start_a_term_has_its_whole_amount_left(
    start: datetime, amount: int, unit: Unit
) -> None:
    assert CALENDAR.remaining(start, CALENDAR.due(start, amount, unit).at, unit) == amount


@given(INSTANTS, INSTANTS, UNITS)
def test_a_resumed_term_is_not_shorter_and_at_most_one_grain_longer(
    a: datetime, b: datetime, unit: Unit
) -> None:
    at, due = sorted((a, b))
    assume(at < due)
    left = CALENDAR.remaining(at, due, unit)
    resumed = CALENDAR.resume(at, left, unit).at
    assert resumed >= due
    if left > 1:
        assert CALENDAR.due(at, left - 1, unit).at < due
    if unit == "work_day":
        assert CALENDAR.workdays_between(day_of(due), day_of(resumed)) <= 1
    else:
        slack = 2 if unit == "day" else 1  # a day that has begun, and the one that begins next
        assert resumed - due < slack * GRAIN[unit]


@given(INSTANTS, INSTANTS, INSTANTS, UNITS)
def test_what_is_left_only_shrinks(a: datetime, b: datetime, c: datetime, unit: Unit) -> None:
    first, second, due = sorted((a, b, c))
    assert CALENDAR.remaining(first, due, unit) >= CALENDAR.remaining(second, due, unit)


@given(INSTANTS, AMOUNTS, UNITS)
def test_what_is_over_stays_over(at: datetime, late: int, unit: Unit) -> None:
    assert CALENDAR.remaining(at, at - timedelta(minutes=late - 1), unit) == 0
    assert CALENDAR.resume(at, 0, unit) == Due(at, False)


@given(st.dates(date(2023, 1, 1), date(2028, 1, 1)), st.integers(-400, 400))
def test_counting_days_forth_and_back(a: date, distance: int) -> None:
    b = a + timedelta(days=distance)
    assert CALENDAR.workdays_between(a, b) == -CALENDAR.workdays_between(b, a)
    middle = a + timedelta(days=distance // 2)
    assert CALENDAR.workdays_between(a, b) == CALENDAR.workdays_between(
        a, middle
    ) + CALENDAR.workdays_between(middle, b)


@given(st.integers(1, 1000))
def test_half_counts_a_begun_unit(amount: int) -> None:
    assert half(amount) in (amount / 2, (amount + 1) / 2)


@pytest.mark.parametrize(
    ("start", "amount", "due"),
    [
        (local(2025, 9, 30, 16), 1, local(2025, 10, 9, 17, 30)),  # over the National Day week
        (local(2025, 9, 30, 16), 3, local(2025, 10, 11, 17, 30)),  # a make-up Saturday
        (local(2026, 2, 13, 18), 1, local(2026, 2, 14, 17, 30)),  # before the Spring Festival
        (local(2026, 2, 14, 9), 1, local(2026, 2, 24, 17, 30)),
        (local(2026, 3, 7, 12), 1, local(2026, 3, 9, 17, 30)),  # reported on a Saturday
        (local(2026, 3, 6, 23, 59), 1, local(2026, 3, 9, 17, 30)),  # on a Friday night
    ],
)
def test_around_holidays(start: datetime, amount: int, due: datetime) -> None:
    assert CALENDAR.due(start, amount, "work_day") == Due(due, provisional=False)


def test_the_turn_of_a_year_without_calendar() -> None:
    assert CALENDAR.due(local(2026, 12, 29, 9), 2, "work_day") == Due(
        local(2026, 12, 31, 17, 30), False
    )
    assert CALENDAR.due(local(2026, 12, 30, 9), 2, "work_day") == Due(
        local(2027, 1, 1, 17, 30), True
    )


def test_days_of_a_year_not_loaded_are_not_believed() -> None:
    monday = date(2027, 2, 8)
    assert WorkCalendar({monday: False}, frozenset()).is_workday(monday)
    assert not WorkCalendar({monday: False}, frozenset({2027})).is_workday(monday)
    assert CALENDAR.is_provisional(monday)


def test_yellow_over_a_weekend() -> None:
    start = local(2026, 3, 5, 9)
    due = CALENDAR.due(start, 2, "work_day").at
    assert due == local(2026, 3, 9, 17, 30)
    assert CALENDAR.yellow_at(start, due, "work_day", 2) == local(2026, 3, 9, 5, 50)
    due = CALENDAR.due(start, 3, "work_day").at
    assert CALENDAR.yellow_at(start, due, "work_day", 3) == local(2026, 3, 9, 17, 30)


def test_a_term_that_ends_on_a_sunday_turns_yellow_before_its_last_working_day() -> None:
    start = local(2026, 3, 2, 9)
    due = CALENDAR.due(start, 6, "day").at
    assert due == local(2026, 3, 9)
    assert CALENDAR.yellow_at(start, due, "day", 6) == local(2026, 3, 5, 17, 30)


def test_what_is_no_term() -> None:
    with pytest.raises(ValueError, match="at least one"):
        CALENDAR.due(local(2026, 1, 5), 0, "work_day")
    for unit in ("day", "hour", "work_day"):
        with pytest.raises(ValueError, match="time zone"):
            CALENDAR.due(datetime(2026, 1, 5), 1, unit)  # type: ignore[arg-type]  # noqa: DTZ001


def test_the_seed_holds_only_what_differs_from_the_week() -> None:
    seed = seed_from_chinese_calendar([2026])
    assert all(works != (day.isoweekday() <= 5) for day, works in seed.items())
    assert seed[date(2026, 10, 1)] is False
    assert seed[date(2026, 10, 10)] is True
    assert date(2026, 10, 3) not in seed
    assert 2026 in announced_years()
    with pytest.raises(YearNotAnnounced):
        seed_from_chinese_calendar([2026, 2060])
