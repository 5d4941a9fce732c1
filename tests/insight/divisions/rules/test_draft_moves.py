"""Nobody brings a division into force alone: the life of drafts under random hands."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.factories.world import COUNTY, SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.insight.divisions.rules.draft_moves import (
    OF_PEOPLE,
    DraftFacts,
    check_draft_move,
    lawful_draft_moves,
    moved,
    why_not,
)
from wangge.insight.divisions.rules.states import NEXT, DraftMove, DraftState
from wangge.lib.refusal import Refusal

STATION = ("v_service_station", "head", VILLAGE)
TOWNSHIP_CLERK = ("t_grid_centre", "intake", TOWNSHIP)
TOWNSHIP_HEAD = ("t_grid_centre", "head", TOWNSHIP)
COUNTY_CLERK = ("county_grid_centre", "intake", COUNTY)
COUNTY_HEAD = ("county_grid_centre", "head", COUNTY)
WORKER = ("v_service_station", "grid_worker", f"{VILLAGE}001")
STRANGER = ("v_service_station", "head", SIBLING_VILLAGE)
SEATS = (STATION, TOWNSHIP_CLERK, TOWNSHIP_HEAD, COUNTY_CLERK, COUNTY_HEAD, WORKER, STRANGER)
CLOCK = Actor.clock(COUNTY)


def person(number: int, *seats: tuple[str, str, str]) -> Actor:
    posts = tuple(
        HeldPost(UUID(int=100 + SEATS.index(seat)), seat[1], UUID(int=50), seat[0], seat[2])
        for seat in seats
    )
    return Actor(ActorKind.PERSON, posts, person_id=UUID(int=number))


def draft(state: DraftState = DraftState.DRAWING, **facts: object) -> DraftFacts:
    known: dict[str, object] = {"drawn_by": frozenset({UUID(int=1)})}
    return DraftFacts(state=state, village_code=VILLAGE, **{**known, **facts})  # type: ignore[arg-type]


class Life(RuleBasedStateMachine):
    """Eight people in random seats, some in several, do whatever is lawful."""

    def __init__(self) -> None:
        super().__init__()
        self.draft = draft(drawn_by=frozenset())
        self.agreed: list[tuple[DraftMove, UUID | None]] = []

    @rule(
        number=st.integers(1, 8),
        seats=st.lists(st.sampled_from(SEATS), min_size=1, max_size=3, unique=True),
        move=st.sampled_from([DraftMove.DRAW, *OF_PEOPLE]),
    )
    def somebody(self, number: int, seats: list[tuple[str, str, str]], move: DraftMove) -> None:
        actor = person(number, *seats)
        if why_not(self.draft, move, actor) is None:
            post = check_draft_move(self.draft, move, actor)
            assert post is not None
            assert post.area_code in VILLAGE or VILLAGE in post.area_code
            self._make(move, actor.person_id)

    @precondition(lambda self: self.draft.state in {DraftState.APPROVED, DraftState.ADOPTING})
    @rule(move=st.sampled_from([DraftMove.BEGIN, DraftMove.FINISH]))
    def clock(self, move: DraftMove) -> None:
        if why_not(self.draft, move, CLOCK) is None:
            self._make(move, None)

    def _make(self, move: DraftMove, who: UUID | None) -> None:
        if move is DraftMove.SEND_BACK:
            self.agreed.clear()
        if move in {DraftMove.SUBMIT, DraftMove.ENDORSE, DraftMove.APPROVE}:
            self.agreed.append((move, who))
        self.draft = moved(self.draft, move, who)

    @invariant()
    def three_people_agreed_to_what_is_approved(self) -> None:
        if self.draft.state in {DraftState.APPROVED, DraftState.ADOPTING, DraftState.IN_FORCE}:
            assert [move for move, _ in self.agreed] == [
                DraftMove.SUBMIT,
                DraftMove.ENDORSE,
                DraftMove.APPROVE,
            ]
            people = [who for _, who in self.agreed]
            assert len(set(people)) == 3
            assert people[-1] not in self.draft.drawn_by

    @invariant()
    def what_is_over_stays_over(self) -> None:
        if not self.draft.state.open:
            everybody = person(9, *SEATS)
            assert lawful_draft_moves(self.draft, everybody) == ()


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


@pytest.mark.parametrize(
    ("seat", "state", "open_to"),
    [
        (STATION, DraftState.DRAWING, {DraftMove.SUBMIT, DraftMove.GIVE_UP}),
        (TOWNSHIP_CLERK, DraftState.DRAWING, {DraftMove.SUBMIT, DraftMove.GIVE_UP}),
        (WORKER, DraftState.DRAWING, set()),
        (STRANGER, DraftState.DRAWING, set()),
        (STATION, DraftState.SUBMITTED, set()),
        (TOWNSHIP_CLERK, DraftState.SUBMITTED, set()),
        (TOWNSHIP_HEAD, DraftState.SUBMITTED, {DraftMove.ENDORSE, DraftMove.SEND_BACK}),
        (COUNTY_HEAD, DraftState.SUBMITTED, set()),
        (TOWNSHIP_HEAD, DraftState.ENDORSED, set()),
        (COUNTY_CLERK, DraftState.ENDORSED, set()),
        (COUNTY_HEAD, DraftState.ENDORSED, {DraftMove.APPROVE, DraftMove.SEND_BACK}),
        (COUNTY_HEAD, DraftState.APPROVED, {DraftMove.SEND_BACK}),
        (COUNTY_HEAD, DraftState.ADOPTING, set()),
        (COUNTY_HEAD, DraftState.IN_FORCE, set()),
    ],
)
def test_each_has_a_turn(
    seat: tuple[str, str, str], state: DraftState, open_to: set[DraftMove]
) -> None:
    lawful = lawful_draft_moves(draft(state), person(7, seat))
    assert {each.move for each in lawful} == open_to


def refused(facts: DraftFacts, move: DraftMove, actor: Actor) -> tuple[int, str]:
    with pytest.raises(Refusal) as raised:
        check_draft_move(facts, move, actor)
    return raised.value.status, raised.value.code


def test_who_submits_does_not_endorse() -> None:
    both = person(3, TOWNSHIP_CLERK, TOWNSHIP_HEAD)
    sent = draft(DraftState.SUBMITTED, submitted_by=both.person_id)
    assert refused(sent, DraftMove.ENDORSE, both) == (403, "division.refusal.own")
    assert why_not(sent, DraftMove.SEND_BACK, both) is None


def test_who_drew_may_endorse_but_not_approve() -> None:
    drew = person(1, TOWNSHIP_HEAD, COUNTY_HEAD)
    submitted = draft(DraftState.SUBMITTED, submitted_by=UUID(int=2))
    assert why_not(submitted, DraftMove.ENDORSE, drew) is None
    endorsed = draft(DraftState.ENDORSED, submitted_by=UUID(int=2), endorsed_by=UUID(int=3))
    assert refused(endorsed, DraftMove.APPROVE, drew) == (403, "division.refusal.own")


def test_a_draft_that_forgot_a_household_is_not_submitted() -> None:
    forgetful = draft(unplaced=2)
    assert refused(forgetful, DraftMove.SUBMIT, person(1, STATION)) == (
        409,
        "division.refusal.unplaced",
    )
    assert why_not(forgetful, DraftMove.GIVE_UP, person(1, STATION)) is None


def test_a_broken_rule_asks_for_a_reason() -> None:
    (submit, give_up) = lawful_draft_moves(draft(faulty=True), person(1, STATION))
    assert (submit.needs_words, give_up.needs_words) == (True, True)
    (submit, _) = lawful_draft_moves(draft(), person(1, STATION))
    assert not submit.needs_words


def test_only_the_clock_begins_and_finishes() -> None:
    for move, state in ((DraftMove.BEGIN, "approved"), (DraftMove.FINISH, "adopting")):
        facts = draft(DraftState(state))
        assert why_not(facts, move, CLOCK) is None
        assert refused(facts, move, person(1, *SEATS))[0] == 403
    assert refused(draft(), DraftMove.SUBMIT, CLOCK)[0] == 403
    assert refused(draft(), DraftMove.FINISH, CLOCK)[0] == 409


def test_every_way_leads_somewhere() -> None:
    assert {state for state, _ in NEXT} == {state for state in DraftState if state.open}
