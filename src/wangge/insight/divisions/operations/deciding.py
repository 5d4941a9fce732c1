"""Moving a draft on: submit, endorse, approve, send back, give up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.divisions.models import Draft, DraftStep
from wangge.insight.divisions.operations.noting import lay_out, note_move
from wangge.insight.divisions.operations.telling import tell_of_move
from wangge.insight.divisions.queries.drafts import facts_of, visible
from wangge.insight.divisions.rules.draft_moves import (
    OF_PEOPLE,
    DraftFacts,
    check_draft_move,
    moved,
    needs_words,
)
from wangge.insight.divisions.rules.states import DraftMove
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.calendars.queries import county_day


@dataclass(frozen=True, slots=True)
class Decision:
    """What is said with a move: words where it asks for a reason, the day with an approval."""

    words: str = ""
    in_force_on: date | None = None


NOTHING_SAID = Decision()


@operation
def move_draft(
    draft_id: UUID,
    move: DraftMove,
    said: Decision = NOTHING_SAID,
    *,
    by: Actor,
    at: datetime,
    revision: int | None = None,
) -> DraftStep:
    """Make a move of people with a draft; returns the step that records it.

    `revision` is that of the draft the person looked at: 409 if it has changed since. 404 for a
    draft that is not seen, 403 and 409 as the law says, 422 without the reason or day it asks for.
    """
    if move not in OF_PEOPLE:
        raise Refusal.forbidden(Message("division.refusal.seat", move=move.words))
    draft = locked_draft(draft_id, by)
    if revision is not None and revision != draft.revision:
        raise Refusal(Message("division.refusal.stale"))
    before = facts_of(draft)
    post = check_draft_move(before, move, by)
    check_said(before, move, said, county_day(at))
    after = moved(before, move, by.person_id)
    lay_out(draft, after, said.in_force_on if move is DraftMove.APPROVE else None)
    step = note_move(
        draft,
        move,
        words=said.words.strip(),
        post=post.post_id if post else None,
        by=by,
        at=at,
    )
    tell_of_move(draft, move, before, by=by, at=at)
    if move is DraftMove.APPROVE and draft.in_force_on == county_day(at):
        later("divisions.carry_on", once=f"divisions.carry_on {draft.pk}", draft=str(draft.pk))
    return step


def locked_draft(draft_id: UUID, by: Actor) -> Draft:
    """The draft, held until the transaction ends; as if it did not exist where it is not seen."""
    held = visible(by).select_for_update(no_key=True, of=("self",)).filter(pk=draft_id).first()
    if held is None:
        raise Refusal.not_found(Message("division.thing.draft"))
    return held


def check_said(draft: DraftFacts, move: DraftMove, said: Decision, today: date) -> None:
    """Refusal (422) if the move lacks its reason, or its day lies in the past."""
    wrong: dict[str, Message] = {}
    if needs_words(draft, move) and not said.words.strip():
        wrong["words"] = Message("division.refusal.words")
    if move is DraftMove.APPROVE and (said.in_force_on is None or said.in_force_on < today):
        wrong["in_force_on"] = Message("division.refusal.day")
    if wrong:
        raise Refusal.invalid(wrong)
