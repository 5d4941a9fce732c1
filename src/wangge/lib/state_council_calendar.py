"""The State Council's calendar of days off and make-up working days, as a seed.

The data come with the package ``chinese_calendar``, which ends with the year last announced
(each November for the next); later years are loaded by the county itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import chinese_calendar  # type: ignore[import-untyped]  # ships no types

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message


class YearNotAnnounced(Invalid):
    """The package knows no calendar of that year."""


def announced_years() -> frozenset[int]:
    """The years there is a calendar of."""
    return frozenset(day.year for day in chinese_calendar.holidays)


def seed_from_chinese_calendar(years: Iterable[int]) -> dict[date, bool]:
    """The days of ``years`` that differ from Monday to Friday: True where offices work.

    YearNotAnnounced for a year the package does not know.
    """
    return {day: works for year in sorted(set(years)) for day, works in _exceptions(year).items()}


def _exceptions(year: int) -> dict[date, bool]:
    if year not in announced_years():
        raise YearNotAnnounced(Message("calendar.year_not_announced", year=str(year)))
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    works = {day: chinese_calendar.is_workday(day) for day in days}
    return {day: works[day] for day in works if works[day] != (day.isoweekday() <= 5)}
