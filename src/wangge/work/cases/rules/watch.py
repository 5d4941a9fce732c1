"""When a case is looked at again, and what the clock does then.

An open case is never without a next look. Looking changes nothing by itself: the clock makes a
move of the table, ends a wait, or reports what people should know; lights are read off the term.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from wangge.lib.message import Message
from wangge.lib.work_calendar import WorkCalendar
from wangge.registers.organisations.rules.unit_kinds import unit_kind
from wangge.work.cases.rules.clocks import go_on
from wangge.work.cases.rules.facts import CaseFacts, Clock, TaskKind
from wangge.work.cases.rules.lawful import why_not
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.terms.rules.light import Light
from wangge.work.terms.rules.terms import is_over, light_at

_CLOCK = (Clock(),)
_MOVES_OF_THE_CLOCK = (MoveCode.RESUME, MoveCode.VERIFY_PASS)


@dataclass(frozen=True, slots=True)
class Look:
    """What the clock finds when it looks at a case.

    At most one of ``move`` and ``wait_is_over``; ``notices`` are for the supervisors' list.
    """

    move: MoveCode | None
    wait_is_over: bool
    notices: tuple[Message, ...]


def look(case: CaseFacts, at: datetime) -> Look:
    """What is to be done about a case at its next look."""
    move = next((code for code in _MOVES_OF_THE_CLOCK if not why_not(case, _CLOCK, code, at)), None)
    return Look(
        move=move,
        wait_is_over=case.is_waiting_for_reporter and is_over(case.term, at),
        notices=_notices(case, at),
    )


def next_look_at(case: CaseFacts, at: datetime, calendar: WorkCalendar) -> datetime | None:
    """The next time that matters: a term, a review, the end of a wait, a task, the ceiling.

    A case with nothing ahead, because all is overdue, is looked at every working day. None for a
    case that is not open.
    """
    if not case.is_open:
        return None
    moments = [task.due_at for task in case.tasks]
    moments += [case.ceiling_at] if case.ceiling_at else []
    moments += [case.term.due_at] if case.term else []
    ahead = [moment for moment in moments if moment > at]
    return min(ahead, default=calendar.due(at, 1, "work_day").at)


def wait_ended(case: CaseFacts, at: datetime, calendar: WorkCalendar) -> CaseFacts:
    """The reporter has answered, or the time to answer is over: the remaining term goes on."""
    if not case.is_waiting_for_reporter:
        return case
    going = go_on(case, at, calendar)
    return replace(going, next_look_at=next_look_at(going, at, calendar))


def _notices(case: CaseFacts, at: datetime) -> tuple[Message, ...]:
    found: list[Message] = []
    if light_at(case.term, at) is Light.RED:
        found.append(Message("case.notice.overdue", unit=unit_kind(case.responsible.kind).words))
    if case.ceiling_at is not None and at >= case.ceiling_at:
        found.append(Message("case.notice.ceiling"))
    found += [
        Message("case.notice.no_answer", unit=unit_kind(task.unit.kind).words)
        for task in case.tasks
        if task.kind is TaskKind.ANSWER and not task.binding and at >= task.due_at
    ]
    return tuple(found)
