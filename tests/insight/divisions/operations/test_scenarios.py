"""Scenarios: asked for, computed village by village, taken back, taken up again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from gridding.division import best_plan
from tests.factories.world import COUNTY, SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.insight.divisions.settled import CLOCK, NOW, actor, done_by, settle, work
from wangge.doors.door import door
from wangge.insight.divisions import operations as ops
from wangge.insight.divisions.models import Draft, DraftGrid, Proposal, Scenario, VillageRun
from wangge.insight.divisions.queries import scenarios as queries
from wangge.insight.divisions.queries.reading import problem_of
from wangge.insight.divisions.rules.figures import figures_of
from wangge.insight.divisions.rules.states import Manner
from wangge.insight.divisions.rules.wishes import Start, Wishes
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.audit.models import AuditEvent
from wangge.registers.orders.rules import STALLED_AFTER, OrderState

pytestmark = pytest.mark.django_db

WISHES = Wishes(households_per_grid=40, persons_per_grid=120)


def start(villages: list[str], by: str = "township_centre", **said: Any) -> UUID:
    found: UUID = done_by(
        actor(by), ops.start_scenario, villages, said.pop("wishes", WISHES), **said
    )
    return found


def scenario(key: UUID) -> Scenario:
    return door(CLOCK, lambda: Scenario.objects.get(pk=key))


def runs(key: UUID) -> dict[str, VillageRun]:
    found = door(CLOCK, lambda: list(VillageRun.objects.filter(scenario=key, latest=True)))
    return {run.village_code: run for run in found}


def proposals(village: str = VILLAGE) -> dict[str, Proposal]:
    found = door(
        CLOCK, lambda: list(Proposal.objects.filter(village_code=village, run__latest=True))
    )
    return {each.manner: each for each in found}


def parts(assignment: dict[str, int]) -> set[frozenset[str]]:
    """The division without the numbers of its grids."""
    grids: dict[int, set[str]] = defaultdict(set)
    for household, number in assignment.items():
        grids[number].add(household)
    return {frozenset(members) for members in grids.values()}


def events(kind: str) -> list[AuditEvent]:
    found = AuditEvent.objects.filter(kind=kind).order_by("at", "id")
    return door(actor("auditor"), lambda: list(found))


def test_villages_are_computed_one_by_one_and_the_scenario_ends_with_the_last() -> None:
    settle()
    settle(SIBLING_VILLAGE, seed=2, households=60)
    key = start([VILLAGE, SIBLING_VILLAGE])
    assert scenario(key).area_code == TOWNSHIP
    assert {run.state for run in runs(key).values()} == {OrderState.WAITING}
    assert work(1) == 1
    assert scenario(key).state == OrderState.RUNNING
    assert work() == 1
    assert scenario(key).state == OrderState.DONE
    assert scenario(key).ended_at is not None
    assert {run.state for run in runs(key).values()} == {OrderState.DONE}
    assert set(proposals()) == {Manner.TODAY, Manner.WHOLE, Manner.SOFT}
    assert [event.codes for event in events("division.asked")] == [{"count": 2}]
    assert [event.codes["state"] for event in events("division.computed")] == ["done", "done"]


def test_villages_wait_behind_the_ticks_on_a_queue_of_their_own() -> None:
    start([VILLAGE])
    waiting = ProcrastinateJob.objects.get(task_name="divisions.run_village")
    assert (waiting.queue_name, waiting.priority < 0) == ("computing", True)


def test_every_proposal_is_a_partition_and_its_figures_are_the_engines() -> None:
    settle()
    start([VILLAGE], given={VILLAGE: ops.GivenNumber(2, "as many as today")})
    work()
    for manner, proposal in proposals().items():
        grids = door(CLOCK, lambda p=proposal: list(p.grids.order_by("number")))
        assert len(proposal.assignment) == 120
        assert {grid.number for grid in grids} == set(proposal.assignment.values())
        assert sum(grid.households for grid in grids) == 120
        if manner == Manner.TODAY:
            continue
        reading = door(
            CLOCK, lambda m=manner: problem_of(VILLAGE, WISHES, manner=Manner(m), k=2, by=CLOCK)
        )
        plan = best_plan(reading.problem)
        assert parts(plan.numbers) == parts(proposal.assignment)
        assert proposal.report["F"] == plan.f
        assert proposal.feasible == plan.feasible
        assert proposal.target == plan.problem.target
        assert sorted(grid.deviation for grid in grids) == sorted(plan.deviations)


def test_where_the_number_of_grids_changes_the_better_of_two_searches_is_kept() -> None:
    """From today's grids, and from anywhere: balance comes first, and changes have their price."""
    settle()
    start([VILLAGE])
    work()
    kept = proposals()[Manner.SOFT]
    assert kept.k != 2
    reading = door(CLOCK, lambda: problem_of(VILLAGE, WISHES, by=CLOCK))
    near = figures_of(reading, best_plan(reading.problem).numbers)
    anywhere = figures_of(reading, best_plan(replace(reading.problem, earlier=None)).numbers)
    price = reading.problem.settings.change_price_m**2
    priced = [each["F"] + price * each["moved_persons"] for each in (near.report, anywhere.report)]
    feasible = [p for p, each in zip(priced, (near, anywhere), strict=True) if each.feasible]
    mine = kept.report["F"] + price * kept.report["moved_persons"]
    assert kept.feasible == bool(feasible)
    assert mine in [pytest.approx(each) for each in priced]
    assert not feasible or mine == pytest.approx(min(feasible))


