"""The working calendar that tests of work count with, and a Monday in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from wangge.lib.work_calendar import WorkCalendar

MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # nine in the morning in the county

# 6 and 7 April are the days off of a spring festival, made up for on a Saturday.
CALENDAR = WorkCalendar(
    days={date(2026, 4, 6): False, date(2026, 4, 7): False, date(2026, 4, 11): True},
    years=frozenset({2026, 2027}),
)

instants = st.integers(0, 60 * 24 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes))


def local(text: str) -> datetime:
    """An instant as the clock on the wall of the county shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=CALENDAR.tz)
