from collections import Counter
from itertools import pairwise

import pytest

from tests.insight.demo.small_demo import SmallDemo
from wangge.insight.demo.rules.case_paths import PATHS
from wangge.insight.demo.rules.case_plan import Contact, PlannedCase, plan_cases
from wangge.insight.demo.rules.geography.divisions import rows, shown_name, villages
from wangge.insight.demo.rules.geography.small_county import MAIN_GROUP, MAIN_VILLAGE, VILLAGES
from wangge.insight.demo.rules.population.seats import key_of_holder
from wangge.lib.area_code import at_level
from wangge.work.cases.rules.categories import category
from wangge.work.cases.rules.intake import intake
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.needs import Given, Need
from wangge.work.cases.rules.routing import seed_routing
from wangge.work.cases.rules.states import State

DISPUTE, ORDER, COMPLAINTS = "01", "08", {"0605", "0905"}


@pytest.fixture(scope="module")
def plan(small_demo: SmallDemo) -> dict[str, PlannedCase]:
    return {case.key: case for case in plan_cases(small_demo.worker_of)}


def states(case: PlannedCase) -> list[State]:
    """The states a case passes through, as the table of moves has them."""
    passed = [State.SUBMITTED]
    for move in case.moves:
        row = MOVES[move.move]
        assert passed[-1] in row.states, (case.key, move.move, passed[-1])
        to = row.to if move.stage.changes_the_case else None
        thanked = move.move is MoveCode.ACCEPT and category(case.category).is_only_thanked
        passed.append(State.CLOSED if thanked else to or passed[-1])
    return passed


def test_moves_follow_one_another_by_the_table(plan: dict[str, PlannedCase]) -> None:
    final = {states(case)[-1] for case in plan.values()}
    assert final == set(State)


def test_a_report_is_accepted_where_it_arrives(plan: dict[str, PlannedCase]) -> None:
    for case in plan.values():
        first = next((m for m in case.moves if m.move in {MoveCode.ACCEPT, MoveCode.DECLINE}), None)
        if first is not None:
            arrives = intake(case.category, case.village, seed_routing())
            area = at_level(case.village, arrives.level)
            assert first.by_key == key_of_holder(arrives.kind, area, "intake"), case.key


def test_nearly_every_move_is_shown(plan: dict[str, PlannedCase]) -> None:
    shown = {move.move for case in plan.values() for move in case.moves}
    assert set(MOVES) - shown == {
        MoveCode.REPORT,  # every case begins with it
        MoveCode.RELOCATE, MoveCode.RETURN, MoveCode.UNMERGE, MoveCode.UNDO,
    }  # fmt: skip


def test_every_need_is_answered_under_its_name(plan: dict[str, PlannedCase]) -> None:
    for case in plan.values():
        for move in case.moves:
            assert set(move.fields) <= set(Given.__slots__)
            row = MOVES[move.move]
            assert row.who.seats(move.stage)
            if move.stage is not Stage.GRANT:
                assert {need.value for need in row.needs} <= set(move.fields), (case.key, move)
            if move.move is MoveCode.COMPLETE:
                renamed = [m.fields["category"] for m in case.moves if "category" in m.fields]
                photo = category(renamed[-1]).after_photo
                assert photo == (Need.AFTER_PHOTO.value in move.fields)
            assert all(value not in ("", None) for value in move.fields.values())


def test_everybody_who_moves_is_known_and_holds_a_post(
    plan: dict[str, PlannedCase], small_demo: SmallDemo
) -> None:
    holders = {each.person_key for each in small_demo.staff.appointments}
    persons = {person.key for person in small_demo.staff.persons}
    for case in plan.values():
        assert {case.reporter_key, case.entered_by} <= persons
        assert case.reporter_key not in holders
        for move in case.moves:
            assert move.by_key in holders | {case.reporter_key}


def test_whoever_handles_does_not_check(plan: dict[str, PlannedCase]) -> None:
    handling = {MoveCode.TAKE, MoveCode.PROGRESS, MoveCode.COORDINATE, MoveCode.COMPLETE}
    checking = {MoveCode.VERIFY_PASS, MoveCode.VERIFY_FAIL}
    for case in plan.values():
        handlers = {move.by_key for move in case.moves if move.move in handling}
        checkers = {move.by_key for move in case.moves if move.move in checking}
        assert not handlers & checkers, case.key


def test_everything_has_happened_by_now(plan: dict[str, PlannedCase]) -> None:
    for case in plan.values():
        assert sum(move.after_hours for move in case.moves) < 24 * case.days_ago, case.key
        assert all(move.after_hours > 0 for move in case.moves)


