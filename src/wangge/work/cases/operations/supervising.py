"""Supervision of a case: an item for the unit addressed, taken back by undo or by a withdrawal."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from wangge.lib.uuid7 import uuid7
from wangge.registers.organisations.rules.held import PostFacts
from wangge.work.cases.models import Case, Supervision
from wangge.work.cases.rules.facts import CaseFacts, Chair
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.states import Card

SUPERVISING = frozenset({MoveCode.SUPERVISE, MoveCode.INSTRUCT})


def note_supervision(
    case: Case, code: MoveCode, chair: Chair, given: Given, before: CaseFacts, at: datetime
) -> None:
    """What a move does to the supervisions of a case; most moves do nothing to them."""
    if code in SUPERVISING:
        if given.card is Card.WITHDRAWN:
            _withdraw(case, _addressed(given), at)
        else:
            _issue(case, chair, given, at)
    elif code is MoveCode.UNDO and before.last_step and before.last_step.move in SUPERVISING:
        Supervision.objects.filter(case=case, issued_at=before.last_step.at).update(withdrawn_at=at)


def _addressed(given: Given) -> UUID:
    assert given.unit is not None  # noqa: S101 - a need of both moves
    return given.unit.unit_id


def _issue(case: Case, chair: Chair, given: Given, at: datetime) -> None:
    assert isinstance(chair, PostFacts)  # noqa: S101 - only posts supervise
    Supervision(
        id=uuid7(at),
        case=case,
        unit_id=_addressed(given),
        by_unit_id=chair.unit.unit_id,
        grade=given.card.value if given.card else Card.ORDINARY.value,
        words=given.words,
        issued_at=at,
        answer_due_at=given.answer_due or case.next_look_at or at,
    ).save(force_insert=True)


def _withdraw(case: Case, unit_id: UUID, at: datetime) -> None:
    open_items = Supervision.objects.filter(case=case, unit=unit_id, answered_at=None)
    open_items.filter(withdrawn_at=None).update(withdrawn_at=at)
