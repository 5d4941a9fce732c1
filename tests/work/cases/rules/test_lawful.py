"""One decision for page, API and operation: what is shown is what is granted."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.work.calendar import MONDAY, instants
from tests.work.cases.rules.county import LAW, everybody, move, post, reported
from tests.work.cases.rules.invention import cases, chairs
from wangge.lib.area_code import Level
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.rules.held import PostFacts
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.rules.facts import CaseFacts, Chair, Clock
from wangge.work.cases.rules.lawful import chair_for, lawful_moves, why_not
from wangge.work.cases.rules.levels import overseer_of
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.needs import Given, Need
from wangge.work.cases.rules.offering import likeliest_first, next_move
from wangge.work.cases.rules.seats import Seat
from wangge.work.cases.rules.states import Scale


@settings(max_examples=150, deadline=None)
@given(case=cases(), people=st.lists(chairs, max_size=4), at=instants)
def test_a_move_is_shown_if_and_only_if_it_is_not_refused(
    case: CaseFacts, people: list[Chair], at: datetime
) -> None:
    shown = {(each.move, each.stage): each.chair for each in lawful_moves(case, people, at, LAW)}
    for code in MoveCode:
        for stage in Stage:
            granted = shown.get((code, stage))
            assert (granted is None) == (why_not(case, people, code, at, stage) is not None)
            if granted is None:
                with pytest.raises(Refusal):
                    chair_for(case, people, code, at, stage)
            else:
                assert chair_for(case, people, code, at, stage) == granted
        open_at_all = any(each is code for each, _ in shown)
        assert open_at_all == (why_not(case, people, code, at) is None)


@settings(max_examples=100, deadline=None)
@given(case=cases(), people=st.lists(chairs, max_size=4), at=instants)
def test_the_next_move_is_the_first_on_the_page_if_it_carries_the_case_on(
    case: CaseFacts, people: list[Chair], at: datetime
) -> None:
    shown = [
        (each.move, each.stage) for each in likeliest_first(lawful_moves(case, people, at, LAW))
    ]
    proposed = next_move(case, people, at)
    assert proposed is None or proposed == shown[0]


@settings(max_examples=100, deadline=None)
@given(case=cases(), at=instants)
def test_units_complained_of_never_move_a_case(case: CaseFacts, at: datetime) -> None:
    for each in lawful_moves(case, everybody(), at, LAW):
        assert isinstance(each.chair, PostFacts)
        assert each.chair.unit.unit_id not in case.barred_units


@settings(max_examples=100, deadline=None)
@given(case=cases(), at=instants)
def test_a_restricted_case_is_moved_by_its_unit_its_overseer_and_whoever_owes_it(
    case: CaseFacts, at: datetime
) -> None:
    if not case.restricted:
        return
    owing = {task.unit.kind for task in case.tasks}
    for each in lawful_moves(case, everybody(), at, LAW):
        assert isinstance(each.chair, PostFacts)
        allowed = {case.responsible.kind, overseer_of(case), *owing}
        assert each.chair.unit.kind in allowed, each


@settings(max_examples=60, deadline=None)
@given(case=cases(), at=instants)
def test_those_who_look_after_the_platform_have_no_part_in_cases(
    case: CaseFacts, at: datetime
) -> None:
    watchers = [
        post("county_grid_centre", kind)
        for kind in (PostKind.AUDITOR, PostKind.SECURITY_ADMIN, PostKind.IT_ADMIN)
    ]
    assert lawful_moves(case, watchers, at, LAW) == ()


def test_the_lowest_post_that_suffices_is_recorded() -> None:
    worker = post("v_service_station", PostKind.GRID_WORKER)
    head = post("v_service_station", PostKind.HEAD)
    case = _accepted()
    assert chair_for(case, [head, worker], MoveCode.ESCALATE, MONDAY) == worker
    assert chair_for(case, [head], MoveCode.ESCALATE, MONDAY) == head


def test_a_refusal_tells_the_nearest_reason() -> None:
    case = reported()
    clerk = post("t_grid_centre", PostKind.INTAKE)
    station = post("v_service_station", PostKind.INTAKE)
    too_early = why_not(case, [station], MoveCode.COMPLETE, MONDAY)
    not_yours = why_not(case, [clerk], MoveCode.ACCEPT, MONDAY)
    out_of_order = why_not(case, [station], MoveCode.DECLINE, MONDAY)
    assert too_early is not None
    assert too_early.code == "case.refusal.state"
    assert not_yours is not None
    assert not_yours.code == "case.refusal.seat"
    assert out_of_order is not None
    assert out_of_order.code == "case.refusal.above_village"


def test_the_status_tells_whether_trying_later_helps() -> None:
    case = reported()
    with pytest.raises(Refusal) as stranger:
        chair_for(case, [post("t_water", PostKind.HEAD)], MoveCode.ACCEPT, MONDAY)
    with pytest.raises(Refusal) as early:
        chair_for(case, [Clock()], MoveCode.VERIFY_PASS, MONDAY)
    assert (stranger.value.status, early.value.status) == (403, 409)


def test_the_outlook_says_where_it_goes_and_by_when() -> None:
    worker = post("v_service_station", PostKind.GRID_WORKER)
    (escalate,) = [
        each
        for each in lawful_moves(_accepted(), [worker], MONDAY, LAW)
        if each.move is MoveCode.ESCALATE
    ]
    assert escalate.outlook.code == "case.outlook.escalate_by"
    assert escalate.outlook.params["unit"].code == "unit.kind.t_grid_centre"
    assert escalate.outlook.params["span"].params["amount"] == 7
    # seven working days from Monday 2 March: Wednesday 11 March, half past five
    assert escalate.outlook.params["due"] == MONDAY + timedelta(days=9, hours=8, minutes=30)
    assert escalate.needs == (Need.REASON, Need.TRIED)


def test_every_seat_named_in_the_table_can_be_filled() -> None:
    named = {seat for each in MOVES.values() for seat in each.who.everybody}
    assert named == set(Seat)


def _accepted() -> CaseFacts:
    said = Given(category="0404", level=Level.VILLAGE, scale=Scale.INDIVIDUAL)
    return move(reported(), MoveCode.ACCEPT, post("v_service_station", PostKind.INTAKE), said)
