"""A case is in somebody's hands at every moment, whatever anybody does to it or to the offices.

Officers, the reporter and the clock make random moves through the operations, as the web role,
while people are dismissed, appointed and on leave; after every step the rows are asked.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import pytest
from django.db import transaction
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from tests.work.cases import offices
from tests.work.cases.desk import GRID, Desk
from tests.work.cases.faces import in_the_api, on_the_page, to_the_reporter
from tests.work.cases.players import Players, everybody
from tests.work.cases.promises import check
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.registers.calendars.queries import county_day
from wangge.work.cases.models import CaseStep, Supervision
from wangge.work.cases.operations import move
from wangge.work.cases.operations.answering import answer_question, answer_supervision
from wangge.work.cases.operations.looking import claim_due, look_again
from wangge.work.cases.operations.tasks_of_units import answer_task, bind_task, call_off_task
from wangge.work.cases.queries.provided import given_from
from wangge.work.cases.rules.categories import categories
from wangge.work.cases.rules.lawful import LawfulMove
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import NOTHING_SAID

CLOCK = Actor.clock(COUNTY)
EVERY_STAGE = [(code, stage) for code in MoveCode for stage in Stage]
MINUTE = timedelta(minutes=1)

dice = st.integers(0, 2**32 - 1)


class Life(RuleBasedStateMachine):
    """One case of the small county, and everybody around it; all undone at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.all = transaction.atomic()
        self.all.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.all.__exit__(None, None, None)

    @initialize(
        category=st.sampled_from(sorted(categories())),
        place=st.sampled_from((GRID, GRID, VILLAGE, TOWNSHIP, COUNTY)),
        complained_of=st.sampled_from(((), ("v_committee",), ("t_land", "t_government"))),
    )
    def is_reported(self, category: str, place: str, complained_of: tuple[str, ...]) -> None:
        main = Desk()
        main.report(query_code="A3CDEFGJ")
        self.desk = Desk()
        self.desk.report(category, area_code=place, complained_of=complained_of)
        self.today = county_day(self.desk.at)
        assert main.case_id is not None
        photo = self.desk.photo("station_head")
        self.players = Players(self.desk, everybody(), photo, main.case_id)

    @rule(seed=dice)
    def it_is_worked_on(self, seed: int) -> None:
        self._moves(5, Random(seed))

    def _moves(self, most: int, rng: Random) -> None:
        """Some moves in a row, each open to the person who makes it, saying what the form offers."""
        for _ in range(1 + rng.randrange(most)):
            self.desk.at += MINUTE
            chosen = self.players.choose(rng)
            if chosen is not None:
                self._moved(*chosen, rng)
                self.all_promises_are_kept()

    def _moved(self, key: str, lawful: LawfulMove, rng: Random) -> None:
        """Done, or refused for what was said: field by field, or because the main case is hidden."""
        said = self.players.said(key, lawful, rng)

        def act(by: Actor) -> CaseStep:
            given, stage = given_from(said), lawful.stage
            return move(self.desk.case_id, lawful.move, given, by=by, at=self.desk.at, stage=stage)

        refusal = self._tried(key, act)
        if refusal is not None and not (lawful.move is MoveCode.MERGE and refusal.status == 404):
            assert (refusal.status, bool(refusal.fields)) == (422, True), refusal.message

    def _tried(self, key: str, act: Callable[[Actor], object]) -> Refusal | None:
        """The refusal, if it was refused."""
        try:
            self.players.as_(key, act)
        except Refusal as refusal:
            return refusal
        return None

    @rule(seed=dice)
    def somebody_sees_to_a_task(self, seed: int) -> None:
        """Who owes it answers, who gave it calls it off, the county makes it binding: if they may."""
        rng = Random(seed)
        tasks = sorted(self.desk.facts.tasks, key=lambda each: (each.unit.kind, each.due_at))
        if tasks:
            task = rng.choice(tasks)
            asked, done = task.task_id, rng.random() < 0.7
            acts: list[Callable[[Actor], object]] = [
                lambda by: answer_task(asked, "已办", done=done, by=by, at=self.desk.at),
                lambda by: call_off_task(asked, "不用了", by=by, at=self.desk.at),
                lambda by: bind_task(asked, by=by, at=self.desk.at),
            ]
            key = rng.choice(
                [*self.players.of(task.unit.unit_id), "county_centre", "township_centre"]
            )
            self._tried(key, rng.choice(acts))

    @rule(seed=dice)
    def somebody_answers(self, seed: int) -> None:
        """The reporter a question, a unit its supervisor: if they were asked."""
        rng = Random(seed)
        asked = self.desk.ask(
            lambda: list(Supervision.objects.filter(case=self.desk.case_id).order_by("issued_at"))
        )
        if asked and rng.random() < 0.5:
            item = rng.choice(asked)
            key = rng.choice([*self.players.of(item.unit_id), "station_head"])
            self._tried(key, lambda by: answer_supervision(item.pk, "已报", by=by, at=self.desk.at))
        else:
            case_id = self.desk.case_id
            self._tried(
                "reporter", lambda by: answer_question(case_id, "第三盏", by=by, at=self.desk.at)
            )

    @rule(
        seed=dice,
        change=st.sampled_from(
            (
                offices.somebody_leaves,
                offices.everybody_leaves,
                offices.somebody_comes,
                offices.somebody_is_away,
            )
        ),
    )
    def the_offices_change(self, seed: int, change: Callable[[Random, datetime], None]) -> None:
        rng = Random(seed)
        change(rng, self.desk.at)
        self.all_promises_are_kept()
        self._moves(2, rng)

    @rule(seed=dice, hours=st.sampled_from([1, 5, 26, 75, 24 * 8]))
    def time_passes(self, seed: int, hours: int) -> None:
        self.desk.at += timedelta(hours=hours)
        self._the_clock_ticks()
        self._moves(2, Random(seed))

    @rule(seed=dice)
    def the_next_look_comes(self, seed: int) -> None:
        ahead = self.desk.case.next_look_at
        if ahead is not None:
            self.desk.at = max(self.desk.at, ahead)
            self._the_clock_ticks()
            self._moves(2, Random(seed))

    def _the_clock_ticks(self) -> None:
        at = self.desk.at
        if county_day(at) != self.today:
            self.today = county_day(at)
            offices.a_day_begins(at)
        door(CLOCK, lambda: claim_due(by=CLOCK, at=at))
        door(CLOCK, lambda: look_again(self.desk.case_id, by=CLOCK, at=at))
        self.all_promises_are_kept()

    @rule(seed=dice)
    def what_is_shown_is_what_is_granted(self, seed: int) -> None:
        """The page, the API, the law and the operation agree on what somebody may do now."""
        rng = Random(seed)
        key = self.players.anybody(rng)
        shown = {(each.move, each.stage) for each in self.players.open_to(key)}
        if key == "reporter":
            _, offered = self.players.as_(key, lambda by: to_the_reporter(self.desk, by))
            assert offered == shown
        elif self.players.sees(key):
            assert self.players.as_(key, lambda by: on_the_page(self.desk, by)) == shown
            assert self.players.as_(key, lambda by: in_the_api(self.desk, by)) == shown
        hidden = [each for each in EVERY_STAGE if each not in shown]
        for code, stage in (*sorted(shown), *rng.sample(hidden, 6)):
            granted = self.players.as_(key, lambda by, c=code, s=stage: self._is_granted(by, c, s))
            assert granted == ((code, stage) in shown), (key, code, stage)

    def _is_granted(self, by: Actor, code: MoveCode, stage: Stage) -> bool:
        """Whether the operation makes the move or only misses words; nothing stays of it."""
        try:
            with transaction.atomic():
                move(self.desk.case_id, code, NOTHING_SAID, by=by, at=self.desk.at, stage=stage)
                transaction.set_rollback(True)
        except Refusal as refusal:
            return refusal.status == 422
        return True

    @invariant()
    def all_promises_are_kept(self) -> None:
        self.desk.ask(lambda: check(self.desk.case_row(), self.desk.at))


# A failing story is told as it was played: making it shorter would take a thousand more of them.
LIVES = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
)


@pytest.mark.django_db
def test_a_case_is_always_in_somebodys_hands() -> None:
    run_state_machine_as_test(Life, settings=LIVES)
