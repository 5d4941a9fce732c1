"""Who may do what with a draft now: the one decision that page and operation ask.

Three people agree to a division. The one who submits a draft does not endorse it, and nobody who
drew, submitted or endorsed it approves it. A township head may thus correct a line and endorse
the draft that a clerk submits: the county still looks at it with other eyes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final
from uuid import UUID

from wangge.access.actor import Actor, HeldPost
from wangge.access.permissions import Permission
from wangge.insight.divisions.rules.states import NEXT, DraftMove, DraftState
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFacts:
    """A draft as far as its law needs it.

    ``unplaced`` households of the village have no grid in it; ``faulty`` if the rule of division
    is broken somewhere (balance, contiguity), which needs a reason but can be agreed to.
    """

    state: DraftState
    village_code: str
    drawn_by: frozenset[UUID]
    submitted_by: UUID | None = None
    endorsed_by: UUID | None = None
    unplaced: int = 0
    faulty: bool = False

    @property
    def hands(self) -> frozenset[UUID]:
        """Everybody who had a part in the draft and therefore may not approve it."""
        parts = (self.submitted_by, self.endorsed_by)
        return self.drawn_by | {person for person in parts if person is not None}


@dataclass(frozen=True, slots=True)
class LawfulDraftMove:
    """A move that is open to somebody, in which post, and what it asks for."""

    move: DraftMove
    post: HeldPost
    needs_words: bool
    needs_day: bool


OF_PEOPLE: Final = (
    DraftMove.SUBMIT,
    DraftMove.ENDORSE,
    DraftMove.APPROVE,
    DraftMove.SEND_BACK,
    DraftMove.GIVE_UP,
)
"""The moves that stand on the page, what carries the draft on before what takes it back."""

OF_THE_CLOCK: Final = frozenset({DraftMove.BEGIN, DraftMove.FINISH})

_ASKED: Final = MappingProxyType(
    {
        DraftMove.DRAW: Permission.DIVISION_DRAW,
        DraftMove.SUBMIT: Permission.DIVISION_DRAW,
        DraftMove.GIVE_UP: Permission.DIVISION_DRAW,
        DraftMove.ENDORSE: Permission.DIVISION_ENDORSE,
        DraftMove.APPROVE: Permission.DIVISION_APPROVE,
    }
)

TURN: Final = MappingProxyType(
    {
        DraftState.DRAWING: Permission.DIVISION_DRAW,
        DraftState.SUBMITTED: Permission.DIVISION_ENDORSE,
        DraftState.ENDORSED: Permission.DIVISION_APPROVE,
    }
)
"""Whose turn it is: who may answer a draft in this state, and sees it among what waits."""


def permission_for(move: DraftMove, state: DraftState) -> Permission:
    """The permission a move of people asks for. People who could have agreed may send back."""
    if move is DraftMove.SEND_BACK:
        return TURN.get(state, Permission.DIVISION_APPROVE)
    return _ASKED[move]


def lawful_draft_moves(draft: DraftFacts, actor: Actor) -> tuple[LawfulDraftMove, ...]:
    """What the actor may do with the draft now, in the order in which a page offers it."""
    return tuple(
        LawfulDraftMove(
            move,
            _post(draft, move, actor),
            needs_words=needs_words(draft, move),
            needs_day=move is DraftMove.APPROVE,
        )
        for move in OF_PEOPLE
        if why_not(draft, move, actor) is None
    )


def check_draft_move(draft: DraftFacts, move: DraftMove, actor: Actor) -> HeldPost | None:
    """The post in which the actor makes the move, None for the clock.

    Raises Refusal: 403 if it is never for this actor, 409 if only not now or not as it stands.
    """
    refusal = why_not(draft, move, actor)
    if refusal is None:
        return None if actor.is_clock else _post(draft, move, actor)
    if refusal.code in _NEVER:
        raise Refusal.forbidden(refusal)
    raise Refusal(refusal)


def why_not(draft: DraftFacts, move: DraftMove, actor: Actor) -> Message | None:
    """Why the actor may not make the move now; None if it is lawful."""
    if (draft.state, move) not in NEXT:
        return Message("division.refusal.state", move=move.words, state=draft.state.words)
    if (move in OF_THE_CLOCK) is not actor.is_clock:
        return Message(_SEAT, move=move.words)
    if actor.is_clock:
        return None
    if actor.post_for(permission_for(move, draft.state), draft.village_code) is None:
        return Message(_SEAT, move=move.words)
    return _same_eyes(draft, move, actor) or _incomplete(draft, move)


def own_part(draft: DraftFacts, actor: Actor) -> Message | None:
    """Why the actor may not carry the draft on although the post may: the actor had a part in it."""
    refusals = (why_not(draft, move, actor) for move in OF_PEOPLE)
    return next((no for no in refusals if no is not None and no.code == _OWN), None)


def needs_words(draft: DraftFacts, move: DraftMove) -> bool:
    """Whether a move needs a reason: taking back does, and submitting what breaks the rule."""
    taken_back = move in {DraftMove.SEND_BACK, DraftMove.GIVE_UP}
    return taken_back or (move is DraftMove.SUBMIT and draft.faulty)


def moved(draft: DraftFacts, move: DraftMove, person: UUID | None) -> DraftFacts:
    """The draft after a lawful move. KeyError for one that leads nowhere from its state."""
    after = replace(draft, state=NEXT[draft.state, move])
    match move:
        case DraftMove.DRAW:
            return replace(after, drawn_by=draft.drawn_by | ({person} if person else set()))
        case DraftMove.SUBMIT:
            return replace(after, submitted_by=person)
        case DraftMove.ENDORSE:
            return replace(after, endorsed_by=person)
        case DraftMove.SEND_BACK:
            return replace(after, submitted_by=None, endorsed_by=None)
        case _:
            return after


_SEAT: Final = "division.refusal.seat"
_OWN: Final = "division.refusal.own"
_NEVER: Final = frozenset({_SEAT, _OWN})


def _post(draft: DraftFacts, move: DraftMove, actor: Actor) -> HeldPost:
    post = actor.post_for(permission_for(move, draft.state), draft.village_code)
    assert post is not None  # noqa: S101 - asked for only where the move is lawful
    return post


def _same_eyes(draft: DraftFacts, move: DraftMove, actor: Actor) -> Message | None:
    barred: frozenset[UUID | None] = frozenset()
    if move is DraftMove.ENDORSE:
        barred = frozenset({draft.submitted_by})
    elif move is DraftMove.APPROVE:
        barred = frozenset(draft.hands)
    return Message(_OWN, move=move.words) if actor.person_id in barred else None


def _incomplete(draft: DraftFacts, move: DraftMove) -> Message | None:
    if move is DraftMove.SUBMIT and draft.unplaced:
        return Message("division.refusal.unplaced", count=draft.unplaced)
    return None
