"""Terms: time that is allowed, time that runs, and how one becomes the other.

An *allowance* is time that has not begun to run or stands still; a *term* is an allowance that
runs, with its end. How long something may take is the matter of the app whose work it is: it
makes allowances from a table of its own and explains its terms in its own words.

The names of the fields are the stored form (JSON in the rows of the apps): they do not change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.work_calendar import Due, Unit, WorkCalendar, half
from wangge.work.terms.rules.light import Light


class Phase(StrEnum):
    """What a term measures."""

    ACCEPT = "accept"  # until the intake post accepts
    HANDLE = "handle"  # until the holder completes
    VERIFY = "verify"  # until somebody else checks
    ANSWER = "answer"  # until a unit that was asked answers
    REVIEW = "review"  # until somebody looks at it again; never red
    WAIT = "wait"  # until somebody outside adds what is missing; never red


class OnDue(StrEnum):
    """What the end of a term means."""

    LIGHT = "light"  # the light turns red
    REVIEW = "review"  # somebody looks at it again, nothing turns red


@dataclass(frozen=True, slots=True)
class Allowance:
    """Time allowed but not running: a term before its start, or what is left of a stopped one.

    ``key`` is the row of the app's table of limits, ``level`` who works on it. ``amount`` counts
    ``unit`` and is 0 where nothing is left.
    """

    phase: Phase
    key: str
    level: Level
    amount: int
    unit: Unit
    on_due: OnDue

    def from_instant(self, start: datetime, calendar: WorkCalendar) -> Term:
        """The term that runs from ``start``; one with nothing left is over at once."""
        return _term(self, start, calendar.resume(start, self.amount, self.unit), calendar)

    def halved(self) -> Allowance:
        """Half of it, a begun unit counted whole: for a second attempt."""
        return replace(self, amount=half(self.amount))

    @property
    def span(self) -> Message:
        """Its length in words."""
        return span(self.amount, self.unit)


@dataclass(frozen=True, slots=True)
class Term:
    """A running term. ``provisional`` if a year it touches has no working-day calendar yet."""

    allowance: Allowance
    started_at: datetime
    due_at: datetime
    yellow_at: datetime | None  # None: no light
    provisional: bool

    @property
    def phase(self) -> Phase:
        """What the term measures."""
        return self.allowance.phase


def span(amount: int, unit: Unit) -> Message:
    """A length of time in words: 3 working days."""
    return Message(f"term.span.{unit}", amount=amount)


def stop(term: Term, at: datetime, calendar: WorkCalendar) -> Allowance:
    """What is left of a term that is stopped at ``at``."""
    left = calendar.remaining(at, term.due_at, term.allowance.unit)
    return replace(term.allowance, amount=left)


def extend(term: Term, amount: int, calendar: WorkCalendar) -> Term:
    """The term with ``amount`` more of its own units, counted from its present end."""
    longer = replace(term.allowance, amount=term.allowance.amount + amount)
    more = calendar.due(_last_instant(term), amount, longer.unit)
    due = Due(more.at, more.provisional or term.provisional)
    return _term(longer, term.started_at, due, calendar)


def light_at(term: Term | None, at: datetime) -> Light:
    """The light of a running term at an instant; none where the term only calls for a review."""
    if term is None or term.allowance.on_due is OnDue.REVIEW:
        return Light.NONE
    if at > term.due_at:
        return Light.RED
    if term.yellow_at is not None and at >= term.yellow_at:
        return Light.YELLOW
    return Light.NONE


def is_over(term: Term | None, at: datetime) -> bool:
    """Whether a running term has come to its end."""
    return term is not None and at >= term.due_at


def _term(allowance: Allowance, start: datetime, due: Due, calendar: WorkCalendar) -> Term:
    lit = allowance.on_due is OnDue.LIGHT
    yellow = calendar.yellow_at(start, due.at, allowance.unit, allowance.amount) if lit else None
    return Term(allowance, start, due.at, yellow, due.provisional)


def _last_instant(term: Term) -> datetime:
    # a term in days ends at 24:00, an instant that already belongs to the next day
    return term.due_at - timedelta.resolution if term.allowance.unit == "day" else term.due_at
