"""What follows from a move: the case after it, who has it then, and who hears of it.

``after`` is the only way a case changes. A move has at most one function that says what is
particular to it; its state, its clock and its recipients follow from the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from wangge.registers.organisations.rules.held import PostFacts
from wangge.work.cases.rules import handovers
from wangge.work.cases.rules.acts import Act, Turn
from wangge.work.cases.rules.answers import check_answers
from wangge.work.cases.rules.facts import CaseFacts, Request, StepFacts
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.levels import granter_of, is_checked_above, overseer_of
from wangge.work.cases.rules.limits import promise
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.moves import Recipient
from wangge.work.cases.rules.needs import said
from wangge.work.cases.rules.outcome import Joining, Outcome, Role, UnitSought
from wangge.work.cases.rules.states import ClosingType, State
from wangge.work.cases.rules.watch import next_look_at
from wangge.work.cases.rules.winding import wound
from wangge.work.terms.rules.ceiling import ceiling

HANDLING_MOVES: Final = frozenset(
    {
        MoveCode.TAKE,
        MoveCode.PROGRESS,
        MoveCode.ASK_REPORTER,
        MoveCode.COORDINATE,
        MoveCode.COMPLETE,
    }
)
"""People who make one of these have handled the case and never check it."""


def after(case: CaseFacts, act: Act, law: Law) -> Outcome:
    """What becomes of the case by the act. The act must be lawful: ``lawful`` was asked before.

    Raises Refusal (422) if what was said with it is incomplete or does not fit.
    """
    turn = Turn(case, case, act, law)
    check_answers(turn)
    if act.move is MoveCode.UNDO:
        return _looked_ahead(_undone(turn), turn)
    outcome = _by_stage(turn)
    moved = replace(outcome.case, last_step=_step(turn))
    return _looked_ahead(replace(outcome, case=moved), turn)


def _by_stage(turn: Turn) -> Outcome:
    match turn.act.stage:
        case Stage.ASK:
            return _asked(turn)
        case Stage.REFUSE:
            return Outcome(case=replace(turn.case, request=None), recipients=(Recipient.ASKER,))
        case Stage.DO | Stage.GRANT:
            return _done(turn)


def _asked(turn: Turn) -> Outcome:
    """The case as it is, with the request. The unit that may grant it joins, so that it sees it."""
    case = replace(turn.case, request=_request(turn))
    granter = UnitSought(granter_of(case, turn.act.move), case.area_code)
    return Outcome(
        case=case, joining=(Joining(granter, Role.INFORMED),), recipients=(Recipient.GRANTER,)
    )


def _done(turn: Turn) -> Outcome:
    """State, hands, clocks and promise, in that order: each builds on the one before."""
    move = MOVES[turn.act.move]
    begun = replace(turn, case=_handled(_in_state(turn.case, move.to), turn.act))
    outcome = _CHANGES.get(move.code, _unchanged)(begun)
    case = wound(replace(turn, case=outcome.case), move.clock)
    case = _promised(case, turn)
    if turn.act.stage is Stage.GRANT or outcome.handover or case.state is not turn.before.state:
        case = replace(case, request=None)  # granted, or moot in other hands and other states
    return replace(outcome, case=case, recipients=move.recipients)


def _undone(turn: Turn) -> Outcome:
    """The case as it was before its last step: state, hands, clocks and open tasks."""
    before = said(turn.case.last_step).before
    return Outcome(case=before, recipients=MOVES[MoveCode.UNDO].recipients)


def _unchanged(turn: Turn) -> Outcome:
    return Outcome(case=turn.case)


def _declined(turn: Turn) -> Outcome:
    return Outcome(case=replace(turn.case, closing=ClosingType.DECLINED, closed_at=turn.at))


def _taken(turn: Turn) -> Outcome:
    return Outcome(case=replace(turn.case, holder_post_id=turn.act.post.post_id))


def _handed(turn: Turn) -> Outcome:
    return Outcome(case=replace(turn.case, holder_post_id=said(turn.given.post)))


def _reporter_asked(turn: Turn) -> Outcome:
    return Outcome(case=replace(turn.case, questions=turn.case.questions + 1))


def _transferred(turn: Turn) -> Outcome:
    return Outcome(case=replace(turn.case, has_receipt=bool(turn.given.receipt.strip())))


def _receipt_recorded(turn: Turn) -> Outcome:
    return Outcome(case=replace(turn.case, has_receipt=True))


def _completed(turn: Turn) -> Outcome:
    photo = turn.case.has_after_photo or bool(turn.given.after_photo)
    closing = said(turn.given.closing)
    case = replace(turn.case, closing=closing, completed_at=turn.at, has_after_photo=photo)
    checker = Joining(UnitSought(overseer_of(case), case.area_code), Role.VERIFIER)
    # the ordinary checkers see the case by its place, the overseer only by taking part
    return Outcome(case=case, joining=(checker,) if is_checked_above(case) else ())


def _passed(turn: Turn) -> Outcome:
    return Outcome(case=replace(turn.case, closed_at=turn.at))


def _failed(turn: Turn) -> Outcome:
    """The same holder tries again, and shows with a new photo that it is done."""
    return Outcome(case=replace(turn.case, completed_at=None, closing=None, has_after_photo=False))


def _addressed(turn: Turn) -> Outcome:
    """The unit that is to answer takes part from now on, so that it can."""
    return Outcome(case=turn.case, joining=(Joining(said(turn.given.unit), Role.INFORMED),))


def _rated(turn: Turn) -> Outcome:
    return Outcome(case=replace(turn.case, rated=True))


def _merged(turn: Turn) -> Outcome:
    return Outcome(case=replace(turn.case, main_case_id=said(turn.given.main_case)))


def _unmerged(turn: Turn) -> Outcome:
    state = said(turn.case.state_before_merge)
    case = replace(turn.case, state=state, main_case_id=None, state_before_merge=None)
    return Outcome(case=case)


_CHANGES: Final[Mapping[MoveCode, Callable[[Turn], Outcome]]] = MappingProxyType(
    {
        MoveCode.ACCEPT: handovers.accepted,
        MoveCode.DECLINE: _declined,
        MoveCode.RELOCATE: handovers.relocated,
        MoveCode.RECLASSIFY: handovers.reclassified,
        MoveCode.DISPATCH: handovers.dispatched,
        MoveCode.TAKE: _taken,
        MoveCode.HAND: _handed,
        MoveCode.ASK_REPORTER: _reporter_asked,
        MoveCode.COORDINATE: handovers.coordinated,
        MoveCode.ESCALATE: handovers.escalated,
        MoveCode.ASSIGN: handovers.dispatched,
        MoveCode.SEND_BACK: handovers.sent_back,
        MoveCode.DECIDE: handovers.decided,
        MoveCode.TRANSFER: _transferred,
        MoveCode.RECORD_RECEIPT: _receipt_recorded,
        MoveCode.RETURN: handovers.returned,
        MoveCode.COMPLETE: _completed,
        MoveCode.VERIFY_PASS: _passed,
        MoveCode.VERIFY_FAIL: _failed,
        MoveCode.RATE: _rated,
        MoveCode.REOPEN: handovers.reopened,
        MoveCode.MERGE: _merged,
        MoveCode.UNMERGE: _unmerged,
        MoveCode.SUPERVISE: _addressed,
        MoveCode.INSTRUCT: _addressed,
    }
)


def _in_state(case: CaseFacts, to: State | None) -> CaseFacts:
    """The case in the state of the table; a merged one remembers where it stood."""
    remembered = case.state if to is State.MERGED else case.state_before_merge
    return replace(case, state=to or case.state, state_before_merge=remembered)


def _handled(case: CaseFacts, act: Act) -> CaseFacts:
    if act.move not in HANDLING_MOVES:
        return case
    return replace(
        case,
        handled_by_posts=case.handled_by_posts | {act.post.post_id},
        handled_by_persons=case.handled_by_persons | {act.post.person_id},
    )


def _promised(case: CaseFacts, turn: Turn) -> CaseFacts:
    """With the first acceptance the promise and the ceiling are fixed, and never moved again."""
    if case.state is not State.ACCEPTED or case.ceiling_at is not None:
        return case
    total = promise(case.category.key, turn.at, turn.calendar)
    return replace(
        case,
        promised_at=None if total is None else total.at,
        ceiling_at=ceiling(turn.at, turn.calendar),
    )


def _looked_ahead(outcome: Outcome, turn: Turn) -> Outcome:
    look = next_look_at(outcome.case, turn.at, turn.calendar)
    return replace(outcome, case=replace(outcome.case, next_look_at=look))


def _request(turn: Turn) -> Request:
    post, given = turn.act.post, turn.given
    return Request(turn.act.move, post.post_id, post.person_id, given.amount, given.review_on)


def _step(turn: Turn) -> StepFacts:
    chair = turn.act.chair
    post_id = chair.post_id if isinstance(chair, PostFacts) else None
    before = replace(turn.before, last_step=None)
    return StepFacts(turn.act.move, post_id, turn.at, before)
