"""Answers to supervisors and of reporters; photos laid to a report by its receipt."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.work.cases.desk import ENQUIRY, Desk, unit
from wangge.lib.refusal import Refusal
from wangge.registers.audit.models import AuditEvent
from wangge.work.cases.models import CaseFile, CaseStep, CaseTerm, Supervision
from wangge.work.cases.operations.answering import (
    answer_question,
    answer_supervision,
    attach_to_report,
)
from wangge.work.cases.rules.move_codes import MoveCode

pytestmark = pytest.mark.django_db


@pytest.fixture
def supervised() -> Desk:
    desk = Desk()
    desk.at_work()
    desk.move(
        "supervisor",
        MoveCode.SUPERVISE,
        unit=str(unit("t_land")),
        card="ordinary",
        words="请说明进度",
        answer_due="2026-03-10",
    )
    return desk


@pytest.fixture
def asked() -> Desk:
    """An enquiry whose handler asked the reporter for more."""
    desk = Desk()
    desk.report(category=ENQUIRY)
    desk.accept("station_clerk", category=ENQUIRY)
    desk.move("station_clerk", MoveCode.TAKE)
    desk.move("station_clerk", MoveCode.ASK_REPORTER, words="是哪一盏灯")
    return desk


def supervision_of(desk: Desk) -> Supervision:
    return desk.ask(lambda: Supervision.objects.get(case=desk.case_id))


def answer(desk: Desk, key: str, words: str = "周三前修好") -> CaseStep:
    item: UUID = supervision_of(desk).pk
    return desk.through(key, lambda by: answer_supervision(item, words, by=by, at=desk.at))


def add(desk: Desk, key: str, words: str = "井边那盏", **more: tuple[UUID, ...]) -> CaseStep:
    return desk.through(
        key, lambda by: answer_question(desk.case_id, words, by=by, at=desk.at, **more)
    )


def test_the_unit_addressed_answers_its_supervisors(supervised: Desk) -> None:
    step = answer(supervised, "village_land_head")
    item = supervision_of(supervised)
    assert (item.answered_at, item.answer) == (supervised.at, "周三前修好")
    assert (step.move, step.words) == ("supervision_answered", "周三前修好")
    kinds = supervised.ask(
        lambda: AuditEvent.objects.filter(object_id=str(supervised.case_id)).latest("at").kind
    )
    assert kinds == "supervision.answered"


@pytest.mark.parametrize("key", ["township_centre", "supervisor"])
def test_nobody_else_answers_for_it(supervised: Desk, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        answer(supervised, key)
    assert refused.value.status == 403
    assert supervision_of(supervised).answered_at is None


def test_a_supervision_is_answered_once_and_with_words(supervised: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        answer(supervised, "village_land_head", " ")
    assert refused.value.status == 422
    answer(supervised, "village_land_head")
    with pytest.raises(Refusal) as refused:
        answer(supervised, "village_land_head")
    assert refused.value.status == 404


def test_what_the_reporter_adds_lets_the_term_go_on(asked: Desk) -> None:
    assert asked.facts.is_waiting_for_reporter
    step = add(asked, "reporter")
    assert not asked.facts.is_waiting_for_reporter
    assert (step.move, step.words, step.for_reporter) == ("question_answered", "井边那盏", True)
    assert (step.post_id, step.person_id) == (None, None)
    running = asked.ask(lambda: CaseTerm.objects.get(case=asked.case_id, ended_at=None))
    assert running.phase == "handle"
    assert asked.events()[-1] == "question_answered"


def test_a_photo_comes_with_the_answer(asked: Desk) -> None:
    photo = asked.photo("reporter")
    step = add(asked, "reporter", photo=(photo,))
    file = asked.ask(lambda: CaseFile.objects.get(step=step))
    assert file.file_id == photo


def test_only_the_reporter_answers_and_only_what_was_asked(asked: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        add(asked, "station_clerk")
    assert refused.value.status == 403
    with pytest.raises(Refusal) as refused:
        add(asked, "reporter", "")
    assert refused.value.status == 422
    add(asked, "reporter")
    with pytest.raises(Refusal) as refused:
        add(asked, "reporter")
    assert (refused.value.status, refused.value.code) == (409, "case.question.none_open")


def test_photos_of_a_report_are_laid_to_it_by_its_receipt_once() -> None:
    desk = Desk()
    desk.report(category="0905")  # a complaint about staff: nobody else sees it
    photo = desk.photo("reporter")
    for _ in range(2):
        desk.through(
            "reporter", lambda by: attach_to_report(desk.case_id, [photo], by=by, at=desk.at)
        )
    file = desk.ask(lambda: CaseFile.objects.get(case=desk.case_id))
    assert (file.role, file.step_id) == (
        "report",
        desk.ask(lambda: CaseStep.objects.get(case=desk.case_id).pk),
    )


def test_nothing_is_laid_to_a_report_after_it_was_accepted() -> None:
    desk = Desk()
    desk.report()
    photo = desk.photo("reporter")
    with pytest.raises(Refusal):
        desk.through(
            "station_clerk", lambda by: attach_to_report(desk.case_id, [photo], by=by, at=desk.at)
        )
    desk.accept("station_clerk")
    with pytest.raises(Refusal):
        desk.through(
            "reporter", lambda by: attach_to_report(desk.case_id, [photo], by=by, at=desk.at)
        )
