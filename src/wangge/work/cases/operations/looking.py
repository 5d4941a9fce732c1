"""The clock at work: which cases are due to be looked at, and what it does when it looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.notices.operations import tell_persons
from wangge.registers.organisations.queries.reach import persons_in
from wangge.registers.organisations.rules.lines import COUNTY_CENTRE
from wangge.work.cases.models import Case
from wangge.work.cases.operations.moving import move
from wangge.work.cases.operations.noting import note_step, note_term
from wangge.work.cases.operations.storing import lay_out
from wangge.work.cases.operations.telling import note_of
from wangge.work.cases.operations.writing import locked, write_case
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.queries.recipients import heads_of, supervising_posts
from wangge.work.cases.rules.facts import CaseFacts, TaskKind
from wangge.work.cases.rules.levels import overseer_of
from wangge.work.cases.rules.needs import NOTHING_SAID
from wangge.work.cases.rules.watch import look, next_look_at, wait_ended

AT_ONCE: Final = 500
"""How many cases one tick of the clock takes up."""

CLAIMED_FOR: Final = timedelta(minutes=15)
"""A case whose look fails is tried again after this long, and does not hold up the others."""


class ClockStep(StrEnum):
    """A step of the clock that is not a move, as the story tells it."""

    WAIT_OVER = "wait_over"  # the reporter was asked for more and the time to answer is over


@operation
def claim_due(*, by: Actor, at: datetime) -> int:
    """Push the cases that are due ahead and queue a look at each; returns how many.

    Only the column is pushed: the facts keep the true time until somebody has looked.
    """
    due = Case.objects.due_to_be_looked_at(at).order_by("next_look_at", "id")
    free = due.select_for_update(no_key=True, of=("self",), skip_locked=True)
    claimed = list(free.values_list("pk", flat=True)[:AT_ONCE])
    Case.objects.filter(pk__in=claimed).update(next_look_at=at + CLAIMED_FOR)
    for case_id in claimed:
        later("cases.look_at", once=f"cases.look_at {case_id}", case=str(case_id))
    return len(claimed)


@operation
def look_again(case_id: UUID, *, by: Actor, at: datetime) -> None:
    """Look at a case: make the clock's move, end a wait, tell supervisors; then look ahead.

    Doing it again changes nothing and tells nobody twice.
    """
    case = locked(case_id, by)
    facts = facts_of(case)
    found = look(facts, at)
    for message in found.notices:
        _tell_supervisors(case, facts, message, by, at)
    if found.move is not None:
        move(case_id, found.move, NOTHING_SAID, by=by, at=at)
    elif found.wait_is_over:
        _go_on(case, facts, by, at)
    else:
        _look_ahead(case, facts, at)


def _go_on(case: Case, before: CaseFacts, by: Actor, at: datetime) -> None:
    after = wait_ended(before, at, law_today().calendar)
    write_case(case, replace(after, last_step=None), at)
    step = note_step(case, ClockStep.WAIT_OVER, before=before, post=None, by=by, at=at)
    note_term(case, before.term, after.term, at)
    record(
        Event.CASE_MOVED,
        "case",
        case.pk,
        by=by,
        at=at,
        area_code=case.area_code,
        move=ClockStep.WAIT_OVER.value,
        step=str(step.pk),
    )


def _look_ahead(case: Case, facts: CaseFacts, at: datetime) -> None:
    """Nothing happened, so neither the version nor the time of the last move changes."""
    ahead = next_look_at(facts, at, law_today().calendar)
    lay_out(case, replace(facts, next_look_at=ahead), case.moved_at)
    case.save(update_fields=["facts", "next_look_at", "due_at"])


def _tell_supervisors(
    case: Case, facts: CaseFacts, message: Message, by: Actor, at: datetime
) -> None:
    persons = persons_in(_concerned(facts, message), county_day(at), facts.barred_units)
    words = Message("notice.of_case", number=case.number, what=message)
    occasion = f"{case.pk} {message!r} {_since(facts, message)}"
    note = note_of(case, facts, words, once=occasion)
    tell_persons(persons, note, by=by, at=at)


def _concerned(facts: CaseFacts, message: Message) -> list[UUID]:
    """The holder hears of lateness too, the supervising posts of the ceiling."""
    above = heads_of(overseer_of(facts), facts)
    if facts.restricted:
        return above
    match message.code:
        case "case.notice.overdue":
            return [facts.holder, *above]
        case "case.notice.ceiling":
            return [*above, *supervising_posts(facts)]
        case _:  # no answer: the county centre may make the question a binding task
            return heads_of(COUNTY_CENTRE, facts)


def _since(facts: CaseFacts, message: Message) -> datetime | None:
    """The moment that tells this lateness from the next one of the same case."""
    match message.code:
        case "case.notice.overdue":
            return facts.term.started_at if facts.term else None
        case "case.notice.ceiling":
            return facts.ceiling_at
        case _:
            return max(t.due_at for t in facts.tasks if t.kind is TaskKind.ANSWER)
