"""Drawing on a draft: each step of the editor is kept, judged and put into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.insight.divisions.models import Draft, DraftGrid
from wangge.insight.divisions.operations.admission import person_of
from wangge.insight.divisions.operations.deciding import locked_draft
from wangge.insight.divisions.operations.grid_rows import columns_of
from wangge.insight.divisions.queries.board import reading_of
from wangge.insight.divisions.queries.drafts import facts_of
from wangge.insight.divisions.rules.draft_moves import check_draft_move
from wangge.insight.divisions.rules.figures import Figures, figures_of
from wangge.insight.divisions.rules.numbering import dense_numbers
from wangge.insight.divisions.rules.reading import Reading, completed
from wangge.insight.divisions.rules.states import DraftMove
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event

MOST_GRIDS: Final = 99
"""Numbers on the board have two digits at most."""


@operation
def save_drawing(
    draft_id: UUID, revision: int, numbers: Sequence[int], *, by: Actor, at: datetime
) -> Draft:
    """Keep what was drawn: the grid of each household, in the order of their keys (the board's).

    409 if somebody else has saved since `revision`, or households came or went meanwhile; 422 for
    numbers that are none. The figures and faults are the engine's.
    """
    draft = _for_drawing(draft_id, revision, by, at)
    reading = reading_of(draft, by)
    homes = [household.id for household in reading.problem.households]
    if len(numbers) != len(homes):
        raise Refusal(Message("division.refusal.households"))
    if not all(1 <= number <= MOST_GRIDS for number in numbers):
        raise Refusal.invalid({"assignment": Message("division.refusal.numbers")})
    return _keep(draft, reading, dict(zip(homes, numbers, strict=True)), by, at)


@operation
def place_whole_groups(
    draft_id: UUID, revision: int, grids: Mapping[str, int], *, by: Actor, at: datetime
) -> Draft:
    """Put whole villager groups (by number) into grids: drawing without a board."""
    draft = _for_drawing(draft_id, revision, by, at)
    reading = reading_of(draft, by)
    if not all(1 <= number <= MOST_GRIDS for number in grids.values()):
        raise Refusal.invalid({"assignment": Message("division.refusal.numbers")})
    drawn = completed(draft.assignment, reading.problem)
    for household in reading.problem.households:
        if household.hamlet and household.hamlet in grids:
            drawn[household.id] = grids[household.hamlet]
    return _keep(draft, reading, drawn, by, at)


@operation
def set_number(
    draft_id: UUID, revision: int, k: int, reason: str, *, by: Actor, at: datetime
) -> Draft:
    """Ask for another number of grids than the rule gives, with the reason (B01)."""
    draft = _for_drawing(draft_id, revision, by, at)
    wrong = {}
    if not 1 <= k <= MOST_GRIDS:
        wrong["k"] = Message("division.refusal.numbers")
    if not reason.strip():
        wrong["reason"] = Message("division.refusal.words")
    if wrong:
        raise Refusal.invalid(wrong)
    draft.k, draft.k_reason = k, reason.strip()
    reading = reading_of(draft, by)
    return _keep(draft, reading, completed(draft.assignment, reading.problem), by, at)


def _for_drawing(draft_id: UUID, revision: int, by: Actor, at: datetime) -> Draft:
    """The draft, locked, for somebody who may draw on it now and saw its latest revision."""
    draft = locked_draft(draft_id, by)
    check_draft_move(facts_of(draft), DraftMove.DRAW, by)
    if draft.revision != revision:
        raise Refusal(Message("division.refusal.stale"))
    return draft


def _keep(
    draft: Draft, reading: Reading, drawn: Mapping[str, int], by: Actor, at: datetime
) -> Draft:
    """Judge the drawing, write it with its figures, and note whose hand was in it."""
    dense = dense_numbers(drawn.values())
    figures = figures_of(reading, {home: dense[number] for home, number in drawn.items()})
    shown = {place: number for number, place in dense.items()}
    draft.assignment = dict(drawn)
    draft.target, draft.balance_on = figures.target, figures.balance_on
    draft.faults = [fault.to_json() for fault in figures.faults]
    draft.drawn_by = sorted({*draft.drawn_by, person_of(by)})
    draft.revision += 1
    draft.saved_at = at
    draft.save(
        update_fields=[
            "assignment", "target", "balance_on", "faults", "drawn_by", "revision", "saved_at",
            "k", "k_reason",
        ]
    )  # fmt: skip
    _write_grids(draft, figures, shown)
    record(
        Event.DIVISION_DRAWN,
        "division_draft",
        draft.pk,
        by=by,
        at=at,
        area_code=draft.village_code,
        revision=draft.revision,
    )
    return draft


def _write_grids(draft: Draft, figures: Figures, shown: Mapping[int, int]) -> None:
    DraftGrid.objects.filter(draft=draft).delete()
    DraftGrid.objects.bulk_create(
        DraftGrid(
            draft=draft,
            village_code=draft.village_code,
            **(columns_of(grid) | {"number": shown[grid.number]}),
        )
        for grid in figures.grids
    )
