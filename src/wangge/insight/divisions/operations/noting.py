"""Writing down what was done with a draft: its row, its story, the log."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.insight.divisions.models import Draft, DraftStep
from wangge.insight.divisions.rules.draft_moves import DraftFacts
from wangge.insight.divisions.rules.states import DraftMove
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event


def lay_out(draft: Draft, facts: DraftFacts, in_force_on: date | None) -> None:
    """Write the facts of a draft onto its locked row, under its next revision."""
    draft.state = facts.state.value
    draft.open = facts.state.open
    draft.submitted_by = facts.submitted_by
    draft.endorsed_by = facts.endorsed_by
    draft.in_force_on = in_force_on
    draft.revision += 1
    draft.save(
        update_fields=[
            "state", "open", "submitted_by", "endorsed_by", "in_force_on", "revision",
        ]
    )  # fmt: skip


def note_move(
    draft: Draft,
    move: DraftMove,
    *,
    words: str = "",
    post: UUID | None,
    by: Actor,
    at: datetime,
) -> DraftStep:
    """Add a move to the story of a draft and to the log. The draft is already as after it."""
    step = DraftStep(
        id=uuid7(at),
        draft=draft,
        village_code=draft.village_code,
        move=move.value,
        words=words,
        in_force_on=draft.in_force_on,
        person_id=by.person_id,
        post_id=post,
        at=at,
    )
    step.save(force_insert=True)
    record(
        Event.DIVISION_MOVED,
        "division_draft",
        draft.pk,
        by=by,
        at=at,
        area_code=draft.village_code,
        post_id=post,
        move=move.value,
        step=str(step.pk),
        in_force_on=draft.in_force_on.isoformat() if draft.in_force_on else None,
    )
    return step
