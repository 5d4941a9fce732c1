"""The time limits of cases: how long each phase may take at each level, and who grants more.

The lengths come from ``data/time_limits.csv``; what a term is and how it runs, from
``work.terms``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final, cast

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.work_calendar import Due, Unit, WorkCalendar
from wangge.work.cases.data import table
from wangge.work.cases.rules.states import CASE_LEVELS
from wangge.work.terms.rules.terms import Allowance, OnDue, Phase, Term


class ExtendBy(StrEnum):
    """Who grants more time."""

    LEVEL_ABOVE = "level_above"
    COUNTY_CENTRE = "county_grid_centre"
    BOTH_PARTIES = "both_parties"
    RESPONSIBLE_POST = "responsible_post"
    PETITION_BODY = "petition_body"


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


def explanation(term: Term) -> Message:
    """Why a term of a case ends when it ends, in one sentence."""
    only_reviewed = term.phase is Phase.HANDLE and term.allowance.on_due is OnDue.REVIEW
    phase = Phase.REVIEW if only_reviewed else term.phase
    return Message(
        f"case.term.{phase.value}",
        key=Message(f"case.term.key.{term.allowance.key}"),
        level=term.allowance.level.words,
        span=term.allowance.span,
        start=term.started_at,
        due=term.due_at,
    )


def promise(key: str, accepted_at: datetime, calendar: WorkCalendar) -> Due | None:
    """The total promised to the reporter: the longest handle term of the category's key.

    Fixed at acceptance and never moved afterwards. None where nothing is to be handled.
    """
    rules = (term_for(key, Phase.HANDLE, level) for level in CASE_LEVELS)
    ends = [calendar.due(accepted_at, rule.amount, rule.unit) for rule in rules if rule]
    return max(ends, key=lambda due: due.at, default=None)


_URGENT: Final = "urgent"
_GIVE_WAY_TO_URGENT: Final = frozenset({"quick", "std", "hotline", "service"})


def term_key(category_key: str, *, urgent: bool) -> str:
    """The key whose terms run: an urgent mark shortens the office's own terms.

    Terms set by law, consent or hand-over are not the office's to shorten, and an immediate one
    is shorter still.
    """
    return _URGENT if urgent and category_key in _GIVE_WAY_TO_URGENT else category_key


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
