"""Tasks: what other units owe a case, who finishes them, and what becomes of a question unanswered.

A task is not a move: the case stays in its state. It can be completed once every task is done or
called off.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from wangge.lib.message import Message
from wangge.lib.work_calendar import WorkCalendar
from wangge.registers.organisations.rules.held import PostFacts
from wangge.registers.organisations.rules.lines import COUNTY_CENTRE
from wangge.registers.organisations.rules.post_kinds import OF_THE_PLATFORM
from wangge.work.cases.rules.facts import CaseFacts, TaskFacts, TaskKind
from wangge.work.cases.rules.levels import is_of_kind_here
from wangge.work.cases.rules.seats import Seat, sits
from wangge.work.cases.rules.watch import next_look_at


def may_not_finish(case: CaseFacts, task: TaskFacts, post: PostFacts) -> Message | None:
    """Why the post may not say the task is done: only the unit that owes it may."""
    owes = post.unit.unit_id == task.unit.unit_id and post.kind not in OF_THE_PLATFORM
    if owes and post.unit.unit_id not in case.barred_units:
        return None
    return Message("case.refusal.task_of_another")


def may_not_call_off(case: CaseFacts, task: TaskFacts, post: PostFacts) -> Message | None:
    """Why the post may not call the task off: the holder or the centre of the level may.

    What the county centre has made binding only the county centre takes back.
    """
    if task.binding:
        return may_not_bind(case, replace(task, binding=False), post)
    allowed = sits(Seat.HOLDER, case, post) or sits(Seat.CENTRE_OF_LEVEL, case, post)
    return None if allowed else Message("case.refusal.task_of_another")


def may_not_bind(case: CaseFacts, task: TaskFacts, post: PostFacts) -> Message | None:
    """Why the post may not make a question a binding task: the county centre may, of a question."""
    if task.kind is not TaskKind.ANSWER or task.binding:
        return Message("case.refusal.binds_already")
    if is_of_kind_here(post.unit, COUNTY_CENTRE, case) and post.kind not in OF_THE_PLATFORM:
        return None
    return Message("case.refusal.county_centre_binds")


def without(case: CaseFacts, task_id: UUID, at: datetime, calendar: WorkCalendar) -> CaseFacts:
    """The case after a task was done or called off."""
    left = tuple(task for task in case.tasks if task.task_id != task_id)
    return _looked_ahead(replace(case, tasks=left), at, calendar)


def bound(
    case: CaseFacts, task_id: UUID, due_at: datetime, at: datetime, calendar: WorkCalendar
) -> CaseFacts:
    """The case after the county centre turned an unanswered question into a task due then."""
    tasks = tuple(
        replace(task, binding=True, due_at=due_at) if task.task_id == task_id else task
        for task in case.tasks
    )
    return _looked_ahead(replace(case, tasks=tasks), at, calendar)


def _looked_ahead(case: CaseFacts, at: datetime, calendar: WorkCalendar) -> CaseFacts:
    return replace(case, next_look_at=next_look_at(case, at, calendar))
