"""The next look, what the clock finds, and tasks of other units."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings

from tests.work.calendar import CALENDAR, MONDAY, instants
from tests.work.cases.rules.county import named, post, reported, unit
from tests.work.cases.rules.invention import cases
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.rules import tasks
from wangge.work.cases.rules.clocks import stand_still, start_level, waiting
from wangge.work.cases.rules.facts import CaseFacts, TaskFacts, TaskKind
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.states import State
from wangge.work.cases.rules.watch import look, next_look_at, wait_ended

WATER_DESK = post("water", PostKind.LIAISON)
COUNTY_DESK = post("county_grid_centre", PostKind.INTAKE)


def coordinated() -> CaseFacts:
    """A case in handling at a township that waits for the county's water department."""
    case = replace(reported("0402"), state=State.HANDLING)
    question = TaskFacts(named("task"), TaskKind.ANSWER, unit("water"), MONDAY + timedelta(days=1))
    return replace(start_level(case, MONDAY, CALENDAR), tasks=(question,))


@settings(deadline=None)
@given(case=cases(), at=instants)
def test_the_next_look_lies_ahead_of_every_open_case(case: CaseFacts, at: datetime) -> None:
    ahead = next_look_at(case, at, CALENDAR)
    assert (ahead is None) == (not case.is_open)
    assert ahead is None or ahead > at


@settings(deadline=None)
@given(case=cases(), at=instants)
def test_the_clock_moves_only_what_is_its_to_move(case: CaseFacts, at: datetime) -> None:
    seen = look(case, at)
    assert seen.move in {None, MoveCode.RESUME, MoveCode.VERIFY_PASS}
    assert not (seen.move and seen.wait_is_over)


def test_an_overdue_case_is_looked_at_every_working_day_and_reported() -> None:
    case = coordinated()
    assert case.term is not None
    late = case.term.due_at + timedelta(days=1)
    assert next_look_at(case, late, CALENDAR) == CALENDAR.due(late, 1, "work_day").at
    codes = {notice.code for notice in look(replace(case, ceiling_at=late), late).notices}
    assert codes == {"case.notice.overdue", "case.notice.no_answer", "case.notice.ceiling"}


def test_a_wait_ends_when_the_reporter_answers_or_the_time_is_over() -> None:
    case = replace(coordinated(), tasks=())
    assert case.term is not None
    asked = stand_still(case, waiting(case), MONDAY, CALENDAR)
    assert asked.term is not None
    assert not look(asked, MONDAY).wait_is_over
    assert look(asked, asked.term.due_at).wait_is_over
    answered = wait_ended(asked, MONDAY, CALENDAR)
    assert answered.term == case.term
    assert answered.next_look_at == case.term.due_at
    assert wait_ended(case, MONDAY, CALENDAR) == case


def test_a_task_is_finished_by_its_unit_and_called_off_by_who_gave_it() -> None:
    case = coordinated()
    (task,) = case.tasks
    centre = post("t_grid_centre", PostKind.INTAKE)
    stranger = post("t_water", PostKind.HEAD)
    assert tasks.may_not_finish(case, task, WATER_DESK) is None
    assert tasks.may_not_finish(case, task, centre) is not None
    assert tasks.may_not_call_off(case, task, centre) is None
    assert tasks.may_not_call_off(case, task, stranger) is not None
    barred = replace(case, barred_units=frozenset({task.unit.unit_id}))
    assert tasks.may_not_finish(barred, task, WATER_DESK) is not None
    assert tasks.without(case, task.task_id, MONDAY, CALENDAR).tasks == ()


def test_the_county_centre_makes_an_unanswered_question_binding() -> None:
    case = coordinated()
    (task,) = case.tasks
    due = MONDAY + timedelta(days=3)
    assert tasks.may_not_bind(case, task, COUNTY_DESK) is None
    assert tasks.may_not_bind(case, task, WATER_DESK) is not None
    (bound,) = tasks.bound(case, task.task_id, due, MONDAY, CALENDAR).tasks
    assert (bound.binding, bound.due_at) == (True, due)
    assert tasks.may_not_bind(case, bound, COUNTY_DESK) is not None
    assert tasks.may_not_call_off(case, bound, COUNTY_DESK) is None
    township = post("t_grid_centre", PostKind.INTAKE)
    assert tasks.may_not_call_off(case, bound, township) is not None
    help_asked = replace(task, kind=TaskKind.ASSIST)
    assert tasks.may_not_bind(case, help_asked, COUNTY_DESK) is not None
