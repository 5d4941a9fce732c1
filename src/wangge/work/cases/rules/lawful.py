"""The one decision: which moves are lawful now, for whom, and if not, why not.

Page, API and operation all ask here, so that no button is shown that would be refused and none is
missing that would be granted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Final, TypeAlias
from uuid import UUID

from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.rules.held import PostFacts
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.rules.acts import needs_of, offers_of
from wangge.work.cases.rules.conditions import Attempt
from wangge.work.cases.rules.facts import CaseFacts, Chair, Clock, Reporter
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.moves import Move
from wangge.work.cases.rules.needs import Need
from wangge.work.cases.rules.outlook import outlook
from wangge.work.cases.rules.seats import sits


@dataclass(frozen=True, slots=True)
class LawfulMove:
    """A stage of a move that is open to somebody, and what will come of it."""

    move: MoveCode
    stage: Stage
    chair: Chair
    needs: tuple[Need, ...]
    offers: tuple[Need, ...]
    outlook: Message

    @property
    def post_id(self) -> UUID | None:
        """The post that is recorded with the step; None for the reporter and the clock."""
        return self.chair.post_id if isinstance(self.chair, PostFacts) else None


class _Nearness(IntEnum):
    """How near a refused move was: the nearest refusal is the one worth telling."""

    STATE = 0
    SEAT = 1
    ORDER = 2


@dataclass(frozen=True, slots=True)
class _No:
    """A refusal. Its words are made only when somebody asks why; most callers ask what is open."""

    case: CaseFacts
    move: Move
    stage: Stage
    nearness: _Nearness
    objection: Message | None = None

    @property
    def message(self) -> Message:
        """Why not."""
        if self.objection is not None:
            return self.objection
        code = self.move.code.words
        if self.nearness is _Nearness.SEAT:
            seats = self.move.who.seats(self.stage) or self.move.who.everybody
            who = tuple(dict.fromkeys(seat.words for seat in seats))
            return Message("case.refusal.seat", move=code, who=who)
        if self.case.state in self.move.states:
            return Message("case.refusal.not_open", move=code)
        return Message("case.refusal.state", move=code, state=self.case.state.words)


_Verdict: TypeAlias = Chair | _No


def lawful_moves(
    case: CaseFacts, chairs: Sequence[Chair], at: datetime, law: Law
) -> tuple[LawfulMove, ...]:
    """Every stage of every move that these chairs may make now, in the order of the table."""
    ordered = _lowest_first(chairs)
    return tuple(
        LawfulMove(
            move=code,
            stage=stage,
            chair=verdict,
            needs=needs_of(case, code, stage, verdict),
            offers=offers_of(code, stage),
            outlook=outlook(case, code, stage, at, law),
        )
        for code in MOVES
        for stage in Stage
        if not isinstance(verdict := _judge(case, ordered, code, stage, at), _No)
    )


def is_lawful(
    case: CaseFacts, chairs: Sequence[Chair], code: MoveCode, stage: Stage, at: datetime
) -> bool:
    """Whether these chairs may make this stage of the move now."""
    return not isinstance(_judge(case, _lowest_first(chairs), code, stage, at), _No)


def why_not(
    case: CaseFacts,
    chairs: Sequence[Chair],
    code: MoveCode,
    at: datetime,
    stage: Stage | None = None,
) -> Message | None:
    """Why these chairs may not make the move now; None if they may.

    Without a ``stage``, None if any stage of the move is open to them.
    """
    stages = Stage if stage is None else (stage,)
    ordered = _lowest_first(chairs)
    verdicts = [_judge(case, ordered, code, each, at) for each in stages]
    refusals = [verdict for verdict in verdicts if isinstance(verdict, _No)]
    if len(refusals) < len(verdicts):
        return None
    return max(refusals, key=lambda no: no.nearness).message


def chair_for(
    case: CaseFacts,
    chairs: Sequence[Chair],
    code: MoveCode,
    at: datetime,
    stage: Stage = Stage.DO,
) -> Chair:
    """The chair that makes the move and is recorded with it: the lowest one that is allowed to.

    Raises Refusal: 403 if none of the chairs may ever make it here, 409 if only not now.
    """
    verdict = _judge(case, _lowest_first(chairs), code, stage, at)
    if not isinstance(verdict, _No):
        return verdict
    if verdict.nearness is _Nearness.SEAT:
        raise Refusal.forbidden(verdict.message)
    raise Refusal(verdict.message)


def _judge(
    case: CaseFacts, ordered: Sequence[Chair], code: MoveCode, stage: Stage, at: datetime
) -> _Verdict:
    move = MOVES[code]
    if not _in_its_state(case, move):
        return _No(case, move, stage, _Nearness.STATE)
    refusal = _No(case, move, stage, _Nearness.SEAT)
    seats = move.who.seats(stage)
    for chair in ordered if seats else ():
        if not any(sits(seat, case, chair) for seat in seats):
            continue
        objection = next(_objections(case, move, stage, chair, at), None)
        if objection is None:
            return chair
        refusal = _No(case, move, stage, _Nearness.ORDER, objection)
    return refusal


def _in_its_state(case: CaseFacts, move: Move) -> bool:
    return case.state in move.states and (case.is_open or not move.asks_for_open)


def _objections(
    case: CaseFacts, move: Move, stage: Stage, chair: Chair, at: datetime
) -> Iterator[Message]:
    """What speaks against the move, although it is the right person who wants to make it."""
    asked = case.request is not None and case.request.move is move.code
    if stage in {Stage.GRANT, Stage.REFUSE}:
        if not asked:
            yield Message("case.refusal.nothing_asked")
        elif _asked_themselves(case, chair):
            yield Message("case.refusal.grants_own")
        return
    if stage is Stage.ASK and asked:
        yield Message("case.refusal.asked_already")
    attempt = Attempt(case, chair, at)
    for condition in move.conditions:
        if (message := condition(attempt)) is not None:
            yield message


def _asked_themselves(case: CaseFacts, chair: Chair) -> bool:
    """Four eyes: somebody who holds both posts cannot grant their own request."""
    return (
        case.request is not None
        and isinstance(chair, PostFacts)
        and chair.person_id == case.request.person_id
    )


_NEAREST_TO_THE_VILLAGER: Final = (
    PostKind.GRID_WORKER,
    PostKind.GRID_DEPUTY,
    PostKind.HANDLER,
    PostKind.INTAKE,
    PostKind.LIAISON,
    PostKind.RECORDER,
    PostKind.SUPERVISOR,
    PostKind.DEPUTY,
    PostKind.HEAD,
)


def _lowest_first(chairs: Sequence[Chair]) -> list[Chair]:
    """The reporter's own chair, then posts from the village up, in a unit from the worker up."""
    return sorted(chairs, key=_height)


def _height(chair: Chair) -> tuple[int, int, int, str]:
    match chair:
        case Reporter():
            return 0, 0, 0, ""
        case PostFacts():
            kinds = [kind.value for kind in _NEAREST_TO_THE_VILLAGER]
            rank = kinds.index(chair.kind) if chair.kind in kinds else len(kinds)
            return 1, -chair.unit.level, rank, str(chair.post_id)
        case Clock():
            return 2, 0, 0, ""
