"""The work calendar: when a term ends, when its light turns yellow, how much of it is left.

Terms in hours and minutes are natural time. Terms in days begin with the next day and end at
24:00 of the last; terms in working days begin with the next working day and end at the close
of office. Working days follow the State Council's calendar of the year; a year that is not
loaded counts Monday to Friday and makes every term that touches it provisional.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal, TypeAlias
from zoneinfo import ZoneInfo

from wangge.lib.when import SHANGHAI

Unit: TypeAlias = Literal["minute", "hour", "day", "work_day"]

_DAY: Final = timedelta(days=1)
_NATURAL: Final[Mapping[str, timedelta]] = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
}
_SHORT_TERM: Final = 2  # days or working days: up to here yellow is a third of the term


@dataclass(frozen=True, slots=True)
class Due:
    """The end of a term; ``provisional`` if a year it touches has no calendar yet."""

    at: datetime
    provisional: bool


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Working days and the terms counted in them.

    ``days`` holds True for a working day and False for a day off; it needs only the days that
    differ from Monday to Friday. ``years`` are the years whose calendar is loaded: days of other
    years in ``days`` are not believed.
    """

    days: Mapping[date, bool]
    years: frozenset[int]
    office_close: time = time(17, 30)
    tz: ZoneInfo = SHANGHAI

    def is_workday(self, day: date) -> bool:
        """Whether the offices work on that day."""
        usual = day.isoweekday() <= 5
        return self.days.get(day, usual) if day.year in self.years else usual

    def is_provisional(self, day: date) -> bool:
        """Whether the day lies in a year whose calendar is not loaded."""
        return day.year not in self.years

    def due(self, start: datetime, amount: int, unit: Unit) -> Due:
        """The end of a term of ``amount`` (at least 1) units that runs from ``start``.

        ValueError for a naive start or a term of less than one unit.
        """
        if amount < 1:
            raise ValueError("a term has at least one unit")
        if unit in _NATURAL:
            end = _aware(start).astimezone(UTC) + amount * _NATURAL[unit]
            return Due(end.astimezone(self.tz), provisional=False)
        first = self._day_of(start)
        if unit == "day":
            return Due(self._at(first + (amount + 1) * _DAY, time()), provisional=False)
        return self._due_in_workdays(first, amount)

    def yellow_at(self, start: datetime, due: datetime, unit: Unit, amount: int) -> datetime:
        """The instant from which the light of an open term is yellow, never before ``start``.

        Short terms (minutes, hours, up to two days or working days): a third of the term is
        left, where a working day lasts from 0:00 to the close of office, so that weekends do
        not stretch the third. Longer ones: one working day is left, that is the close of
        office on the working day before the last one of the term.
        """
        if unit in _NATURAL:
            yellow = due.astimezone(UTC) - (due - start) / 3
        elif amount <= _SHORT_TERM:
            yellow = due.astimezone(UTC) - amount * self._length_of(unit) / 3
        else:
            last = self._workday_on_or_before(self._last_day(due))
            yellow = self._at(self._workday_on_or_before(last - _DAY), self.office_close)
        return max(yellow, _aware(start)).astimezone(self.tz)

    def workdays_between(self, a: date, b: date) -> int:
        """How many working days come after ``a``, up to and including ``b``; negative if b < a."""
        if b < a:
            return -self.workdays_between(b, a)
        return sum(self.is_workday(a + n * _DAY) for n in range(1, (b - a).days + 1))

    def remaining(self, at: datetime, due_at: datetime, unit: Unit) -> int:
        """What is left of a term at ``at``, in whole units, a begun one counted whole; 0 if over.

        It is the smallest amount whose term from ``at`` does not end before ``due_at``.
        """
        if due_at <= at:
            return 0
        if unit in _NATURAL:
            return -((at - due_at) // _NATURAL[unit])
        today, last = self._day_of(at), self._day_of(due_at)
        days = (last - today).days - 1 if unit == "day" else self.workdays_between(today, last)
        amount = max(1, days)
        return amount if self.due(at, amount, unit).at >= due_at else amount + 1

    def resume(self, at: datetime, remaining: int, unit: Unit) -> Due:
        """The end of a term that goes on at ``at``; a term with nothing left is over at once."""
        if remaining == 0:
            return Due(_aware(at).astimezone(self.tz), provisional=False)
        return self.due(at, remaining, unit)

    def _due_in_workdays(self, start: date, amount: int) -> Due:
        day, counted, provisional = start, 0, False
        while counted < amount:
            day += _DAY
            counted += self.is_workday(day)
            provisional = provisional or self.is_provisional(day)
        return Due(self._at(day, self.office_close), provisional)

    def _workday_on_or_before(self, day: date) -> date:
        while not self.is_workday(day):
            day -= _DAY
        return day

    def _last_day(self, due: datetime) -> date:
        # midnight belongs to the day that ends with it
        return (due.astimezone(self.tz) - timedelta.resolution).date()

    def _length_of(self, unit: Unit) -> timedelta:
        close = self.office_close
        until_close = timedelta(hours=close.hour, minutes=close.minute, seconds=close.second)
        return until_close if unit == "work_day" else _DAY

    def _day_of(self, instant: datetime) -> date:
        return _aware(instant).astimezone(self.tz).date()

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.tz)


def half(amount: int) -> int:
    """Half of a term, a begun unit counted whole."""
    return -(-amount // 2)


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant must know its time zone")
    return instant
