"""Who reported: role × place on the case page, opened for a purpose, and told to the reporter."""

from __future__ import annotations

import re

import pytest

from tests.leaks.asking import body
from tests.leaks.oracle import knows_reporter, sees, staff, written
from tests.leaks.plan import sample_of_staff
from tests.leaks.scene import CLOCK, VISITOR, Scene, case_of, taken_back
from wangge.doors.door import door
from wangge.registers.audit.models import AuditEvent

STAFF = staff()
WRITTEN = written()
CONTESTED = ("owngrid2", "worker", "office", "silent", "neighbour", "conduct", "outcome")
HEADING = 'id="reporter"'
PURPOSE = re.compile(r'name="purpose"\s+value="([a-z_]+)"')


def opened(number: str) -> list[AuditEvent]:
    """What the log has about the identity of a case."""
    case = case_of(number)
    events = AuditEvent.objects.filter(kind="reporter.opened", object_id=str(case.pk))
    return door(CLOCK, lambda: list(events))


def test_who_may_know_is_shown_the_mask_and_nobody_else(scene: Scene, everything: bool) -> None:
    wrong = []
    in_sight = [
        (role, key) for role in STAFF for key, case in WRITTEN.items() if sees(STAFF[role], case)
    ]
    for role, key in sample_of_staff(in_sight, everything=everything):
        case = scene.cases[key]
        text = body(scene.browser(role).get(f"/console/cases/{case.number}"))
        mask = f"{case.phone[:3]}****{case.phone[-4:]}"
        may = knows_reporter(STAFF[role], WRITTEN[key])
        as_may = (HEADING in text, mask in text) == (may, may)
        if not as_may or case.name in text or case.phone in text or scene.marks(text) != {key}:
            wrong.append(f"{role} of {key}")
    assert wrong == []


def test_who_may_know_can_open_it_for_a_purpose_and_nobody_else(
    scene: Scene, everything: bool
) -> None:
    wrong = []
    asked = [(role, key) for role in STAFF for key in CONTESTED]
    for role, key in sample_of_staff(asked, everything=everything):
        case = scene.cases[key]
        address = f"/console/cases/{case.number}/reporter"
        with taken_back():
            answer = scene.browser(role).post(address, {"purpose": "call_back"})
            looks = len(opened(case.number))
        in_sight = sees(STAFF[role], WRITTEN[key])
        may = knows_reporter(STAFF[role], WRITTEN[key])
        told = case.name in body(answer) and case.phone in body(answer)
        status = 200 if may else 403 if in_sight else 404
        if (answer.status_code, told, looks) != (status, may, int(may)):
            wrong.append(f"{role} of {key}: {answer.status_code}")
    assert wrong == []


@pytest.mark.parametrize("purpose", ["", "curiosity", "check_result"])
def test_without_a_fitting_purpose_nothing_is_opened(scene: Scene, purpose: str) -> None:
    """The case has no result yet that could be checked."""
    case = scene.cases["owngrid"]
    clerk = scene.browser("station_clerk")
    answer = clerk.post(f"/console/cases/{case.number}/reporter", {"purpose": purpose})
    assert answer.status_code == 422
    assert case.name not in body(answer)
    assert case.phone not in body(answer)
    assert opened(case.number) == []


def test_it_is_shown_once_and_recorded_with_post_and_purpose(scene: Scene) -> None:
    case, clerk = scene.cases["owngrid"], scene.browser("station_clerk")
    page = f"/console/cases/{case.number}"
    assert PURPOSE.findall(body(clerk.get(page))) == ["call_back", "ask_details"]
    answer = clerk.post(f"{page}/reporter", {"purpose": "ask_details"})
    assert case.phone in body(answer)
    assert answer["Cache-Control"] == "no-store"
    (event,) = opened(case.number)
    assert event.codes == {"purpose": "ask_details"}
    assert event.post_id is not None
    again = body(clerk.get(page))
    assert case.phone not in again
    assert "询问细节" in again


def test_the_reporter_reads_which_post_looked_and_not_who(scene: Scene) -> None:
    case = scene.cases["owngrid"]
    holder = scene.browser(VISITOR, case)
    assert "还没有人查看过" in body(holder.get("/track/case"))
    clerk = scene.browser("station_clerk")
    clerk.post(f"/console/cases/{case.number}/reporter", {"purpose": "call_back"})
    text = body(holder.get("/track/case"))
    assert "回电告知办理情况" in text
    assert "天鹅岭村" in text
    assert "甲文书" not in text
    other = body(scene.browser(VISITOR, scene.cases["sibling"]).get("/track/case"))
    assert "还没有人查看过" in other


def test_a_handler_who_may_call_is_told_no_list_of_looks(scene: Scene) -> None:
    case = scene.cases["office"]
    centre, handler = scene.browser("township_intake"), scene.browser("water_station_handler")
    centre.post(f"/console/cases/{case.number}/reporter", {"purpose": "call_back"})
    page = f"/console/cases/{case.number}"
    assert "身份查阅记录" in body(centre.get(page))
    assert "身份查阅记录" not in body(handler.get(page))


def test_one_who_sees_no_post_of_intake_cannot_read_the_log_of_looks(scene: Scene) -> None:
    case = scene.cases["owngrid"]
    clerk = scene.browser("station_clerk")
    clerk.post(f"/console/cases/{case.number}/reporter", {"purpose": "call_back"})
    for role in ("grid_worker", "committee_head", "township_leader", "supervisor"):
        page = body(scene.browser(role).get(f"/console/cases/{case.number}"))
        assert "身份查阅记录" not in page
