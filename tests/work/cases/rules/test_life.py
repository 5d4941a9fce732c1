"""Cases live random lawful lives, from report to end, and the promises of the law hold at each step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.work.calendar import CALENDAR, MONDAY
from tests.work.cases.rules.county import LAW, everybody, reported, settled
from tests.work.cases.rules.invention import answers, codes_of_categories, places
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.rules.held import PostFacts
from wangge.registers.organisations.rules.lines import (
    CENTRES,
    COUNTY_CENTRE,
    TOWNSHIP_GOVERNMENT,
    line_above,
)
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.rules import tasks
from wangge.work.cases.rules.acts import Act
from wangge.work.cases.rules.effects import HANDLING_MOVES, after
from wangge.work.cases.rules.facts import CaseFacts, Chair, Clock, Reporter, StepFacts
from wangge.work.cases.rules.lawful import lawful_moves, why_not
from wangge.work.cases.rules.levels import overseer_of
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.states import State
from wangge.work.cases.rules.watch import look, wait_ended
from wangge.work.terms.rules.light import Light
from wangge.work.terms.rules.terms import OnDue, Phase, light_at

# Bodies and posts that may have a say in any case; apart from them only those who have it or owe it.
BODIES = {*CENTRES.values(), TOWNSHIP_GOVERNMENT, "v_oversight", *line_above(COUNTY_CENTRE)}
WATCHERS = {PostKind.SUPERVISOR, PostKind.RECORDER}
ENDED = {State.CLOSED, State.WITHDRAWN, State.MERGED}

# Moves that leave the case where it is: none of them alone would be a way out.
MARKING_TIME = {
    MoveCode.UNDO,
    MoveCode.SUPERVISE,
    MoveCode.INSTRUCT,
    MoveCode.RELOCATE,
    MoveCode.RECLASSIFY,
    MoveCode.PROGRESS,
    MoveCode.MERGE,
    MoveCode.WITHDRAW,
}

WAYS_FORWARD = tuple(code for code in MoveCode if code not in MARKING_TIME)

# Moves by which a case leaves the way of ordinary handling.
LEAVING = {MoveCode.DECLINE, MoveCode.TRANSFER, MoveCode.RATE}


class Life(RuleBasedStateMachine):
    """One case, moved by anybody who may, while the clock goes on."""

    case: CaseFacts
    at: datetime
    refused_without_fields = False
    handlers: frozenset[UUID]
    sent_back: tuple[UUID, ...]
    memory: tuple[frozenset[UUID], tuple[UUID, ...], datetime | None]

    @initialize(category=codes_of_categories, area=places)
    def is_reported(self, category: str, area: str) -> None:
        self.at = MONDAY
        self.case = reported(category, area, self.at)
        self.handlers = frozenset()
        self.sent_back = ()
        self.promised: datetime | None = None
        self.memory = (self.handlers, self.sent_back, self.promised)

    @rule(data=st.data())
    def work_goes_on(self, data: st.DataObject) -> None:
        """A few moves in a row that bring the case on."""
        for _ in range(data.draw(st.integers(1, 5))):
            self._move(data, lambda code: code not in MARKING_TIME | LEAVING)

    @rule(data=st.data())
    def something_comes_between(self, data: st.DataObject) -> None:
        """Any lawful move at all."""
        self._move(data, lambda _: True)

    def _move(self, data: st.DataObject, wanted: Callable[[MoveCode], bool]) -> None:
        """A lawful move by anybody whose seat suffices, saying anything that may fit."""
        concerned = (*officers(self.case), Reporter(), Clock())
        steps = [
            (each.move, each.stage)
            for each in lawful_moves(self.case, concerned, self.at, LAW)
            if wanted(each.move)
        ]
        if not steps:
            return
        code, stage = data.draw(st.sampled_from(steps))
        able = [
            each for each in concerned if why_not(self.case, [each], code, self.at, stage) is None
        ]
        chair = data.draw(st.sampled_from(able))
        said = data.draw(answers(self.case, code, stage, chair))
        act = Act(move=code, stage=stage, chair=chair, at=self.at, given=said)
        try:
            outcome = after(self.case, act, LAW)
        except Refusal as refusal:
            self.refused_without_fields |= not refusal.fields
            return
        before, self.case = self.case, settled(outcome, self.case)
        self._remember(before, act)

    @rule(stranger=st.sampled_from(everybody()))
    def a_stranger_meddles(self, stranger: PostFacts) -> None:
        """Who is not concerned can make no move, but take back what was the stranger's own."""
        if stranger not in officers(self.case):
            open_to = {each.move for each in lawful_moves(self.case, [stranger], self.at, LAW)}
            assert open_to <= {MoveCode.UNDO}

    @rule(hours=st.sampled_from([1, 5, 26, 75, 24 * 8]))
    def time_passes(self, hours: int) -> None:
        self.at += timedelta(hours=hours)

    @precondition(lambda self: self.case.next_look_at is not None)
    @rule()
    def the_clock_looks(self) -> None:
        """At the next look the clock does what is its to do, and sets the look after that."""
        assert self.case.next_look_at is not None
        self.at = max(self.at, self.case.next_look_at)
        seen = look(self.case, self.at)
        if seen.wait_is_over:
            self.case = wait_ended(self.case, self.at, CALENDAR)
        if seen.move is not None:
            act = Act(move=seen.move, chair=Clock(), at=self.at)
            before, self.case = self.case, after(self.case, act, LAW).case
            self._remember(before, act)

    @precondition(lambda self: self.case.tasks)
    @rule()
    def a_task_is_done(self) -> None:
        task = self.case.tasks[0]
        owing = next(each for each in everybody() if each.unit == task.unit)
        assert tasks.may_not_finish(self.case, task, owing) is None
        self.case = tasks.without(self.case, task.task_id, self.at, CALENDAR)

    @invariant()
    def an_open_case_is_never_without_owner_or_next_look(self) -> None:
        if not self.case.is_open:
            assert self.case.next_look_at is None
            return
        owners = {each.post_id for each in everybody() if each.unit == self.case.responsible}
        assert self.case.responsible_post_id in owners
        assert self.case.holder in owners
        assert self.case.next_look_at is not None

    @invariant()
    def who_is_not_at_an_end_has_a_way_forward(self) -> None:
        if self.case.state in ENDED:
            return
        concerned = (*officers(self.case), Reporter(), Clock())
        forward = any(
            why_not(self.case, concerned, code, self.at, Stage.DO) is None for code in WAYS_FORWARD
        )
        assert forward or self.case.tasks, f"{self.case.state} leads nowhere"

    @invariant()
    def the_promise_never_moves(self) -> None:
        if self.promised is not None:
            assert self.case.promised_at == self.promised

    @invariant()
    def one_clock_runs_and_tells_no_lie(self) -> None:
        term = self.case.term
        if self.case.state is State.HANDLING and not self.case.is_waiting_for_reporter:
            assert term is not None
            assert term.phase is Phase.HANDLE
        if self.case.state in ENDED:
            assert term is None
        if term is not None and term.allowance.on_due is OnDue.REVIEW:
            assert light_at(term, self.at + timedelta(days=365)) is Light.NONE

    @invariant()
    def what_was_said_is_refused_field_by_field(self) -> None:
        assert not self.refused_without_fields

    @invariant()
    def each_unit_sends_back_once(self) -> None:
        assert len(set(self.sent_back)) == len(self.sent_back)

    def _remember(self, before: CaseFacts, act: Act) -> None:
        if act.move is MoveCode.UNDO:
            assert self.case == replace(_step(before).before, next_look_at=self.case.next_look_at)
            self.handlers, self.sent_back, self.promised = self.memory
            return
        self.memory = (self.handlers, self.sent_back, self.promised)
        if act.stage in {Stage.ASK, Stage.REFUSE}:
            assert self.case.state is before.state
            return
        if act.move in {MoveCode.VERIFY_PASS, MoveCode.VERIFY_FAIL}:
            self._checked_by_somebody_else(act.chair)
        if act.move is MoveCode.SEND_BACK:
            assert not before.decided
            self.sent_back += (before.responsible.unit_id,)
        if act.move in HANDLING_MOVES:
            assert isinstance(act.chair, PostFacts)
            self.handlers |= {act.chair.person_id}
        self.promised = self.promised or self.case.promised_at

    def _checked_by_somebody_else(self, chair: Chair) -> None:
        if isinstance(chair, PostFacts):
            assert chair.person_id not in self.handlers


def officers(case: CaseFacts) -> list[PostFacts]:
    """The posts that may come to move this case: few of the hundreds of the county."""
    concerned = {*BODIES, overseer_of(case)}
    return [
        each
        for each in everybody()
        if each.unit.kind in concerned
        or each.kind in WATCHERS
        or each.unit == case.responsible
        or case.has_task_of(each.unit.unit_id)
    ]


def _step(case: CaseFacts) -> StepFacts:
    assert case.last_step is not None
    return case.last_step


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=50, stateful_step_count=25, deadline=None)
