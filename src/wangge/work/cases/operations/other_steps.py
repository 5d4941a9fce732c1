"""Steps that are not moves: they are part of the story, and the case keeps its state.

An answer, a task called off, a question made binding. After one of these the last move can no
longer be undone, because somebody has acted since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from wangge.access.actor import Actor
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.work.cases.models import Case, CaseStep
from wangge.work.cases.operations.noting import note_step, note_term
from wangge.work.cases.operations.writing import write_case
from wangge.work.cases.rules.facts import CaseFacts


class OtherStep(StrEnum):
    """The kind of such a step; it is stored in the column that holds a move's code."""

    TASK_ANSWERED = "task_answered"
    TASK_CALLED_OFF = "task_called_off"
    TASK_BOUND = "task_bound"
    SUPERVISION_ANSWERED = "supervision_answered"
    QUESTION_ANSWERED = "question_answered"
    GRID_DRAWN_ANEW = "grid_drawn_anew"  # the place is the same, its grid another


def take_step(
    case: Case,
    code: OtherStep,
    before: CaseFacts,
    after: CaseFacts,
    *,
    post: UUID | None,
    by: Actor,
    at: datetime,
    words: str = "",
    for_reporter: bool = False,
    data: Mapping[str, Any] | None = None,
    group: int | None = None,
    event: Event = Event.CASE_MOVED,
) -> CaseStep:
    """Write the locked case as `after` and record the step: the last two beats of each operation.

    `group` is the villager group that is known of the place if the step changes the area.
    """
    write_case(case, replace(after, last_step=None), at, group=group)
    step = note_step(
        case,
        code,
        before=before,
        post=post,
        by=by,
        at=at,
        words=words,
        for_reporter=for_reporter,
        data=data,
    )
    note_term(case, before.term, after.term, at)
    record(
        event,
        "case",
        case.pk,
        by=by,
        at=at,
        area_code=case.area_code,
        post_id=post,
        move=code.value,
        step=str(step.pk),
    )
    return step


def said_words(words: str) -> str:
    """The words without the blanks around them. Refused (422) if there are none."""
    if not words.strip():
        raise Refusal.invalid({"words": Message("case.task.words_missing")})
    return words.strip()