def test_a_village_that_cannot_be_divided_keeps_the_reason() -> None:
    key = start([VILLAGE])
    work()
    run = runs(key)[VILLAGE]
    assert run.state == OrderState.FAILED
    assert Message.from_json(run.reason).code == "division.reading.no_households"
    assert scenario(key).state == OrderState.DONE


def test_a_bound_is_computed_where_it_is_asked_for() -> None:
    settle(households=60)
    start([VILLAGE], wishes=Wishes(households_per_grid=20, persons_per_grid=60, bound=True))
    work()
    soft = proposals()[Manner.SOFT]
    assert soft.feasible
    assert soft.report["bound"] > 0
    assert soft.report["gap"] >= 0


def test_divided_afresh_grids_still_continue_those_of_today() -> None:
    settle()
    start([VILLAGE], wishes=replace(WISHES, start=Start.AFRESH))
    work()
    found = proposals()
    kept = door(CLOCK, lambda: list(found[Manner.SOFT].grids.values_list("number", "kept_code")))
    assert all(code in {"", f"{VILLAGE}{number:03d}"} for number, code in kept)


def test_a_cancelled_scenario_leaves_what_waits_and_is_taken_up_again() -> None:
    settle()
    settle(SIBLING_VILLAGE, seed=2, households=60)
    key = start([VILLAGE, SIBLING_VILLAGE])
    work(1)
    centre = actor("township_centre")
    done_by(centre, ops.cancel_scenario, key)
    assert work() == 1  # the job comes, and finds nothing to do
    assert scenario(key).state == OrderState.CANCELLED
    assert sorted(run.state for run in runs(key).values()) == ["cancelled", "done"]
    with pytest.raises(Refusal, match="not_running"):
        done_by(centre, ops.cancel_scenario, key)
    assert done_by(centre, ops.resume_scenario, key) == 1
    assert scenario(key).state == OrderState.RUNNING
    work()
    assert scenario(key).state == OrderState.DONE
    assert {run.state for run in runs(key).values()} == {OrderState.DONE}
    with pytest.raises(Refusal, match="nothing_left"):
        done_by(centre, ops.resume_scenario, key)
    assert [len(events(f"division.{kind}")) for kind in ("cancelled", "resumed")] == [1, 1]


