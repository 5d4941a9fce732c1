"""Dates, instants and spans of time as people say them (今天 15:20, 周三 10:00, 3 月 4 日).

Each function returns a message; the catalogue makes the words, so any language can follow.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from wangge.lib.message import Message

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")

_NAMED_DAYS: Final = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


def said_instant(instant: datetime, now: datetime | None, tz: ZoneInfo = SHANGHAI) -> Message:
    """The instant in words: near ones with the time of day, far ones by their date alone.

    Yesterday, today and tomorrow by name; other days of the same week (Monday to Sunday) by
    weekday; days of the same year without the year. Without ``now`` the full date and time.
    """
    local = instant.astimezone(tz)
    clock = said_clock(local)
    if now is None:
        return Message("when.at", day=_full_date(local.date()), clock=clock)
    today = now.astimezone(tz).date()
    day = said_date(local.date(), today)
    return Message("when.at", day=day, clock=clock) if is_near(local.date(), today) else day


def said_clock(local: datetime) -> str:
    """The time of day, 15:20, in any language."""
    return f"{local.hour:02}:{local.minute:02}"


def said_date(day: date, today: date | None) -> Message:
    """The day in words as seen from ``today``; without ``today`` the full date."""
    if today is None:
        return _full_date(day)
    distance = (day - today).days
    if distance in _NAMED_DAYS:
        return Message(f"when.{_NAMED_DAYS[distance]}")
    if is_near(day, today):
        return Message(f"when.weekday.{day.isoweekday()}")
    if day.year == today.year:
        return Message("when.day_of_year", month=_month(day), day=str(day.day))
    return _full_date(day)


def said_duration(span: timedelta) -> Message:
    """The length of a span in its largest fitting unit: days, hours or minutes, rounded down.

    A span of less than a minute is said as such; the sign is left to the sentence around it.
    """
    length = abs(span)
    for unit, name in ((_DAY, "days"), (_HOUR, "hours"), (_MINUTE, "minutes")):
        if length >= unit:
            return Message(f"when.{name}", count=length // unit)
    return Message("when.moment")


def is_near(day: date, today: date) -> bool:
    """Whether people say the time of such a day too: this week's, yesterday, today, tomorrow."""
    same_week = day.isocalendar()[:2] == today.isocalendar()[:2]
    return same_week or (day - today).days in _NAMED_DAYS


def _full_date(day: date) -> Message:
    return Message("when.full_date", year=str(day.year), month=_month(day), day=str(day.day))


def _month(day: date) -> Message:
    return Message(f"when.month.{day.month}")
