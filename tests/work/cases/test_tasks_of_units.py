"""Tasks of other units: answered, called off, made binding; each done, refused and recorded."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests.work.cases.desk import Desk, post, unit
from wangge.lib.refusal import Refusal
from wangge.work.cases.models import CaseStep, CaseTask
from wangge.work.cases.operations.tasks_of_units import answer_task, bind_task, call_off_task
from wangge.work.cases.rules.move_codes import MoveCode

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    """A case at the construction station; the township asks the housing and water departments."""
    desk = Desk()
    desk.at_work()
    desk.move(
        "township_centre",
        MoveCode.COORDINATE,
        departments=[str(unit("transport")), str(unit("water"))],
        words="能否同意改线",
    )
    return desk


def task_of(desk: Desk, kind: str) -> CaseTask:
    return desk.ask(lambda: CaseTask.objects.get(case=desk.case_id, unit=unit(kind)))


def answer(desk: Desk, key: str, kind: str, words: str = "同意", *, done: bool = True) -> CaseStep:
    task: UUID = task_of(desk, kind).pk
    return desk.through(key, lambda by: answer_task(task, words, done=done, by=by, at=desk.at))


def call_off(desk: Desk, key: str, kind: str, words: str = "不再需要") -> CaseStep:
    task: UUID = task_of(desk, kind).pk
    return desk.through(key, lambda by: call_off_task(task, words, by=by, at=desk.at))


def bind(desk: Desk, key: str, kind: str) -> CaseStep:
    task: UUID = task_of(desk, kind).pk
    return desk.through(key, lambda by: bind_task(task, by=by, at=desk.at))


def test_an_answer_ends_the_task_and_stands_in_the_story(desk: Desk) -> None:
    step = answer(desk, "transport_liaison", "transport")
    task = task_of(desk, "transport")
    assert (task.done_at, task.result) == (desk.at, "同意")
    assert [each.unit.kind for each in desk.facts.tasks] == ["water"]
    assert (step.move, step.words, step.for_reporter) == ("task_answered", "同意", False)
    assert step.post_id == post("transport", "liaison")
    assert step.data == {"task": str(task.pk), "done": True}
    assert desk.events()[-1] == "task_answered"


def test_progress_leaves_the_task_open(desk: Desk) -> None:
    answer(desk, "transport_liaison", "transport", "正在会签", done=False)
    assert task_of(desk, "transport").done_at is None
    assert len(desk.facts.tasks) == 2
    assert desk.steps()[-1] == ("task_answered", "do")


def test_the_case_is_completed_when_every_task_is_done_or_called_off(desk: Desk) -> None:
    with pytest.raises(Refusal):
        desk.complete("village_land_head")
    answer(desk, "transport_liaison", "transport")
    call_off(desk, "township_centre", "water")
    desk.complete("village_land_head")
    assert desk.case.state == "completed"


def test_only_the_unit_that_owes_it_answers(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        answer(desk, "water_liaison", "transport")
    assert refused.value.status == 403
    with pytest.raises(Refusal) as refused:
        answer(desk, "discipline_head", "transport")  # sees nothing of the case
    assert refused.value.status == 404
    assert desk.steps()[-1] == ("coordinate", "do")


def test_an_answer_says_something(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        answer(desk, "transport_liaison", "transport", "  ")
    assert (refused.value.status, set(refused.value.fields)) == (422, {"words"})
    assert task_of(desk, "transport").done_at is None


def test_a_task_is_answered_once(desk: Desk) -> None:
    answer(desk, "transport_liaison", "transport")
    with pytest.raises(Refusal) as refused:
        answer(desk, "transport_liaison", "transport")
    assert refused.value.status == 404


def test_a_stale_form_is_refused(desk: Desk) -> None:
    task, old = task_of(desk, "transport").pk, desk.case.version
    answer(desk, "water_liaison", "water")
    with pytest.raises(Refusal) as refused:
        desk.through(
            "transport_liaison",
            lambda by: answer_task(task, "同意", done=True, by=by, at=desk.at, version=old),
        )
    assert refused.value.code == "case.refusal.stale"


def test_the_holder_calls_off_and_others_do_not(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        call_off(desk, "transport_liaison", "transport")
    assert refused.value.status == 403
    step = call_off(desk, "village_land_head", "transport")
    assert (step.move, step.words) == ("task_called_off", "不再需要")
    assert task_of(desk, "transport").done_at == desk.at
    assert [each.unit.kind for each in desk.facts.tasks] == ["water"]


def test_the_county_centre_binds_a_question_that_was_not_answered(desk: Desk) -> None:
    asked_until = task_of(desk, "transport").due_at
    desk.at = asked_until
    step = bind(desk, "county_centre", "transport")
    task = task_of(desk, "transport")
    assert task.binding
    assert task.due_at > asked_until
    assert next(each for each in desk.facts.tasks if each.task_id == task.pk).binding
    assert (step.move, desk.events()[-1]) == ("task_bound", "task_bound")


def test_nothing_is_bound_while_there_is_time_to_answer(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        bind(desk, "county_centre", "transport")
    assert (refused.value.status, refused.value.code) == (409, "case.task.still_in_time")


def test_only_the_county_centre_binds_and_takes_back_what_it_bound(desk: Desk) -> None:
    desk.at = task_of(desk, "transport").due_at
    with pytest.raises(Refusal) as refused:
        bind(desk, "township_centre", "transport")
    assert refused.value.status == 403
    bind(desk, "county_centre", "transport")
    with pytest.raises(Refusal):
        call_off(desk, "township_centre", "transport")
    with pytest.raises(Refusal):
        bind(desk, "county_centre", "transport")  # binds already
    call_off(desk, "county_centre", "transport")
    assert [each.unit.kind for each in desk.facts.tasks] == ["water"]


def test_after_an_answer_the_move_before_it_cannot_be_undone(desk: Desk) -> None:
    answer(desk, "transport_liaison", "transport")
    desk.at -= timedelta(minutes=59)
    with pytest.raises(Refusal) as refused:
        desk.move("township_centre", MoveCode.UNDO)
    assert refused.value.status in {403, 409}


def test_the_case_is_looked_at_again_when_an_answer_is_due(desk: Desk) -> None:
    assert desk.case.next_look_at == task_of(desk, "transport").due_at
    answer(desk, "transport_liaison", "transport")
    call_off(desk, "township_centre", "water")
    assert desk.case.next_look_at == desk.case.due_at
