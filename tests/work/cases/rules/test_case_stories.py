"""Stories a county would tell: cases moved step by step, and what the law says at each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.work.cases.rules.county import (
    CALENDAR,
    FAR_VILLAGE,
    GRID,
    LAW,
    MONDAY,
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
from wangge.work.cases.rules.facts import CaseFacts, Chair, Clock, Reporter
from wangge.work.cases.rules.lawful import why_not
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.outcome import Role
from wangge.work.cases.rules.sampling import is_drawn_for_verification
from wangge.work.cases.rules.states import (
    Card,
    Channel,
    ClosingType,
    Rating,
    Scale,
    State,
)
from wangge.work.cases.rules.terms import Phase

REPORTER = Reporter(named("person", "reporter"))
WORKER = post("v_service_station", PostKind.GRID_WORKER)
STATION_DESK = post("v_service_station", PostKind.INTAKE)
STATION_HEAD = post("v_service_station", PostKind.HEAD)
TOWNSHIP_DESK = post("t_grid_centre", PostKind.INTAKE)
TOWNSHIP_HEAD = post("t_grid_centre", PostKind.HEAD)
TOWNSHIP_LEADER = post("t_government", PostKind.HEAD)
WATER_STATION = post("t_water", PostKind.HANDLER)
COUNTY_DESK = post("county_grid_centre", PostKind.INTAKE)
COUNTY_HEAD = post("county_grid_centre", PostKind.HEAD)
WATER = post("water", PostKind.HANDLER)

PHOTO = (named("photo"),)
WHY = Given(reason="beyond us", tried="we patched it twice")


def refusal(case: CaseFacts, code: MoveCode, chair: Chair, at: datetime = MONDAY) -> str | None:
    """The code of the reason why not, None if the move is open."""
    message = why_not(case, [chair], code, at)
    return message and message.code


def accepted(category: str = "0404", level: Level = Level.VILLAGE) -> CaseFacts:
    case = reported(category)
    desk = post(case.responsible.kind, PostKind.INTAKE)
    said = Given(category=category, level=level, scale=Scale.INDIVIDUAL, reason="as seen")
    return move(case, MoveCode.ACCEPT, desk, said)


def at_township() -> CaseFacts:
    """A broken water pipe, accepted by the township centre."""
    return accepted("0402", Level.TOWNSHIP)


def at_water_station() -> CaseFacts:
    """The same, given to the water station."""
    return move(at_township(), MoveCode.DISPATCH, TOWNSHIP_DESK, Given(unit=unit("t_water")))


def taken(case: CaseFacts, chair: Chair = WORKER) -> CaseFacts:
    return move(case, MoveCode.TAKE, chair)


def completed(case: CaseFacts, chair: Chair = WORKER, at: datetime = MONDAY) -> CaseFacts:
    said = Given(closing=ClosingType.SETTLED, words="repaired", after_photo=PHOTO)
    return move(case, MoveCode.COMPLETE, chair, said, at=at)


def test_a_street_lamp_is_settled_in_the_village() -> None:
    case = accepted()
    assert case.term is not None
    assert case.promised_at == CALENDAR.due(MONDAY, 15, "work_day").at
    case = completed(taken(case))
    assert case.term is not None
    assert case.term.phase is Phase.VERIFY
    assert refusal(case, MoveCode.VERIFY_PASS, WORKER) == "case.refusal.seat"
    case = move(case, MoveCode.VERIFY_PASS, STATION_HEAD, Given(words="went to see it"))
    assert (case.state, case.level, case.closing) == (
        State.CLOSED,
        Level.VILLAGE,
        ClosingType.SETTLED,
    )
    assert case.next_look_at is None
    case = move(case, MoveCode.RATE, REPORTER, Given(rating=Rating.SATISFIED))
    assert refusal(case, MoveCode.RATE, REPORTER) == "case.refusal.rated"


def test_the_handler_never_checks_in_whatever_post_or_chair() -> None:
    secretary = post("v_committee", PostKind.HEAD, person="secretary")
    same_person = post("v_service_station", PostKind.HEAD, person="secretary")
    as_reporter = Reporter(secretary.person_id)
    case = move(accepted(), MoveCode.DISPATCH, STATION_DESK, Given(unit=unit("v_committee")))
    case = completed(taken(case, secretary), secretary)
    assert refusal(case, MoveCode.VERIFY_PASS, same_person) == "case.refusal.handler_checks"
    assert refusal(case, MoveCode.VERIFY_PASS, as_reporter) == "case.refusal.handler_checks"
    assert refusal(case, MoveCode.VERIFY_PASS, post("v_oversight", PostKind.HANDLER)) is None
    assert refusal(case, MoveCode.VERIFY_PASS, REPORTER) is None


def test_a_failed_check_gives_the_same_holder_half_the_term() -> None:
    case = completed(taken(accepted()))
    case = move(case, MoveCode.VERIFY_FAIL, TOWNSHIP_DESK, Given(words="still dark"))
    assert case.state is State.HANDLING
    assert case.holder == WORKER.post_id
    assert case.term is not None
    assert case.term.allowance.amount == 2
    assert not case.has_after_photo


def test_what_the_village_cannot_do_goes_to_the_township_with_a_new_term() -> None:
    outcome = outcome_of(accepted(), MoveCode.ESCALATE, WORKER, WHY)
    case = settled(outcome, accepted())
    assert (case.state, case.level) == (State.ACCEPTED, Level.TOWNSHIP)
    assert case.responsible == unit("t_grid_centre")
    assert case.holder == TOWNSHIP_DESK.post_id
    assert case.term is not None
    assert case.term.allowance.amount == 7
    assert case.promised_at == accepted().promised_at
    roles = {(each.role, each.unit) for each in outcome.joining}
    assert (Role.INFORMED, unit("v_service_station")) in roles


def test_the_township_leader_signs_what_the_centre_prepares() -> None:
    case = at_township()
    assert refusal(case, MoveCode.ESCALATE, TOWNSHIP_LEADER) == "case.refusal.nothing_asked"
    case = move(case, MoveCode.ESCALATE, TOWNSHIP_DESK, WHY, stage=Stage.ASK)
    assert case.level is Level.TOWNSHIP
    assert refusal(case, MoveCode.ESCALATE, TOWNSHIP_DESK) == "case.refusal.asked_already"
    refused = move(
        case, MoveCode.ESCALATE, TOWNSHIP_LEADER, Given(reason="try first"), stage=Stage.REFUSE
    )
    assert refused.request is None
    signed = move(case, MoveCode.ESCALATE, TOWNSHIP_LEADER, stage=Stage.GRANT)
    assert signed.responsible == unit("county_grid_centre")
    assert signed.request is None


def test_nobody_grants_what_they_asked_for_in_another_post() -> None:
    preparer = post("t_grid_centre", PostKind.HEAD, person="both")
    leader = post("t_government", PostKind.HEAD, person="both")
    case = move(at_township(), MoveCode.ESCALATE, preparer, WHY, stage=Stage.ASK)
    assert refusal(case, MoveCode.ESCALATE, leader) == "case.refusal.grants_own"


def test_a_unit_sends_back_once_and_never_after_a_decision() -> None:
    case = at_water_station()
    assert case.term == at_township().term, "the level's term goes on"
    case = move(case, MoveCode.SEND_BACK, WATER_STATION, Given(reason="the pipe is private"))
    assert (case.state, case.responsible) == (State.ACCEPTED, unit("t_grid_centre"))
    assert case.term == at_township().term
    case = move(case, MoveCode.DISPATCH, TOWNSHIP_DESK, Given(unit=unit("t_water")))
    assert refusal(case, MoveCode.SEND_BACK, WATER_STATION) == "case.refusal.sent_back_once"
    office = post("t_land", PostKind.HANDLER)
    case = move(case, MoveCode.DISPATCH, TOWNSHIP_DESK, Given(unit=unit("t_land")))
    case = move(case, MoveCode.SEND_BACK, office, Given(reason="not ours"))
    said = Given(unit=unit("t_water"), reason="it is theirs by the list")
    case = move(case, MoveCode.DECIDE, TOWNSHIP_DESK, said)
    assert case.term is not None
    assert case.term.allowance.amount == 2, "half of three, a begun day counted whole"
    assert refusal(case, MoveCode.SEND_BACK, WATER_STATION) == "case.refusal.decided"


def test_sending_back_has_one_working_day() -> None:
    case = at_water_station()
    assert case.send_back_until is not None
    late = case.send_back_until + timedelta(seconds=1)
    assert refusal(case, MoveCode.SEND_BACK, WATER_STATION, case.send_back_until) is None
    assert refusal(case, MoveCode.SEND_BACK, WATER_STATION, late) == "case.refusal.send_back_late"


def test_what_belongs_lower_goes_down_with_a_term_of_its_own_and_back_with_the_rest() -> None:
    case = move(at_township(), MoveCode.ESCALATE, TOWNSHIP_DESK, WHY, stage=Stage.ASK)
    case = move(case, MoveCode.ESCALATE, TOWNSHIP_LEADER, stage=Stage.GRANT)
    said = Given(unit=unit("t_grid_centre"))
    down = move(case, MoveCode.ASSIGN, COUNTY_DESK, said)
    assert (down.level, down.came_from_above) == (Level.TOWNSHIP, True)
    assert down.sender_rest is not None
    back = move(down, MoveCode.SEND_BACK, TOWNSHIP_DESK, Given(reason="needs the county"))
    assert back.level is Level.COUNTY
    assert back.term is not None
    assert case.term is not None
    assert back.term.due_at == case.term.due_at
    assert back.sender_rest is None


def test_nothing_is_assigned_where_nobody_leads() -> None:
    case = accepted("0801", Level.TOWNSHIP)
    case = replace(case, responsible=unit("t_grid_centre"))
    with pytest.raises(Refusal) as caught:
        move(case, MoveCode.ASSIGN, TOWNSHIP_DESK, Given(unit=unit("v_committee")))
    assert caught.value.status == 422
    assert caught.value.fields["unit"].code == "case.refusal.level_not_routed"


def test_assisting_units_finish_before_the_lead() -> None:
    said = Given(unit=unit("t_water"), assisting=(unit("t_land"),))
    outcome = outcome_of(at_township(), MoveCode.DISPATCH, TOWNSHIP_DESK, said)
    case = settled(outcome, at_township())
    assert case.term is not None
    assert all(MONDAY < task.due_at < case.term.due_at for task in case.tasks)
    case = taken(case, WATER_STATION)
    assert refusal(case, MoveCode.COMPLETE, WATER_STATION) == "case.refusal.open_tasks"
    assert refusal(case, MoveCode.PROGRESS, post("t_land", PostKind.HANDLER)) is None


def test_coordination_leaves_the_case_with_the_township() -> None:
    said = Given(departments=(unit("water"),), words="may we dig here?")
    before = at_water_station()
    case = move(before, MoveCode.COORDINATE, TOWNSHIP_DESK, said)
    assert case.responsible == before.responsible
    (task,) = case.tasks
    assert task.due_at == CALENDAR.due(MONDAY, 3, "work_day").at


def test_the_reporter_is_asked_twice_and_waited_for_ten_days() -> None:
    case = taken(at_water_station(), WATER_STATION)
    before = case.term
    for _ in range(2):
        case = move(case, MoveCode.ASK_REPORTER, WATER_STATION, Given(words="which house?"))
        assert case.is_waiting_for_reporter
        assert refusal(case, MoveCode.ASK_REPORTER, WATER_STATION) == "case.refusal.waiting_already"
        case = replace(case, term=before, rest=None)
    assert refusal(case, MoveCode.ASK_REPORTER, WATER_STATION) == "case.refusal.asked_enough"
    silent = replace(case, reporter_reachable=False)
    assert (
        refusal(silent, MoveCode.ASK_REPORTER, WATER_STATION) == "case.refusal.reporter_unreachable"
    )


def test_more_time_is_asked_before_the_end_and_granted_once() -> None:
    case = taken(accepted())
    assert case.term is not None
    too_much = Given(amount=4, reason="waiting for parts")
    with pytest.raises(Refusal):
        move(case, MoveCode.EXTEND, WORKER, too_much, stage=Stage.ASK)
    said = Given(amount=3, reason="waiting for parts")
    late = case.term.due_at + timedelta(seconds=1)
    assert refusal(case, MoveCode.EXTEND, WORKER, late) == "case.refusal.term_over"
    asked = move(case, MoveCode.EXTEND, WORKER, said, stage=Stage.ASK)
    granted = move(asked, MoveCode.EXTEND, TOWNSHIP_HEAD, stage=Stage.GRANT)
    assert granted.term is not None
    assert granted.term.due_at == CALENDAR.due(MONDAY, 6, "work_day").at
    assert granted.promised_at == case.promised_at
    assert refusal(granted, MoveCode.EXTEND, WORKER) == "case.refusal.extended_enough"


def test_in_mediation_the_parties_give_time_and_nobody_else() -> None:
    mediator = post("v_mediation", PostKind.HEAD)
    case = move(accepted("0102"), MoveCode.DISPATCH, STATION_DESK, Given(unit=unit("v_mediation")))
    said = Given(amount=30, reason="nearly agreed")
    with pytest.raises(Refusal) as caught:
        move(case, MoveCode.EXTEND, mediator, said)
    assert set(caught.value.fields) == {"consent_on"}
    case = move(case, MoveCode.EXTEND, mediator, replace(said, consent_on=date(2026, 3, 2)))
    assert case.extensions == 1


def test_a_suspended_case_comes_back_by_itself_with_what_was_left() -> None:
    case = taken(accepted())
    said = Given(reason="the road is closed", review_on=date(2026, 3, 20))
    case = move(case, MoveCode.SUSPEND, WORKER, said, stage=Stage.ASK)
    case = move(case, MoveCode.SUSPEND, TOWNSHIP_HEAD, stage=Stage.GRANT)
    assert case.state is State.SUSPENDED
    assert case.next_look_at == datetime(2026, 3, 21, tzinfo=CALENDAR.tz)
    assert refusal(case, MoveCode.RESUME, Clock()) == "case.refusal.not_yet"
    case = move(case, MoveCode.RESUME, Clock(), at=case.next_look_at)
    assert case.state is State.HANDLING
    assert case.term is not None
    assert case.term.allowance.amount == 3


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


def test_the_clock_closes_only_what_is_quick_shown_and_not_drawn() -> None:
    waste = completed(taken(accepted("0301")))
    assert waste.term is not None
    due = waste.term.due_at
    drawn = next(
        each for n in range(200) if is_drawn_for_verification(each := named("drawn", str(n)))
    )
    lucky = next(
        each for n in range(200) if not is_drawn_for_verification(each := named("drawn", str(n)))
    )
    waste = replace(waste, case_id=lucky)
    assert refusal(waste, MoveCode.VERIFY_PASS, Clock()) == "case.refusal.not_yet"
    assert refusal(waste, MoveCode.VERIFY_PASS, Clock(), due) is None
    for watched in (
        replace(waste, case_id=drawn),
        replace(waste, has_after_photo=False),
        replace(waste, came_from_above=True),
        replace(waste, reopened=1),
        replace(waste, category_code="0404"),
        replace(waste, category_code="0201"),
    ):
        assert refusal(watched, MoveCode.VERIFY_PASS, Clock(), due) == "case.refusal.needs_a_check"


def test_the_reporter_reopens_once_within_thirty_days_and_the_level_above_checks() -> None:
    closed = move(completed(taken(accepted())), MoveCode.VERIFY_PASS, REPORTER)
    day_31 = MONDAY + timedelta(days=31)
    assert refusal(closed, MoveCode.REOPEN, REPORTER, day_31) == "case.refusal.ask_level_above"
    assert refusal(closed, MoveCode.REOPEN, TOWNSHIP_HEAD, day_31) is None
    case = move(closed, MoveCode.REOPEN, REPORTER, Given(reason="dark again"))
    assert (case.state, case.reopened) == (State.ACCEPTED, 1)
    case = completed(taken(case))
    assert refusal(case, MoveCode.VERIFY_PASS, STATION_HEAD) == "case.refusal.seat"
    case = move(case, MoveCode.VERIFY_PASS, TOWNSHIP_DESK, Given(words="it burns"))
    assert refusal(case, MoveCode.REOPEN, REPORTER) == "case.refusal.ask_level_above"


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
    case = completed(taken(case, liaison), liaison)
    assert refusal(case, MoveCode.VERIFY_PASS, COUNTY_HEAD) == "case.refusal.seat"
    assert refusal(case, MoveCode.VERIFY_PASS, post("leading_group", PostKind.HEAD)) is None


def test_a_complaint_in_disguise_leaves_the_station_without_trace() -> None:
    said = Given(category="0905", reason="it is about the head")
    outcome = outcome_of(reported("0404"), MoveCode.RECLASSIFY, STATION_DESK, said)
    case = settled(outcome, reported("0404"))
    assert case.restricted
    assert case.responsible == unit("discipline_inspection")
    assert {each.role for each in outcome.joining} == {Role.RESPONSIBLE}
    back = move(
        case,
        MoveCode.RECLASSIFY,
        post("discipline_inspection", PostKind.LIAISON),
        Given(category="0404", reason="about a lamp"),
    )
    assert back.restricted


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
    assert LAW.calendar is CALENDAR