def test_a_village_whose_worker_went_away_is_asked_for_again_and_kept_once() -> None:
    settle(households=60)
    key = start([VILLAGE])
    run = runs(key)[VILLAGE]
    assert done_by(CLOCK, ops.begin_run, run.pk) is not None
    assert done_by(CLOCK, ops.begin_run, run.pk) is None  # it is in another worker's hands
    stalled = VillageRun.objects.filter(pk=run.pk)
    door(CLOCK, lambda: stalled.update(moved_at=NOW - 2 * STALLED_AFTER))
    assert done_by(CLOCK, ops.take_up_again) == 1
    assert done_by(CLOCK, ops.take_up_again) == 0
    work()  # another worker takes it in hand and finishes
    before = {each.pk for each in proposals().values()}
    done_by(CLOCK, ops.keep_proposals, run.pk, {})
    assert done_by(CLOCK, ops.begin_run, run.pk) is None
    assert {each.pk for each in proposals().values()} == before
    assert done_by(CLOCK, ops.take_up_again) == 0
    other = start([VILLAGE])
    later = NOW + timedelta(minutes=16)
    door(CLOCK, lambda: ops.begin_run(runs(other)[VILLAGE].pk, by=CLOCK, at=NOW))
    assert door(CLOCK, lambda: ops.take_up_again(by=CLOCK, at=later)) == 1
    work()
    assert scenario(other).state == OrderState.DONE


def test_the_same_question_is_answered_from_what_is_kept() -> None:
    settle(households=60)
    start([VILLAGE])
    work()
    first = proposals()[Manner.SOFT]
    key = start([VILLAGE])
    order = done_by(CLOCK, ops.begin_run, runs(key)[VILLAGE].pk)
    assert order.held[Manner.SOFT] == first.assignment
    assert set(order.held) == {Manner.SOFT, Manner.WHOLE}
    other = start([VILLAGE], seed=1)
    assert done_by(CLOCK, ops.begin_run, runs(other)[VILLAGE].pk).held == {}


def test_a_number_of_grids_by_hand_is_a_new_run_and_the_old_one_stays() -> None:
    settle()
    key = start([VILLAGE])
    work()
    old = runs(key)[VILLAGE]
    head = actor("station_head")
    number = ops.GivenNumber(2, "山两边各一个")
    again = done_by(head, ops.divide_again, old.pk, number)
    with pytest.raises(Refusal, match="asked_again_already"):
        done_by(head, ops.divide_again, again, number)
    work()
    run = runs(key)[VILLAGE]
    assert (run.pk, run.given_k, run.given_k_reason) == (again, 2, "山两边各一个")
    assert proposals()[Manner.SOFT].k == 2
    kept = door(CLOCK, lambda: queries.proposals_of([old.pk, again]))
    assert len(kept[old.pk]) == len(kept[again]) == 3


@pytest.mark.parametrize(
    ("k", "reason", "wrong"), [(0, "x", "k"), (100, "x", "k"), (2, " ", "reason")]
)
def test_a_number_by_hand_needs_sense_and_a_reason(k: int, reason: str, wrong: str) -> None:
    given = {VILLAGE: ops.GivenNumber(k, reason)}
    with pytest.raises(Refusal) as refused:
        start([VILLAGE], given=given)
    assert set(refused.value.fields) == {wrong}


def test_more_grids_than_households_fail_with_the_reason() -> None:
    settle(households=5)
    key = start([VILLAGE], given={VILLAGE: ops.GivenNumber(6, "x")})
    work()
    assert Message.from_json(runs(key)[VILLAGE].reason).code == "gridding.input.k_too_large"


@pytest.mark.parametrize(
    ("wishes", "wrong"),
    [
        (Wishes(tolerance=0.0), "tolerance"),
        (Wishes(tolerance=0.6), "tolerance"),
        (Wishes(households_per_grid=3), "households_per_grid"),
        (Wishes(persons_per_grid=9999), "persons_per_grid"),
    ],
)
def test_wishes_without_sense_are_refused_by_name(wishes: Wishes, wrong: str) -> None:
    with pytest.raises(Refusal) as refused:
        start([VILLAGE], wishes=wishes)
    assert set(refused.value.fields) == {wrong}


