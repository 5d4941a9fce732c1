"""What happens to a case besides the moves does not keep the reporter from reading the rest."""

from __future__ import annotations

import pytest

from tests.interfaces.console.officers import desk_of_today
from tests.interfaces.portal.conftest import Resident, hidden, text_of
from tests.work.cases.desk import CODE, Desk, unit
from wangge.access.actor import Actor
from wangge.interfaces.console.cases import story as officials
from wangge.interfaces.portal.story import story
from wangge.lib.message import Message
from wangge.registers.notices.models import Notice
from wangge.work.cases.operations.answering import answer_question
from wangge.work.cases.operations.looking import look_again
from wangge.work.cases.operations.tasks_of_units import answer_task
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.sampling import is_drawn_for_verification

pytestmark = pytest.mark.django_db


def read(desk: Desk) -> list[tuple[str, str]]:
    """The sentences the reporter reads, the latest first: their codes and notes."""

    def entries(by: Actor) -> list[tuple[str, str]]:
        return [(said(entry.did), entry.note) for entry in story(desk.seen_by(by))]

    return desk.through("reporter", entries)


def said(words: object) -> str:
    assert isinstance(words, Message)
    return words.code


def test_another_unit_s_answer_is_inner() -> None:
    desk = Desk()
    desk.at_work()
    departments = [str(unit("water"))]
    desk.move("township_centre", MoveCode.COORDINATE, departments=departments, words="能否改线")
    (task,) = desk.facts.tasks
    desk.through(
        "water_head", lambda by: answer_task(task.task_id, "可以", done=True, by=by, at=desk.at)
    )
    assert ("portal.did.report", "五组路灯不亮") in read(desk)
    assert "可以" not in [note for _, note in read(desk)]


def test_the_reporter_reads_the_own_answer() -> None:
    desk = Desk()
    desk.at_work()
    desk.move("village_land_head", MoveCode.ASK_REPORTER, words="哪一盏")
    case_id = desk.case.pk
    desk.through("reporter", lambda by: answer_question(case_id, "第三盏", by=by, at=desk.at))
    assert read(desk)[:2] == [
        ("portal.did.question_answered", "第三盏"),
        ("portal.did.ask_reporter", "哪一盏"),
    ]


@pytest.fixture
def asked(resident: Resident) -> Desk:
    """A case at work today whose reporter was asked something, and the reporter at the portal."""
    desk = desk_of_today()
    desk.report()
    desk.accept("station_clerk")
    desk.move("grid_worker", MoveCode.TAKE)
    desk.move("grid_worker", MoveCode.ASK_REPORTER, words="哪一盏")
    assert resident.track(desk.number, CODE).status_code == 302
    return desk


def told_to(desk: Desk, key: str) -> list[str]:
    rows = Notice.objects.filter(about_id=desk.case_id, person_id=desk.actor(key).person_id)
    return [row.message["code"] for row in desk.ask(lambda: list(rows))]


def send(resident: Resident, **said: str) -> int:
    version = hidden(resident.client.get("/track/case"), "version")
    return resident.client.post("/track/case/answer", {"version": version, **said}).status_code


def test_the_page_asks_and_takes_the_answer(resident: Resident, asked: Desk) -> None:
    shown = text_of(resident.client.get("/track/case"))
    assert "办理单位问：哪一盏" in shown
    assert send(resident, words=" ") == 422
    assert send(resident, words="井边第三盏") == 302
    assert not asked.facts.is_waiting_for_reporter
    shown = text_of(resident.client.get("/track/case"))
    assert "井边第三盏" in shown
    assert 'data-move="answer"' not in shown
    told = asked.through("grid_worker", lambda by: officials.story(asked.seen_by(by))[-1])
    assert told.note == "井边第三盏"
    assert "notice.question_answered" in told_to(asked, "grid_worker")


def test_an_answer_to_nothing_is_refused_and_kept(resident: Resident, asked: Desk) -> None:
    stale = {"version": str(asked.case.version), "words": "第三盏"}
    assert send(resident, words="第三盏") == 302
    again = resident.client.post("/track/case/answer", stale)
    assert again.status_code == 409


def test_without_a_receipt_nothing_is_answered(resident: Resident) -> None:
    sent = resident.client.post("/track/case/answer", {"version": "1", "words": "x"})
    assert (sent.status_code, sent["Location"]) == (302, "/track")


def test_a_wait_that_ended_is_the_clock_s_affair() -> None:
    desk = Desk()
    desk.at_work()
    desk.move("village_land_head", MoveCode.ASK_REPORTER, words="哪一盏")
    waits_until = desk.case.due_at
    assert waits_until is not None
    desk.at = waits_until
    case_id = desk.case.pk
    desk.through("clock", lambda by: look_again(case_id, by=by, at=desk.at))
    assert read(desk)[0] == ("portal.did.ask_reporter", "哪一盏")


def test_what_silence_closed_was_not_confirmed_by_the_reporter() -> None:
    desk = Desk()
    desk.report("0309")
    while is_drawn_for_verification(desk.case.pk):
        desk.report("0309")
    desk.accept("station_clerk", "0309")
    desk.move("grid_worker", MoveCode.TAKE)
    desk.complete("grid_worker")
    checked_until = desk.case.due_at
    assert checked_until is not None
    desk.at, case_id = checked_until, desk.case.pk
    desk.through("clock", lambda by: look_again(case_id, by=by, at=desk.at))
    assert desk.case.state == "closed"
    told = desk.through("reporter", lambda by: story(desk.seen_by(by))[0])
    assert (said(told.did), told.post) == ("portal.did.verify_pass", "")
    told = desk.through("station_head", lambda by: officials.story(desk.seen_by(by))[-1])
    assert said(told.post) == "console.by.clock"
