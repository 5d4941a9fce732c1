"""Writing a changed case: its row, its version, the units that see it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.work.cases.models import Case
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.storing import lay_out


def check_version(case: Case, version: int | None) -> None:
    """Refuse (409) a change made from a form that shows the case as it no longer is."""
    if version is not None and version != case.version:
        raise Refusal(Message("case.refusal.stale"), status=409)


def write_case(case: Case, facts: CaseFacts, at: datetime) -> None:
    """Lay the facts out onto the locked row and save it under its next version."""
    lay_out(case, facts, at)
    case.version += 1
    case.participants = sorted({*case.participants, facts.responsible.unit_id} | _asked(facts))
    case.save(force_update=True)


def _asked(facts: CaseFacts) -> set[UUID]:
    return {task.unit.unit_id for task in facts.tasks}
