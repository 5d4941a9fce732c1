"""Stories a county would tell: cases moved step by step, and what the law says at each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.work.calendar import CALENDAR, MONDAY
from tests.work.cases.rules.cast import (
    COUNTY_DESK,
    REPORTER,
    STATION_DESK,
    STATION_HEAD,
    TOWNSHIP_DESK,
    TOWNSHIP_HEAD,
    TOWNSHIP_LEADER,
    WATER_STATION,
    WHY,
    WORKER,
    accepted,
    at_township,
    at_water_station,
    completed,
    refusal,
    taken,
)
from tests.work.cases.rules.county import GRID, move, named, outcome_of, post, settled, unit
from wangge.lib.area_code import Level
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.rules.facts import Clock, Reporter
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.outcome import Role, UnitSought
from wangge.work.cases.rules.sampling import is_drawn_for_verification
from wangge.work.cases.rules.states import (
    ClosingType,
    Rating,
    State,
)
from wangge.work.terms.rules.terms import Phase


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
    asked = outcome_of(case, MoveCode.ESCALATE, TOWNSHIP_DESK, WHY, stage=Stage.ASK)
    assert [each.unit for each in asked.joining] == [UnitSought("t_government", GRID)]
    case = asked.case
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