@pytest.mark.parametrize(
    ("key", "villages", "status"),
    [
        ("station_head", [SIBLING_VILLAGE], 404),
        ("station_head", [VILLAGE, SIBLING_VILLAGE], 404),
        ("sibling_township_centre", [VILLAGE], 404),
        ("grid_worker", [VILLAGE], 404),
        ("county_leader", [VILLAGE], 404),
        ("township_centre", [f"{TOWNSHIP}299"], 404),
        ("township_centre", ["", "x"], 404),
        ("township_centre", [], 422),
    ],
)
def test_who_may_not_or_asks_for_what_is_not_there_is_refused(
    key: str, villages: list[str], status: int
) -> None:
    with pytest.raises(Refusal) as refused:
        start(villages, by=key)
    assert refused.value.status == status


def test_a_county_asks_for_villages_of_several_townships() -> None:
    key = start([VILLAGE, "431124101204"], by="county_centre")
    assert scenario(key).area_code == COUNTY


def test_a_proposal_becomes_the_only_open_draft_of_its_village() -> None:
    settle()
    start([VILLAGE])
    work()
    whole = proposals()[Manner.WHOLE]
    head = actor("station_head")
    key = done_by(head, ops.begin_draft, whole.pk)
    draft = door(head, lambda: Draft.objects.get(pk=key))
    assert (draft.state, draft.open, draft.assignment) == ("drawing", True, whole.assignment)
    assert draft.settings == WISHES.to_json()
    grids = door(head, lambda: list(DraftGrid.objects.filter(draft=key).order_by("number")))
    assert [grid.number for grid in grids] == list(range(1, whole.k + 1))
    assert door(head, lambda: draft.steps.get().move) == "draw"
    assert events("division.drafted")[0].codes == {"manner": "whole"}
    with pytest.raises(Refusal, match="draft_one_open"):
        done_by(actor("township_centre"), ops.begin_draft, proposals()[Manner.SOFT].pk)


@pytest.mark.parametrize("key", ["sibling_head", "sibling_township_centre", "grid_worker"])
def test_of_what_lies_elsewhere_nothing_is_known(key: str) -> None:
    settle()
    asked = start([VILLAGE])
    work()
    by, run = actor(key), runs(asked)[VILLAGE]
    proposal = proposals()[Manner.SOFT]
    for operation, given in (
        (ops.cancel_scenario, (asked,)),
        (ops.resume_scenario, (asked,)),
        (ops.divide_again, (run.pk, ops.GivenNumber(2, "x"))),
        (ops.begin_draft, (proposal.pk,)),
    ):
        with pytest.raises(Refusal) as refused:
            done_by(by, operation, *given)
        assert refused.value.status == 404
    assert door(by, lambda: list(queries.scenarios(by))) == []
    assert door(by, lambda: list(queries.runs(by))) == []


@pytest.mark.parametrize("key", ["sibling_head", "sibling_township_centre"])
def test_the_second_wall_hides_it_too(key: str) -> None:
    settle()
    start([VILLAGE])
    work()
    by = actor(key)
    for model in (Scenario, VillageRun, Proposal):
        assert door(by, lambda m=model: m.objects.count()) == 0


def test_a_village_sees_its_part_of_a_countys_scenario() -> None:
    settle()
    key = start([VILLAGE, SIBLING_VILLAGE], by="county_centre")
    work()
    head = actor("station_head")
    assert door(head, lambda: list(queries.scenarios(head))) == []
    (run,) = door(head, lambda: list(queries.runs(head)))
    assert (run.scenario_id, run.village_code) == (key, VILLAGE)
    assert run.settings == WISHES.to_json()
