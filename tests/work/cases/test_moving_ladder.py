"""Whole lives of cases through the operations: what is done, and what is written down of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.work.cases.desk import ENQUIRY, LAMP, MONDAY, Desk, post, unit
from wangge.lib.refusal import Refusal
from wangge.registers.audit.models import AuditEvent
from wangge.work.cases.models import (
    CaseFile,
    CaseParticipant,
    CaseStep,
    CaseTask,
    CaseTerm,
    Supervision,
)
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.states import Scale

pytestmark = pytest.mark.django_db


def test_from_the_village_up_to_a_rating() -> None:
    desk = Desk()
    desk.at_work()
    desk.move("village_land_head", MoveCode.PROGRESS, words="配件已到", for_reporter="true")
    desk.complete("village_land_head")
    desk.move("station_head", MoveCode.VERIFY_FAIL, words="还是不亮")
    desk.complete("village_land_head")
    desk.move("station_head", MoveCode.VERIFY_PASS, words="夜里看过了")
    desk.move("reporter", MoveCode.RATE, rating="satisfied")

    story = [
        "report", "accept", "escalate", "dispatch", "take", "progress", "complete",
        "verify_fail", "complete", "verify_pass", "rate",
    ]  # fmt: skip
    assert desk.steps() == [(move, "do") for move in story]
    assert desk.events() == story
    assert desk.case.state == "closed"
    assert desk.case.settled_level == 9


def test_every_term_that_ran_is_written_down_and_one_runs_at_a_time() -> None:
    desk = Desk()
    desk.at_work()
    desk.complete("village_land_head")
    terms = desk.ask(
        lambda: list(CaseTerm.objects.filter(case=desk.case_id).order_by("started_at", "id"))
    )
    assert [(term.phase, term.level) for term in terms] == [
        ("accept", 12),
        ("handle", 12),
        ("handle", 9),
        ("verify", 9),
    ]
    assert [term.ended_at is None for term in terms] == [False, False, False, True]


def test_units_that_had_the_case_stay_participants() -> None:
    desk = Desk()
    desk.at_work()
    rows = desk.ask(
        lambda: set(
            CaseParticipant.objects.filter(case=desk.case_id).values_list("unit_id", "role")
        )
    )
    station, centre, office = unit("v_service_station"), unit("t_grid_centre"), unit("t_land")
    assert {(station, "informed"), (centre, "informed"), (office, "responsible")} <= rows
    assert {station, centre, office} <= set(desk.case.participants)


def test_a_refused_move_leaves_nothing_behind() -> None:
    desk = Desk()
    desk.report()
    with pytest.raises(Refusal) as refused:
        desk.move("sibling_head", MoveCode.ESCALATE, reason="x", tried="x")
    assert refused.value.status == 404  # the neighbour village does not see the case
    with pytest.raises(Refusal) as refused:
        desk.move("station_clerk", MoveCode.ESCALATE, reason="x", tried="x")
    assert refused.value.status == 409
    assert desk.steps() == [("report", "do")]
    assert desk.events() == ["report"]


def test_a_stale_form_is_refused() -> None:
    desk = Desk()
    desk.report()
    desk.accept("station_clerk")
    with pytest.raises(Refusal) as refused:
        desk.move("grid_worker", MoveCode.TAKE, version=1)
    assert (refused.value.status, refused.value.code) == (409, "case.refusal.stale")
    desk.move("grid_worker", MoveCode.TAKE, version=2)


def test_a_unit_sends_back_once_and_the_centre_decides() -> None:
    desk = Desk()
    desk.to_township()
    desk.move("township_centre", MoveCode.DISPATCH, unit=str(unit("t_land")))
    desk.move("village_land_head", MoveCode.SEND_BACK, reason="不归我站")
    assert desk.case.responsible_unit_id == unit("t_grid_centre")
    desk.move("township_centre", MoveCode.DECIDE, unit=str(unit("t_land")), reason="按清单归你站")
    with pytest.raises(Refusal) as refused:
        desk.move("village_land_head", MoveCode.SEND_BACK, reason="还是不归")
    assert refused.value.status == 409
    assert desk.case.responsible_unit_id == unit("t_land")


def test_what_needs_two_is_asked_and_granted_by_another() -> None:
    desk = Desk()
    desk.to_township()
    desk.move(
        "township_centre", MoveCode.ESCALATE, stage=Stage.ASK, reason="要县里改线", tried="已协调"
    )
    assert desk.case.level == 9
    with pytest.raises(Refusal):
        desk.move("township_centre", MoveCode.ESCALATE, stage=Stage.GRANT)
    desk.move("township_leader", MoveCode.ESCALATE, stage=Stage.GRANT)
    assert desk.case.level == 6
    assert desk.case.responsible_unit_id == unit("county_grid_centre")
    assert desk.steps()[-2:] == [("escalate", "ask"), ("escalate", "grant")]


def test_a_refused_request_leaves_the_case_where_it_is() -> None:
    desk = Desk()
    desk.to_township()
    desk.move(
        "township_centre", MoveCode.ESCALATE, stage=Stage.ASK, reason="要县里改线", tried="已协调"
    )
    desk.move("township_leader", MoveCode.ESCALATE, stage=Stage.REFUSE, reason="乡里自己办")
    assert desk.case.level == 9
    assert desk.facts.request is None


def test_undo_within_five_minutes_restores_the_case_and_its_term() -> None:
    desk = Desk()
    desk.report()
    before = desk.facts
    desk.accept("station_clerk")
    desk.at += timedelta(minutes=3) - timedelta(hours=1)
    desk.move("station_clerk", MoveCode.UNDO)
    after = desk.facts
    assert (after.state, after.term) == (before.state, before.term)
    assert desk.steps()[-1] == ("undo", "do")


def test_the_scale_confirmed_on_acceptance_is_kept_until_that_is_undone() -> None:
    desk = Desk()
    desk.report()
    assert (desk.case.scale, desk.facts.scale) == ("", None)
    desk.accept("station_clerk", scale="02")
    assert (desk.case.scale, desk.facts.scale) == ("02", Scale.GROUP)
    desk.at += timedelta(minutes=3) - timedelta(hours=1)
    desk.move("station_clerk", MoveCode.UNDO)
    assert (desk.case.scale, desk.facts.scale) == ("", None)


def test_what_a_device_says_of_when_stands_in_the_step_and_is_marked_where_it_cannot_be() -> None:
    for told, doubtful in ((timedelta(hours=5), False), (timedelta(days=400), True)):
        desk = Desk()
        when = desk.at - told
        desk.report(occurred_at=when)
        row = CaseStep.objects.filter(case=desk.case_id)
        step = desk.ask(row.get)
        assert (step.at, step.occurred_at) == (desk.at, when)
        assert step.clock_doubtful is doubtful


def test_merged_and_taken_apart_again() -> None:
    main = Desk()
    main.report()
    desk = Desk()
    desk.report(query_code="A3CDEFGJ")
    desk.move("station_head", MoveCode.MERGE, main_case=str(main.case_id))
    assert (desk.case.state, desk.case.main_case_id) == ("merged", main.case_id)
    desk.move("station_head", MoveCode.UNMERGE)
    assert (desk.case.state, desk.case.main_case_id) == ("submitted", None)


def test_nothing_is_merged_into_a_case_the_actor_does_not_see() -> None:
    main = Desk()
    main.report(area_code="431124212218001")
    desk = Desk()
    desk.report(query_code="A3CDEFGJ")
    with pytest.raises(Refusal) as refused:
        desk.move("station_head", MoveCode.MERGE, main_case=str(main.case_id))
    assert refused.value.status == 404


def test_dispatch_with_assisting_units_gives_them_tasks() -> None:
    desk = Desk()
    desk.to_township()
    desk.move(
        "township_centre",
        MoveCode.DISPATCH,
        unit=str(unit("t_land")),
        assisting=[str(unit("t_water"))],
        words="一起去看",
    )
    task = desk.ask(lambda: CaseTask.objects.get(case=desk.case_id))
    assert (task.unit_id, task.kind, task.done_at) == (unit("t_water"), "assist", None)
    assert [each.task_id for each in desk.facts.tasks] == [task.pk]


def test_a_supervision_is_written_as_an_item() -> None:
    desk = Desk()
    desk.at_work()
    desk.move(
        "supervisor",
        MoveCode.SUPERVISE,
        unit=str(unit("t_land")),
        card="yellow",
        words="请说明进度",
        answer_due="2026-03-10",
    )
    item = desk.ask(lambda: Supervision.objects.get(case=desk.case_id))
    assert (item.grade, item.unit_id, item.answered_at) == ("yellow", unit("t_land"), None)


def test_photos_stand_with_their_step() -> None:
    desk = Desk()
    desk.at_work()
    step = desk.complete("village_land_head")
    file = desk.ask(lambda: CaseFile.objects.get(case=desk.case_id))
    assert (file.step_id, file.role) == (step.pk, "after")


def test_handing_on_inside_the_unit_changes_the_holder() -> None:
    desk = Desk()
    desk.report(category=ENQUIRY)
    desk.accept("station_clerk", category=ENQUIRY)
    desk.move("station_clerk", MoveCode.TAKE)
    head = post("v_service_station", "head")
    desk.move("station_clerk", MoveCode.HAND, post=str(head))
    assert desk.case.responsible_post_id == head


def test_the_audit_log_names_who_and_in_which_post_and_no_words() -> None:
    desk = Desk(MONDAY)
    desk.report()
    desk.accept("station_clerk", category=LAMP, reason="")
    row = desk.ask(lambda: AuditEvent.objects.filter(object_id=str(desk.case_id)).latest("at"))
    clerk = desk.actor("station_clerk")
    assert row.person_id == clerk.person_id
    assert row.post_id == post("v_service_station", "intake")
    assert "路灯" not in str(row.codes)
