"""Terms: how long a case may take at each phase and level, and the light that tells.

The lengths come from ``data/time_limits.csv``. An *allowance* is time that has not begun to run
or stands still; a *term* is an allowance that runs, with its end, and explains itself in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final, cast

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.work_calendar import Due, Unit, WorkCalendar, half
from wangge.work.cases.data import table
from wangge.work.cases.rules.states import CASE_LEVELS, Light


class Phase(StrEnum):
    """What a term measures."""

    ACCEPT = "accept"  # until the intake post accepts
    HANDLE = "handle"  # until the holder completes; a term for each level
    VERIFY = "verify"  # until somebody checks
    ANSWER = "answer"  # until a unit that was asked answers
    REVIEW = "review"  # until somebody looks at it again; never red
    WAIT = "wait"  # until the reporter adds what is missing; never red


class OnDue(StrEnum):
    """What the end of a term means."""

    LIGHT = "light"  # the light turns red
    REVIEW = "review"  # the case is looked at again, nothing turns red


class ExtendBy(StrEnum):
    """Who grants more time."""

    LEVEL_ABOVE = "level_above"
    COUNTY_CENTRE = "county_grid_centre"
    BOTH_PARTIES = "both_parties"
    RESPONSIBLE_POST = "responsible_post"
    PETITION_BODY = "petition_body"


@dataclass(frozen=True, slots=True)
class Allowance:
    """Time allowed but not running: a term before its start, or what is left of a stopped one.

    ``amount`` is 0 where nothing is left.
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


@dataclass(frozen=True, slots=True)
class TermRule:
    """One row of the time limits."""

    key: str
    phase: Phase
    level: Level | None  # None: the same at every level
    amount: int
    unit: Unit
    extend_times: int
    extend_amount: int
    extend_by: ExtendBy | None
    on_due: OnDue

    def allowance(self, level: Level) -> Allowance:
        """What the row allows a case at ``level``."""
        return Allowance(self.phase, self.key, level, self.amount, self.unit, self.on_due)


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

    @property
    def explanation(self) -> Message:
        """Why the term ends when it ends, in one sentence."""
        only_reviewed = self.phase is Phase.HANDLE and self.allowance.on_due is OnDue.REVIEW
        phase = Phase.REVIEW if only_reviewed else self.phase
        return Message(
            f"case.term.{phase.value}",
            key=Message(f"case.term.key.{self.allowance.key}"),
            level=self.allowance.level.words,
            span=span(self.allowance.amount, self.allowance.unit),
            start=self.started_at,
            due=self.due_at,
        )


def span(amount: int, unit: Unit) -> Message:
    """A length of time in words: 3 working days."""
    return Message(f"case.span.{unit}", amount=amount)


@cache
def term_rules() -> Mapping[tuple[str, Phase, Level | None], TermRule]:
    """The rows of the time limits by key, phase and level."""
    rules = (_rule(row) for row in table("time_limits"))
    return MappingProxyType({(rule.key, rule.phase, rule.level): rule for rule in rules})


def term_for(key: str, phase: Phase, level: Level) -> TermRule | None:
    """The rule for a key and phase at a level; None where the table sets no term."""
    rules = term_rules()
    return rules.get((key, phase, level)) or rules.get((key, phase, None))


def start_term(rule: TermRule, level: Level, start: datetime, calendar: WorkCalendar) -> Term:
    """The term of ``rule`` for a case at ``level`` that runs from ``start``."""
    return rule.allowance(level).from_instant(start, calendar)


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


def promise(key: str, accepted_at: datetime, calendar: WorkCalendar) -> Due | None:
    """The total promised to the reporter: the longest handle term of the category's key.

    Fixed at acceptance and never moved afterwards. None where nothing is to be handled.
    """
    rules = (term_for(key, Phase.HANDLE, level) for level in CASE_LEVELS)
    ends = [calendar.due(accepted_at, rule.amount, rule.unit) for rule in rules if rule]
    return max(ends, key=lambda due: due.at, default=None)


HOLDING_CEILING: Final = 30
"""Working days from acceptance after which a case is laid before the supervisors."""


def ceiling(accepted_at: datetime, calendar: WorkCalendar) -> datetime:
    """When the total holding time reaches its ceiling."""
    return calendar.due(accepted_at, HOLDING_CEILING, "work_day").at


_URGENT: Final = "urgent"
_GIVE_WAY_TO_URGENT: Final = frozenset({"quick", "std", "hotline", "service"})


def term_key(category_key: str, *, urgent: bool) -> str:
    """The key whose terms run: an urgent mark shortens the office's own terms.

    Terms set by law, consent or hand-over are not the office's to shorten, and an immediate one
    is shorter still.
    """
    return _URGENT if urgent and category_key in _GIVE_WAY_TO_URGENT else category_key


def _term(allowance: Allowance, start: datetime, due: Due, calendar: WorkCalendar) -> Term:
    lit = allowance.on_due is OnDue.LIGHT
    yellow = calendar.yellow_at(start, due.at, allowance.unit, allowance.amount) if lit else None
    return Term(allowance, start, due.at, yellow, due.provisional)


def _last_instant(term: Term) -> datetime:
    # a term in days ends at 24:00, an instant that already belongs to the next day
    return term.due_at - timedelta.resolution if term.allowance.unit == "day" else term.due_at


def _rule(row: Mapping[str, str]) -> TermRule:
    return TermRule(
        key=row["key"],
        phase=Phase(row["phase"]),
        level=None if row["level"] == "any" else Level[row["level"].upper()],
        amount=int(row["amount"]),
        unit=cast(Unit, row["unit"]),
        extend_times=int(row["extend_times"]),
        extend_amount=int(row["extend_amount"] or 0),
        extend_by=_extend_by(row["extend_by"]),
        on_due=OnDue(row["on_due"]),
    )


def _extend_by(words: str) -> ExtendBy | None:
    return ExtendBy(words.replace(" ", "_")) if words else None
