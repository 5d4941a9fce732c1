"""Drafts: a division taken up to be drawn, agreed to, and brought into force."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.insight.divisions.models import (
    Draft,
    DraftGrid,
    DraftStep,
    GridFigures,
    Proposal,
    ProposedGrid,
)
from wangge.insight.divisions.operations.admission import drawing_post, person_of
from wangge.insight.divisions.queries.scenarios import open_draft_of, proposal_by
from wangge.insight.divisions.rules.states import DraftMove, DraftState
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event

_FIGURES = [field.name for field in GridFigures._meta.get_fields()]


@operation
def begin_draft(proposal_id: UUID, *, by: Actor, at: datetime) -> UUID:
    """Take up a proposal as the draft of its village, to be drawn on.

    A village has one draft on its way at most: a second is refused, in the race by the constraint
    `draft_one_open`.
    """
    seen = proposal_by(proposal_id, by)
    post = drawing_post(seen.village_code, by, Message("division.thing.proposal"))
    proposal = Proposal.objects.select_related("run").get(pk=seen.pk)
    if open_draft_of(proposal.village_code) is not None:
        raise Refusal(Message("constraint.draft_one_open"))
    draft = Draft(
        id=uuid7(at),
        village_code=proposal.village_code,
        state=DraftState.DRAWING,
        proposal=proposal,
        settings=proposal.run.settings,
        k=proposal.k,
        k_reason=proposal.run.given_k_reason,
        target=proposal.target,
        balance_on=proposal.balance_on,
        assignment=proposal.assignment,
        faults=proposal.faults,
        made_by=person_of(by),
        made_by_post=post.post_id,
        made_at=at,
        saved_at=at,
    )
    draft.save(force_insert=True)
    DraftGrid.objects.bulk_create(
        DraftGrid(draft=draft, **{name: getattr(grid, name) for name in _FIGURES})
        for grid in ProposedGrid.objects.filter(proposal=proposal).order_by("number")
    )
    DraftStep(
        id=uuid7(at),
        draft=draft,
        village_code=draft.village_code,
        move=DraftMove.DRAW,
        person_id=by.person_id,
        post_id=post.post_id,
        at=at,
    ).save(force_insert=True)
    record(
        Event.DIVISION_DRAFTED,
        "division_draft",
        draft.pk,
        by=by,
        at=at,
        area_code=draft.village_code,
        post_id=post.post_id,
        manner=proposal.manner,
    )
    return draft.pk
