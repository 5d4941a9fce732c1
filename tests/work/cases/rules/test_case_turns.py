"""Turns a case may take: complaints, praise, other places and names, other channels, second thoughts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.work.calendar import MONDAY
from tests.work.cases.rules.cast import (
    COUNTY_HEAD,
    PHOTO,
    REPORTER,
    STATION_DESK,
    TOWNSHIP_DESK,
    TOWNSHIP_HEAD,
    WATER_STATION,
    WORKER,
    accepted,
    at_township,
    at_water_station,
    refusal,
    taken,
)
from tests.work.cases.rules.county import (
    FAR_VILLAGE,
    GRID,
    TOWNSHIP,
    move,
    named,
    outcome_of,
    post,
    reported,
    settled,
    unit,
)
from wangge.lib.area_code import Level
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.outcome import Role, UnitSought
from wangge.work.cases.rules.states import (
    Card,
    Channel,
    ClosingType,
    Scale,
    State,
)
from wangge.work.terms.rules.terms import Phase


def test_nothing_is_assigned_where_nobody_leads() -> None:
    case = accepted("0801", Level.TOWNSHIP)
    case = replace(case, responsible=unit("t_grid_centre"))
    with pytest.raises(Refusal) as caught:
        move(case, MoveCode.ASSIGN, TOWNSHIP_DESK, Given(unit=unit("v_committee")))
    assert caught.value.status == 422
    assert caught.value.fields["unit"].code == "case.refusal.level_not_routed"


def test_a_transferred_case_is_open_until_the_receipt() -> None:
    said = Given(channel=Channel.COURT, words="go to the county court")
    case = move(at_water_station(), MoveCode.TRANSFER, WATER_STATION, said)
    assert case.is_open
    assert case.term is not None
    assert case.term.phase is Phase.REVIEW
    receipt = Given(receipt="(2026) 12", receipt_on=date(2026, 3, 2))
    done = move(case, MoveCode.RECORD_RECEIPT, WATER_STATION, receipt)
    assert not done.is_open
    assert done.next_look_at is None
    assert refusal(done, MoveCode.SUPERVISE, COUNTY_HEAD) == "case.refusal.not_open"
    back = move(done, MoveCode.RETURN, WATER_STATION, Given(reason="not admitted"))
    assert (back.state, back.is_open) == (State.ACCEPTED, True)
    assert back.term is not None
    assert back.term.phase is Phase.HANDLE


def test_praise_is_thanked_for_when_accepted() -> None:
    case = accepted("0904")
    assert (case.state, case.closing) == (State.CLOSED, ClosingType.THANKED)
    assert case.promised_at is None
    assert refusal(case, MoveCode.REOPEN, REPORTER) == "case.refusal.only_thanked"


def test_a_complaint_stays_with_its_unit_and_out_of_sight_of_the_line() -> None:
    case = reported("0905")
    liaison = post("discipline_inspection", PostKind.LIAISON)
    for stranger in (
        STATION_DESK,
        TOWNSHIP_HEAD,
        COUNTY_HEAD,
        post("political_legal_committee", PostKind.SUPERVISOR),
    ):
        for code in MoveCode:
            assert refusal(case, code, stranger) is not None
    said = Given(category="0905", level=Level.COUNTY, scale=Scale.INDIVIDUAL)
    case = move(case, MoveCode.ACCEPT, liaison, said)
    case = taken(case, liaison)
    done = Given(closing=ClosingType.SETTLED, words="the office was warned")
    outcome = outcome_of(case, MoveCode.COMPLETE, liaison, done)
    (checker,) = outcome.joining
    assert (checker.unit, checker.role) == (UnitSought("leading_group", GRID), Role.VERIFIER)
    case = outcome.case
    assert refusal(case, MoveCode.VERIFY_PASS, COUNTY_HEAD) == "case.refusal.seat"
    assert refusal(case, MoveCode.VERIFY_PASS, post("leading_group", PostKind.HEAD)) is None


def test_a_complaint_in_disguise_leaves_the_station_without_trace() -> None:
    said = Given(category="0905", reason="it is about the head")
    outcome = outcome_of(reported("0404"), MoveCode.RECLASSIFY, STATION_DESK, said)
    case = settled(outcome, reported("0404"))
    assert case.restricted
    assert case.responsible == unit("discipline_inspection")
    assert {each.role for each in outcome.joining} == {Role.RESPONSIBLE}
    assert outcome.leaving == (unit("v_service_station"),)
    liaison = post("discipline_inspection", PostKind.LIAISON)
    renamed = Given(category="0404", reason="about a lamp")
    assert move(case, MoveCode.RECLASSIFY, liaison, renamed).restricted


def test_a_case_at_another_level_than_its_category_needs_a_reason() -> None:
    said = Given(category="0404", level=Level.TOWNSHIP, scale=Scale.INDIVIDUAL)
    with pytest.raises(Refusal) as caught:
        move(reported(), MoveCode.ACCEPT, STATION_DESK, said)
    assert set(caught.value.fields) == {"reason"}
    case = move(reported(), MoveCode.ACCEPT, STATION_DESK, replace(said, reason="whole road"))
    assert case.responsible == unit("t_grid_centre")


def test_a_case_without_a_place_is_located_first() -> None:
    case = replace(reported("0404", TOWNSHIP), level=Level.VILLAGE)
    case = replace(case, responsible=unit("t_grid_centre"))
    assert refusal(case, MoveCode.ACCEPT, TOWNSHIP_DESK) == "case.refusal.place_unknown"
    case = reported("0404", TOWNSHIP)
    case = move(case, MoveCode.RELOCATE, TOWNSHIP_DESK, Given(area=GRID))
    assert (case.responsible, case.level) == (unit("v_service_station"), Level.VILLAGE)


def test_a_case_follows_its_place_to_the_same_kind_of_unit() -> None:
    case = taken(at_water_station(), WATER_STATION)
    there = f"{FAR_VILLAGE}001"
    case = move(case, MoveCode.RELOCATE, TOWNSHIP_DESK, Given(area=there))
    assert case.responsible == unit("t_water", there)
    assert case.holder_post_id is None
    for area in ("431125", "43112", "here"):
        with pytest.raises(Refusal) as caught:
            move(at_water_station(), MoveCode.RELOCATE, TOWNSHIP_DESK, Given(area=area))
        assert set(caught.value.fields) == {"area"}


def test_a_new_category_shortens_a_term_but_never_lengthens_it() -> None:
    office = at_water_station()
    longer = move(
        office, MoveCode.RECLASSIFY, WATER_STATION, Given(category="0405", reason="canal")
    )
    assert longer.term == office.term
    shorter = move(
        office, MoveCode.RECLASSIFY, WATER_STATION, Given(category="0204", reason="the hill slides")
    )
    assert shorter.term is not None
    assert shorter.term.allowance.key == "urgent"
    assert shorter.responsible == unit("d_land")


def test_merging_follows_the_main_case_and_can_be_taken_apart() -> None:
    case = taken(accepted())
    merged = move(case, MoveCode.MERGE, STATION_DESK, Given(main_case=named("main")))
    assert (merged.state, merged.is_open) == (State.MERGED, False)
    apart = move(merged, MoveCode.UNMERGE, STATION_DESK)
    assert (apart.state, apart.term) == (case.state, case.term)
    with pytest.raises(Refusal):
        move(case, MoveCode.MERGE, STATION_DESK, Given(main_case=case.case_id))


def test_villages_are_reminded_and_others_get_cards() -> None:
    due = MONDAY + timedelta(days=3)
    said = Given(unit=unit("v_committee"), card=Card.RED, words="late", answer_due=due)
    with pytest.raises(Refusal) as caught:
        move(accepted(), MoveCode.SUPERVISE, TOWNSHIP_HEAD, said)
    assert set(caught.value.fields) == {"card"}
    move(accepted(), MoveCode.SUPERVISE, TOWNSHIP_HEAD, replace(said, card=Card.ORDINARY))
    move(accepted(), MoveCode.SUPERVISE, COUNTY_HEAD, replace(said, unit=unit("t_water")))


def test_only_a_village_settles_by_its_own_decision() -> None:
    case = taken(at_water_station(), WATER_STATION)
    said = Given(closing=ClosingType.VILLAGE_DECISION, words="agreed", after_photo=PHOTO)
    with pytest.raises(Refusal) as caught:
        move(case, MoveCode.COMPLETE, WATER_STATION, said)
    assert set(caught.value.fields) == {"closing"}


def test_evidence_is_asked_for_where_the_category_wants_it() -> None:
    case = taken(accepted())
    said = Given(closing=ClosingType.SETTLED, words="repaired")
    with pytest.raises(Refusal) as caught:
        move(case, MoveCode.COMPLETE, WORKER, said)
    assert set(caught.value.fields) == {"after_photo"}


def test_the_last_move_is_undone_within_five_minutes_by_who_made_it() -> None:
    before = at_township()
    case = move(before, MoveCode.DISPATCH, TOWNSHIP_DESK, Given(unit=unit("t_water")))
    soon, late = MONDAY + timedelta(minutes=5), MONDAY + timedelta(minutes=6)
    assert refusal(case, MoveCode.UNDO, TOWNSHIP_HEAD) == "case.refusal.seat"
    assert refusal(case, MoveCode.UNDO, TOWNSHIP_DESK, late) == "case.refusal.undo_late"
    undone = move(case, MoveCode.UNDO, TOWNSHIP_DESK, at=soon)
    assert undone == replace(before, last_step=None)
    acted = taken(case, WATER_STATION)
    assert refusal(acted, MoveCode.UNDO, TOWNSHIP_DESK) == "case.refusal.seat"


def test_a_complaint_is_supervised_and_addressed_nowhere_else() -> None:
    case, leader = reported("0605"), post("political_legal_committee", PostKind.HEAD)
    due = MONDAY + timedelta(days=3)
    said = Given(unit=unit("t_water"), card=Card.ORDINARY, words="late", answer_due=due)
    with pytest.raises(Refusal) as caught:
        move(case, MoveCode.SUPERVISE, leader, said)
    assert set(caught.value.fields) == {"unit"}
    move(case, MoveCode.SUPERVISE, leader, replace(said, unit=unit("county_grid_centre")))