def test_real_villages_bear_neutral_cases_only(plan: dict[str, PlannedCase]) -> None:
    names = {shown_name(village.name) for village in villages()}
    for case in plan.values():
        assert case.category[:2] not in {DISPUTE, ORDER}
        assert case.category not in COMPLAINTS
        assert not category(case.category).is_restricted
        assert not category(case.category).is_handed_over
        assert not any(name in case.text for name in names)


def test_personal_matters_are_never_anonymous(plan: dict[str, PlannedCase]) -> None:
    anonymous = [case for case in plan.values() if case.contact is Contact.ANONYMOUS]
    assert anonymous
    for case in anonymous:
        assert not category(case.category).is_personal_benefit
        assert all(move.move is not MoveCode.ASK_REPORTER for move in case.moves)


def test_the_mix_resembles_the_county(plan: dict[str, PlannedCase]) -> None:
    groups = Counter(case.category[:2] for case in plan.values())
    order = ["04", "03", "05", "06", "02", "09", "07"]
    assert all(groups[more] >= groups[less] for more, less in pairwise(order))
    assert 55 <= len(plan) <= 65
    assert {case.village for case in plan.values()} == set(VILLAGES)
    assert {case.channel for case in plan.values()} == {
        "worker", "portal", "hotline", "visit", "behalf",
    }  # fmt: skip
    assert {case.contact for case in plan.values()} == set(Contact)


def test_yellow_lights_burn_in_urgent_cases(plan: dict[str, PlannedCase]) -> None:
    """An urgent term is 24 natural hours and turns yellow with less than a third left."""
    yellow = []
    for case in plan.values():
        accept = next((move for move in case.moves if move.move is MoveCode.ACCEPT), None)
        if accept and (accept.fields.get("urgent") or category(case.category).key == "urgent"):
            yellow.append(24 * case.days_ago - accept.after_hours)
    assert len(yellow) == 3
    assert all(16 < hours < 20 for hours in yellow)


def test_red_lights_burn_in_open_cases(plan: dict[str, PlannedCase]) -> None:
    """Seventeen days hold seven working days even around the longest holiday."""
    old = [
        states(case)[-1]
        for case in plan.values()
        if case.days_ago > 17 and category(case.category).default_level.name != "COUNTY"
    ]
    assert Counter(old) >= Counter({State.HANDLING: 2, State.SUBMITTED: 1})


def test_the_lamp_is_settled_in_the_village(plan: dict[str, PlannedCase]) -> None:
    lamp = plan["lamp_journey"]
    assert (lamp.village, lamp.group, lamp.category) == (MAIN_VILLAGE, MAIN_GROUP, "0404")
    assert states(lamp)[-1] is State.CLOSED
    assert {move.by_key for move in lamp.moves} == {
        "station_clerk", "grid_worker", "station_head", "villager",
    }  # fmt: skip


def test_the_bridge_goes_all_the_way_up(plan: dict[str, PlannedCase]) -> None:
    bridge = plan["bridge_journey"]
    told = [
        move.move
        for move in bridge.moves
        if move.stage.changes_the_case
        and move.move not in {MoveCode.TAKE, MoveCode.PROGRESS, MoveCode.DISPATCH}
    ]
    assert (bridge.village, bridge.group, bridge.category) == (MAIN_VILLAGE, MAIN_GROUP, "0401")
    assert told == [
        MoveCode.ACCEPT, MoveCode.ESCALATE, MoveCode.COORDINATE, MoveCode.ESCALATE,
        MoveCode.ASSIGN, MoveCode.SEND_BACK, MoveCode.DECIDE, MoveCode.COMPLETE,
        MoveCode.VERIFY_FAIL, MoveCode.COMPLETE, MoveCode.VERIFY_PASS, MoveCode.RATE,
    ]  # fmt: skip
    assert states(bridge)[-1] is State.CLOSED


def test_a_merged_case_follows_an_earlier_one(plan: dict[str, PlannedCase]) -> None:
    order = list(plan)
    for case in plan.values():
        for move in case.moves:
            if move.move is MoveCode.MERGE:
                main = plan[move.fields["main_case"]]
                assert order.index(main.key) < order.index(case.key)
                assert main.days_ago > case.days_ago
                assert (main.village, main.group) == (case.village, case.group)


def test_every_text_and_path_is_used() -> None:
    cases = list(rows("cases.csv"))
    assert {case["key"] for case in cases} == {row["key"] for row in rows("case_texts.csv")}
    assert {case["path"] for case in cases} == set(PATHS)
    spoken = {key for path in PATHS.values() for step in path for key in step.says.values()}
    assert spoken - {"outcome"} == {row["key"] for row in rows("move_texts.csv")}
