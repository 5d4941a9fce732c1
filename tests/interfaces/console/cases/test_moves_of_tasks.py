"""The small forms for tasks and supervisions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.interfaces.console.officers import Officer, desk_of_today, text_of
from tests.work.cases.desk import Desk, unit
from wangge.access.actor import Actor
from wangge.interfaces.console.cases.tasks_shown import (
    SupervisionLine,
    supervision_lines,
    task_lines,
)
from wangge.work.cases.models import CaseTask, Supervision
from wangge.work.cases.queries.seating import sit
from wangge.work.cases.rules.move_codes import MoveCode

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    """The township has asked the transport department, three weeks ago."""
    desk = desk_of_today()
    desk.at -= timedelta(days=21)
    desk.at_work()
    desk.move(
        "township_centre",
        MoveCode.COORDINATE,
        departments=[str(unit("transport"))],
        words="能否同意",
    )
    return desk


def task(desk: Desk) -> CaseTask:
    return desk.ask(lambda: CaseTask.objects.get(case=desk.case_id))


def place(desk: Desk, act: str) -> str:
    return f"/console/cases/{desk.number}/tasks/{task(desk).pk}/{act}"


def acts(desk: Desk, key: str) -> list[str]:
    """The last part of each address the task shows to somebody."""
    desk.at = timezone.now()
    (line,) = desk.through(key, lambda by: task_lines(sit(by, desk.seen_by(by)), desk.at))
    return [link.href.rsplit("/", 1)[-1] for link in line.acts]


def test_everybody_is_offered_what_they_may_do(desk: Desk) -> None:
    assert acts(desk, "transport_liaison") == ["answer"]
    assert acts(desk, "township_centre") == ["call-off"]
    assert acts(desk, "county_centre") == ["bind"]
    assert acts(desk, "station_head") == []


def test_a_department_answers(desk: Desk) -> None:
    liaison = Officer.signed_in("transport_liaison")
    assert "答复任务" in text_of(liaison.get(place(desk, "answer")))
    said = {"version": desk.case.version, "words": "同意改线", "done": "yes"}
    made = liaison.post(place(desk, "answer"), **said)
    assert (made.status_code, made["Location"]) == (302, f"/console/cases/{desk.number}")
    assert task(desk).result == "同意改线"


def test_what_is_missing_is_asked_for_and_what_was_typed_kept(desk: Desk) -> None:
    liaison = Officer.signed_in("transport_liaison")
    made = liaison.post(place(desk, "answer"), version=desk.case.version, words="同意改线")
    assert made.status_code == 422
    assert ">同意改线</textarea>" in text_of(made)
    assert task(desk).done_at is None


def test_the_county_centre_binds_in_one_click(desk: Desk) -> None:
    centre = Officer.signed_in("county_centre")
    shown = centre.get(place(desk, "bind"), HX_Request="true")
    assert "<html" not in text_of(shown)
    assert centre.post(place(desk, "bind"), version=desk.case.version).status_code == 302
    assert task(desk).binding


def test_calling_off_needs_a_reason_and_the_right_hand(desk: Desk) -> None:
    version = desk.case.version
    liaison = Officer.signed_in("transport_liaison")
    refused = liaison.post(place(desk, "call-off"), version=version, words="不想办")
    assert refused.status_code == 403
    centre = Officer.signed_in("township_centre")
    assert centre.post(place(desk, "call-off"), version=version, words="").status_code == 422
    assert centre.post(place(desk, "call-off"), version=version, words="已解决").status_code == 302
    assert desk.facts.tasks == ()


def test_a_stale_answer_is_refused(desk: Desk) -> None:
    liaison = Officer.signed_in("transport_liaison")
    made = liaison.post(place(desk, "answer"), version=1, words="同意", done="yes")
    assert made.status_code == 409
    assert task(desk).done_at is None


def test_the_unit_addressed_answers_its_supervisors(desk: Desk) -> None:
    desk.move(
        "supervisor",
        MoveCode.SUPERVISE,
        unit=str(unit("t_land")),
        card="ordinary",
        words="请说明",
        answer_due="2030-01-07",
    )
    item = desk.ask(lambda: Supervision.objects.get(case=desk.case_id))

    def lines(by: Actor) -> list[SupervisionLine]:
        return supervision_lines(sit(by, desk.seen_by(by)), by)

    (line,) = desk.through("village_land_head", lines)
    assert [link.href for link in line.acts] == [
        f"/console/cases/{desk.number}/supervisions/{item.pk}/answer"
    ]
    (unseen,) = desk.through("station_head", lines)
    assert unseen.acts == []
    head = Officer.signed_in("village_land_head")
    made = head.post(line.acts[0].href, version=desk.case.version, words="周三修好")
    assert made.status_code == 302
    answered = desk.ask(lambda: Supervision.objects.get(case=desk.case_id))
    assert answered.answer == "周三修好"
