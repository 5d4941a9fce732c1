"""The queue of each person: cases on a post, requests to grant, results to check; and why."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.work.cases.desk import Desk
from wangge.doors.door import door
from wangge.work.cases.models import CaseQuerySet
from wangge.work.cases.queries.queue import sent_by, waiting_for
from wangge.work.cases.queries.seating import sit_at_each
from wangge.work.cases.rules.move_codes import MoveCode as M
from wangge.work.cases.rules.move_codes import Stage
from wangge.work.cases.rules.states import State
from wangge.work.cases.rules.waiting import Waiting, waits_for

pytestmark = pytest.mark.django_db

STAFF = (
    *("grid_worker", "station_head", "station_clerk", "village_oversight"),
    *("township_centre", "township_intake", "township_leader", "substitute"),
    *("village_land_head", "traffic_station_head"),
    *("county_centre", "county_intake", "transport_head", "sibling_township_centre"),
)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def queues(desk: Desk) -> dict[str, tuple[Waiting | None, tuple[M, Stage] | None]]:
    """In whose queue the case of the desk stands: why it waits there, and the next move."""
    found = {}
    for key in STAFF:
        actor = desk.actor(key)
        rows = door(actor, lambda actor=actor: _mine(actor, desk))
        for case, sitting in rows:
            why = waits_for(State(case.state), asked=case.asked_of_me)
            found[key] = why, sitting.next_move(desk.at)
    return found


def _mine(actor, desk):  # type: ignore[no-untyped-def]
    cases = list(waiting_for(actor).filter(pk=desk.case_id))
    return list(zip(cases, sit_at_each(actor, cases), strict=True))


def test_what_arrives_waits_for_the_desk_and_for_who_leads_it(desk: Desk) -> None:
    desk.report()
    assert queues(desk) == dict.fromkeys(
        ("station_clerk", "station_head"), (Waiting.ACCEPT, (M.ACCEPT, Stage.DO))
    )


def test_a_request_waits_for_who_grants_it_and_the_case_for_who_asked(desk: Desk) -> None:
    desk.at_work()
    assert set(queues(desk)) == {"village_land_head"}
    desk.move(
        "village_land_head", M.SUSPEND, stage=Stage.ASK, reason="等配件", review_on=_soon(desk)
    )
    waiting = queues(desk)
    assert waiting.pop("county_centre") == (Waiting.GRANT, (M.SUSPEND, Stage.GRANT))
    assert waiting["village_land_head"][0] is Waiting.HANDLE
    assert set(waiting) == {"village_land_head"}

    desk.move("county_centre", M.SUSPEND, stage=Stage.REFUSE, reason="配件已有")
    assert set(queues(desk)) == {"village_land_head"}


def test_a_report_to_the_county_waits_for_the_leader_alone(desk: Desk) -> None:
    desk.to_township()
    desk.move("township_centre", M.ESCALATE, stage=Stage.ASK, reason="无权限", tried="已联系厂家")
    waiting = queues(desk)
    assert waiting["township_leader"] == (Waiting.GRANT, (M.ESCALATE, Stage.GRANT))
    assert "substitute" not in waiting  # a deputy does not sign


def test_what_is_completed_waits_for_the_nearest_who_may_check(desk: Desk) -> None:
    desk.at_work()
    desk.complete("village_land_head")
    waiting = queues(desk)
    check = (Waiting.CHECK, (M.VERIFY_PASS, Stage.DO))
    assert waiting in ({"station_head": check}, dict.fromkeys(_CENTRE, check))  # or the sample

    desk.move("station_head", M.VERIFY_FAIL, words="还不亮")
    assert set(queues(desk)) == {"village_land_head"}


_CENTRE = ("township_centre", "township_intake")


def test_who_handled_it_is_not_asked_to_check(desk: Desk) -> None:
    desk.report()
    desk.accept("station_clerk")
    desk.move("station_head", M.TAKE)
    desk.complete("station_head")
    waiting = queues(desk)
    assert waiting
    assert "station_head" not in waiting
    assert {move for _, move in waiting.values()} == {(M.VERIFY_PASS, Stage.DO)}


def test_what_is_checked_by_others_is_among_what_was_sent(desk: Desk) -> None:
    desk.at_work()
    desk.complete("village_land_head")
    handler = desk.actor("village_land_head")
    sent = door(handler, lambda: [case.number for case in sent_by(handler)])
    assert desk.number in sent


def test_an_undone_completion_asks_nobody_for_a_check(desk: Desk) -> None:
    desk.at_work()
    desk.complete("village_land_head")
    desk.at -= timedelta(hours=1)  # the next act follows at once
    desk.move("village_land_head", M.UNDO)
    assert set(queues(desk)) == {"village_land_head"}


@pytest.mark.parametrize("why", Waiting)
def test_the_queue_is_divided_by_why_it_waits(desk: Desk, why: Waiting) -> None:
    desk.report()
    desk.accept("station_clerk")
    desk.report()
    desk.at_work()
    desk.move(
        "village_land_head", M.SUSPEND, stage=Stage.ASK, reason="等配件", review_on=_soon(desk)
    )
    for key in ("village_land_head", "county_centre", "station_head"):
        actor = desk.actor(key)
        whole, part = (
            door(actor, lambda actor=actor, asked=asked: _reasons(waiting_for(actor, asked)))
            for asked in (None, why)
        )
        assert whole
        assert part == [each for each in whole if each is why]


def _reasons(rows: CaseQuerySet) -> list[Waiting | None]:
    return [waits_for(State(c.state), asked=c.asked_of_me) for c in rows.order_by("due_at", "id")]


def _soon(desk: Desk) -> str:
    return (desk.at + timedelta(days=20)).date().isoformat()
