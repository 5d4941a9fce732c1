"""The clocks of a case: what starts, stands still and goes on when a move is made.

One term runs at a time. While a wait, a review or a check runs, what is left of the handle term
is kept as ``rest``; while a level below works, what is left of the sender's as ``sender_rest``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from wangge.lib.area_code import Level
from wangge.lib.work_calendar import WorkCalendar
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.limits import term_for
from wangge.work.cases.rules.states import Channel, State
from wangge.work.terms.rules.terms import Allowance, OnDue, Phase, extend, stop

WAIT_DAYS: Final = 10
"""Natural days the clock waits for a reporter who was asked for more."""


def start_level(case: CaseFacts, at: datetime, calendar: WorkCalendar) -> CaseFacts:
    """The handle term of the case's level begins; none where nothing is to be handled."""
    return _running(case, handling(case, case.level), at, calendar)


def start_half(case: CaseFacts, at: datetime, calendar: WorkCalendar) -> CaseFacts:
    """Half of the level's handle term begins: for a second attempt."""
    return _running(case, half_of_handling(case), at, calendar)


def receive(case: CaseFacts, before: CaseFacts, at: datetime, calendar: WorkCalendar) -> CaseFacts:
    """A level below that received the case gets its own term; the sender's waits for a return."""
    if case.level is before.level:
        return case
    return replace(start_level(case, at, calendar), sender_rest=_rest_of(before, at, calendar))


def give_back(case: CaseFacts, at: datetime, calendar: WorkCalendar) -> CaseFacts:
    """The sender's remaining term goes on; within one level the same term simply runs."""
    if case.sender_rest is None:
        return go_on(case, at, calendar)
    return _running(case, case.sender_rest, at, calendar)


def go_on(case: CaseFacts, at: datetime, calendar: WorkCalendar) -> CaseFacts:
    """What was left of a term that stood still goes on; a running handle term is left alone.

    A case that never had a handle term, because it went to another channel before it was
    accepted, begins that of its level when it comes back accepted.
    """
    if case.rest is not None and (case.rest.phase is Phase.HANDLE or case.state is State.SUBMITTED):
        term = case.rest.from_instant(at, calendar)
        return replace(case, term=term, rest=None)
    if case.term is not None and case.term.phase is Phase.HANDLE:
        return case
    return start_level(case, at, calendar)


def stand_still(
    case: CaseFacts, meanwhile: Allowance | None, at: datetime, calendar: WorkCalendar
) -> CaseFacts:
    """The handle term stands still, and ``meanwhile`` runs, or nothing."""
    term = None if meanwhile is None else meanwhile.from_instant(at, calendar)
    return replace(case, term=term, rest=_rest_of(case, at, calendar))


def keep_shorter(case: CaseFacts, at: datetime, calendar: WorkCalendar) -> CaseFacts:
    """After a change of category: the running term, unless that of the new one ends sooner."""
    running = case.term
    if running is None or running.phase not in {Phase.ACCEPT, Phase.HANDLE}:
        return case
    rule = term_for(case.key, running.phase, case.level)
    if rule is None:
        return case
    fresh = rule.allowance(case.level).from_instant(at, calendar)
    return replace(case, term=fresh) if fresh.due_at < running.due_at else case


def lengthen(case: CaseFacts, amount: int, calendar: WorkCalendar) -> CaseFacts:
    """The end of the running term moves by ``amount`` of its units."""
    if case.term is None:
        raise ValueError("no term runs that could be extended")
    longer = extend(case.term, amount, calendar)
    return replace(case, term=longer, extensions=case.extensions + 1)


def end(case: CaseFacts) -> CaseFacts:
    """Nothing runs any more."""
    return replace(case, term=None, rest=None, sender_rest=None)


def waiting(case: CaseFacts) -> Allowance:
    """The time given to a reporter who was asked for more."""
    return Allowance(Phase.WAIT, case.key, case.level, WAIT_DAYS, "day", OnDue.REVIEW)


def review_on(case: CaseFacts, day: date, at: datetime, calendar: WorkCalendar) -> Allowance:
    """The time until the end of ``day``, when a suspended case is looked at again.

    A day that passed while the request waited for its answer means the next one.
    """
    days = max(1, (day - at.astimezone(calendar.tz).date()).days)
    return Allowance(Phase.REVIEW, case.key, case.level, days, "day", OnDue.REVIEW)


def review_of(case: CaseFacts, channel: Channel) -> Allowance | None:
    """The time until somebody asks where the receipt of a channel remains.

    The petition office has its own statutory time for acceptance; of every other channel the
    receipt is expected within the term of a hand-over.
    """
    petition = channel is Channel.PETITION
    key, phase = ("petition", Phase.ACCEPT) if petition else ("handoff", Phase.HANDLE)
    allowed = _allowed(key, phase, case.level)
    return None if allowed is None else replace(allowed, phase=Phase.REVIEW)


def checking(case: CaseFacts) -> Allowance | None:
    """The time for a check; it holds for every case alike."""
    return _allowed("verify", Phase.VERIFY, case.level)


def handling(case: CaseFacts, level: Level) -> Allowance | None:
    """The time to handle the case at a level; None where nothing is to be handled."""
    return _allowed(case.key, Phase.HANDLE, level)


def half_of_handling(case: CaseFacts) -> Allowance | None:
    """Half of the time of the case's own level: for a second attempt."""
    whole = handling(case, case.level)
    return None if whole is None else whole.halved()


def _allowed(key: str, phase: Phase, level: Level) -> Allowance | None:
    rule = term_for(key, phase, level)
    return None if rule is None else rule.allowance(level)


def _running(
    case: CaseFacts, allowance: Allowance | None, at: datetime, calendar: WorkCalendar
) -> CaseFacts:
    term = None if allowance is None else allowance.from_instant(at, calendar)
    return replace(case, term=term, rest=None, sender_rest=None, extensions=0)


def _rest_of(case: CaseFacts, at: datetime, calendar: WorkCalendar) -> Allowance | None:
    """What is left of the handle term, or of the accept term of a case not accepted yet."""
    if case.term is not None and case.term.phase in {Phase.ACCEPT, Phase.HANDLE}:
        return stop(case.term, at, calendar)
    return case.rest
