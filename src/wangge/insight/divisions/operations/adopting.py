"""Bringing an approved division into force: piece by piece, each in a transaction of its own.

The pieces are ordinary operations of the registers and of casework. A job does one piece and queues
the next, so nothing is lost if it is killed in between; done twice, a piece finds nothing to do.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.divisions.models import AdoptionItem, Draft
from wangge.insight.divisions.operations.carrying_out import (
    carry_out,
    establish_grids,
    write_pieces,
)
from wangge.insight.divisions.operations.deciding import locked_draft
from wangge.insight.divisions.operations.noting import lay_out, note_move
from wangge.insight.divisions.operations.telling import tell_in_force, tell_refused
from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.queries.changes import outlook_of
from wangge.insight.divisions.rules.draft_moves import check_draft_move, moved
from wangge.insight.divisions.rules.pieces import PieceKind, pieces_of
from wangge.insight.divisions.rules.states import DraftMove, DraftState
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.operations.admission import lock_village
from wangge.registers.calendars.queries import county_day


@operation
def carry_on_due(*, by: Actor, at: datetime) -> int:
    """Queue every division whose day has come or that was left unfinished; returns how many."""
    due = list(drafts.to_be_carried_on(county_day(at)).values_list("pk", flat=True))
    for draft_id in due:
        later("divisions.carry_on", once=f"divisions.carry_on {draft_id}", draft=str(draft_id))
    return len(due)


@operation
def carry_on(draft_id: UUID, *, by: Actor, at: datetime) -> bool:
    """Do the next piece of a division's coming into force; returns whether there is more to do.

    A piece that is refused keeps the reason, and the next is done all the same. For the platform
    itself: 403 for everybody else.
    """
    if not by.is_clock:
        raise Refusal.forbidden()
    draft = locked_draft(draft_id, by)
    if draft.state == DraftState.APPROVED.value:
        return _begin(draft, by, at)
    piece = _waiting(draft).order_by("sequence").first()
    if piece is not None:
        _do(draft, piece, by, at)
    elif draft.state == DraftState.ADOPTING.value:
        _finish(draft, by, at)
    return piece is not None


@operation
def try_again(draft_id: UUID, *, by: Actor, at: datetime) -> int:
    """Have the refused pieces of a division done once more; returns how many there are.

    Open cases are sought once more too. For people who may approve; 409 where a later division of the
    village has begun since.
    """
    draft = locked_draft(draft_id, by)
    if not drafts.may_try_again(by, draft.village_code):
        raise Refusal.forbidden()
    refused = drafts.refused_pieces(draft)
    if not refused.exists():
        return 0
    if drafts.is_superseded(draft):
        raise Refusal(Message("division.refusal.superseded"))
    again = refused.update(reason=None)
    AdoptionItem.objects.filter(draft=draft, kind=PieceKind.CASES.value).update(done_at=None)
    later("divisions.carry_on", once=f"divisions.carry_on {draft_id}", draft=str(draft_id))
    return again


def _waiting(draft: Draft) -> QuerySet[AdoptionItem]:
    return AdoptionItem.objects.filter(draft=draft, done_at=None, reason__isnull=True)


def _begin(draft: Draft, by: Actor, at: datetime) -> bool:
    """Fix what will be done, from the registers as they are now, and let the new grids begin.

    The division counts from the approved day, or from today if the platform was late: no figure of
    a day that has passed changes.
    """
    today = county_day(at)
    if draft.in_force_on is None or draft.in_force_on > today:
        return False
    before = drafts.facts_of(draft)
    check_draft_move(before, DraftMove.BEGIN, by)
    lock_village(draft.village_code)
    outlook = outlook_of(draft, today, newcomers=True)
    lay_out(draft, moved(before, DraftMove.BEGIN, None), max(draft.in_force_on, today))
    establish_grids(draft, outlook.change.begins, by=by, at=at)
    write_pieces(draft, pieces_of(outlook.today, outlook.change), at, done={PieceKind.GRIDS})
    note_move(draft, DraftMove.BEGIN, post=None, by=by, at=at)
    return True


def _do(draft: Draft, piece: AdoptionItem, by: Actor, at: datetime) -> None:
    try:
        carry_out(draft, piece, by=by, at=at)
    except Refusal as refusal:
        piece.reason = refusal.message.to_json()
    else:
        piece.done_at = at
    piece.save(update_fields=["reason", "done_at"])


def _finish(draft: Draft, by: Actor, at: datetime) -> None:
    before = drafts.facts_of(draft)
    check_draft_move(before, DraftMove.FINISH, by)
    lay_out(draft, moved(before, DraftMove.FINISH, None), draft.in_force_on)
    note_move(draft, DraftMove.FINISH, post=None, by=by, at=at)
    tell_in_force(draft, before.hands, _changed_grids(draft), by=by, at=at)
    if refused := drafts.refused_pieces(draft).count():
        tell_refused(draft, refused, by=by, at=at)


def _changed_grids(draft: Draft) -> set[str]:
    """Grids that households came to or that began."""
    changed: set[str] = set()
    done = AdoptionItem.objects.filter(draft=draft, done_at__isnull=False)
    for kind, subject in done.values_list("kind", "subject"):
        if kind == PieceKind.HOUSEHOLDS.value:
            changed.add(subject["code"])
        elif kind == PieceKind.POSTS.value:
            changed.update(subject["codes"])
    return changed
