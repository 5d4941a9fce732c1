"""Tasks that other units owe a case: done or under way, called off, made binding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.work_calendar import WorkCalendar
from wangge.registers.organisations.rules.held import PostFacts
from wangge.work.cases.models import Case, CaseStep, CaseTask
from wangge.work.cases.operations.other_steps import OtherStep, said_words, take_step
from wangge.work.cases.operations.writing import check_version, locked
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.queries.seating import chairs
from wangge.work.cases.queries.sight import visible
from wangge.work.cases.rules.facts import CaseFacts, Chair, TaskFacts
from wangge.work.cases.rules.limits import term_for
from wangge.work.cases.rules.tasks import (
    bound,
    may_not_bind,
    may_not_call_off,
    may_not_finish,
    without,
)
from wangge.work.terms.rules.terms import Phase

Objection = Callable[[CaseFacts, TaskFacts, PostFacts], Message | None]


@dataclass(frozen=True, slots=True)
class _Found:
    """A locked case, its open task, and the post that may."""

    case: Case
    before: CaseFacts
    task: TaskFacts
    post: UUID


@operation
def answer_task(
    task_id: UUID,
    words: str,
    *,
    done: bool,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> CaseStep:
    """The unit that owes the task answers it; with `done` false it only tells how far it is.

    403 for everybody else, 404 for a task that is not open, 409 for a stale form, 422 without words.
    """
    found = _found(task_id, may_not_finish, by, version)
    words = said_words(words)
    after = found.before
    if done:
        after = without(found.before, task_id, at, _calendar())
        CaseTask.objects.filter(pk=task_id).update(done_at=at, result=words)
    return _step(found, OtherStep.TASK_ANSWERED, after, by, at, words=words, done=done)


@operation
def call_off_task(
    task_id: UUID, words: str, *, by: Actor, at: datetime, version: int | None = None
) -> CaseStep:
    """The holder or the centre takes a task back, saying why; a binding one the county centre."""
    found = _found(task_id, may_not_call_off, by, version)
    words = said_words(words)
    CaseTask.objects.filter(pk=task_id).update(done_at=at)
    after = without(found.before, task_id, at, _calendar())
    return _step(found, OtherStep.TASK_CALLED_OFF, after, by, at, words=words)


@operation
def bind_task(task_id: UUID, *, by: Actor, at: datetime, version: int | None = None) -> CaseStep:
    """The county centre makes a question that was not answered in time a binding task.

    It is due once more as long as an answer may take. 409 while the first time still runs.
    """
    found = _found(task_id, may_not_bind, by, version)
    if at < found.task.due_at:
        raise Refusal(Message("case.task.still_in_time"))
    calendar = _calendar()
    due_at = answer_due(at, calendar)
    CaseTask.objects.filter(pk=task_id).update(binding=True, due_at=due_at)
    after = bound(found.before, task_id, due_at, at, calendar)
    return _step(found, OtherStep.TASK_BOUND, after, by, at)


def answer_due(at: datetime, calendar: WorkCalendar) -> datetime:
    """Until when a question of coordination asked at `at` is answered."""
    rule = term_for("coordinate", Phase.ANSWER, Level.COUNTY)
    if rule is None:
        raise LookupError("the time limits set no term for the answer to a coordination")
    return calendar.due(at, rule.amount, rule.unit).at


def post_that_may(
    objects: Objection, facts: CaseFacts, task: TaskFacts, sitting: Iterable[Chair]
) -> PostFacts | None:
    """The first of the posts to which the law does not object; for the page as for the operation."""
    posts = (chair for chair in sitting if isinstance(chair, PostFacts))
    return next((post for post in posts if objects(facts, task, post) is None), None)


def _found(task_id: UUID, objects: Objection, by: Actor, version: int | None) -> _Found:
    """May – lock – check: the case is held before anything of it is read."""
    row = CaseTask.objects.filter(pk=task_id, case__in=visible(by)).values("case_id").first()
    if row is None:
        raise Refusal.not_found(Message("case.thing.task"))
    case = locked(row["case_id"], by)
    before = facts_of(case)
    task = next((each for each in before.tasks if each.task_id == task_id), None)
    if task is None:
        raise Refusal.not_found(Message("case.thing.task"))
    sitting = chairs(by, case)
    post = post_that_may(objects, before, task, sitting)
    if post is None:
        raise Refusal.forbidden(_objection(objects, before, task, sitting))
    check_version(case, version)
    return _Found(case, before, task, post.post_id)


def _objection(
    objects: Objection, facts: CaseFacts, task: TaskFacts, sitting: Iterable[Chair]
) -> Message | None:
    posts = (chair for chair in sitting if isinstance(chair, PostFacts))
    return next((objects(facts, task, post) for post in posts), None)


def _calendar() -> WorkCalendar:
    return law_today().calendar


def _step(
    found: _Found,
    code: OtherStep,
    after: CaseFacts,
    by: Actor,
    at: datetime,
    *,
    words: str = "",
    **data: bool,
) -> CaseStep:
    return take_step(
        found.case,
        code,
        found.before,
        after,
        post=found.post,
        by=by,
        at=at,
        words=words,
        data={"task": str(found.task.task_id), **data},
    )
