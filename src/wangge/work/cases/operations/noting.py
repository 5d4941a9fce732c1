"""Writing down what a move did: the step, the term, who takes part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from wangge.access.actor import Actor
from wangge.lib.uuid7 import uuid7
from wangge.registers.organisations.models import Post
from wangge.work.cases.models import (
    Case,
    CaseFile,
    CaseParticipant,
    CaseStep,
    CaseTask,
    CaseTerm,
)
from wangge.work.cases.rules.facts import CaseFacts, TaskFacts
from wangge.work.cases.rules.limits import explanation
from wangge.work.cases.rules.move_codes import Stage
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.outcome import NewTask
from wangge.work.terms.rules.terms import Term

# How far back and ahead a phone's clock is believed.
OLDEST_OCCURRENCE = timedelta(days=30)
FASTEST_CLOCK = timedelta(minutes=10)


def note_step(
    case: Case,
    move: StrEnum,
    *,
    stage: Stage = Stage.DO,
    before: CaseFacts | None,
    post: UUID | None,
    by: Actor,
    at: datetime,
    words: str = "",
    for_reporter: bool = False,
    occurred_at: datetime | None = None,
    data: Mapping[str, Any] | None = None,
) -> CaseStep:
    """Add the step to the story: a move or another step. `case` already is as it will be after it."""
    step = CaseStep(
        id=uuid7(at),
        case=case,
        ordinal=case.version,
        move=move.value,
        stage=stage.value,
        at=at,
        occurred_at=occurred_at,
        clock_doubtful=clock_is_doubtful(occurred_at, at),
        from_state=before.state.value if before else "",
        to_state=case.state,
        from_level=int(before.level) if before else None,
        to_level=case.level,
        person_id=by.person_id,
        post_id=post,
        unit_id=_unit_of(post),
        to_unit_id=case.responsible_unit_id,
        words=words,
        for_reporter=for_reporter,
        data={**(data or {}), **({CaseStep.BY_CLOCK: True} if by.is_clock else {})},
    )
    step.save(force_insert=True)
    return step


def clock_is_doubtful(occurred_at: datetime | None, at: datetime) -> bool:
    """Whether an instant told by a phone lies too far back or ahead: it is kept, and marked."""
    if occurred_at is None:
        return False
    return not at - OLDEST_OCCURRENCE <= occurred_at <= at + FASTEST_CLOCK


def _unit_of(post: UUID | None) -> UUID | None:
    return Post.objects.values_list("unit_id", flat=True).get(pk=post) if post else None


def note_term(case: Case, before: Term | None, after: Term | None, at: datetime) -> None:
    """End the row of the term that no longer runs and begin that of the one that does."""
    if before == after:
        return
    if before is not None:
        CaseTerm.objects.filter(case=case, ended_at=None).update(ended_at=at)
    if after is not None:
        term_row(case, after, at).save(force_insert=True)


def term_row(case: Case, term: Term, at: datetime) -> CaseTerm:
    """A term of the law as the row that keeps it."""
    return CaseTerm(
        id=uuid7(at),
        case=case,
        phase=term.phase.value,
        key=term.allowance.key,
        level=int(term.allowance.level),
        amount=term.allowance.amount,
        unit=term.allowance.unit,
        started_at=term.started_at,
        due_at=term.due_at,
        yellow_at=term.yellow_at,
        on_due=term.allowance.on_due.value,
        provisional=term.provisional,
        explanation=explanation(term).to_json(),
    )


def note_participants(
    case: Case, joining: Iterable[tuple[UUID, str]], leaving: Iterable[UUID], at: datetime
) -> None:
    """Units that take part from now on, each with its role, and those that no longer do."""
    CaseParticipant.objects.filter(case=case, unit__in=leaving, ends_at=None).update(ends_at=at)
    current = set(
        CaseParticipant.objects.filter(case=case, ends_at=None).values_list("unit_id", "role")
    )
    note_joining(case, (each for each in dict.fromkeys(joining) if each not in current), at)


def note_joining(case: Case, joining: Iterable[tuple[UUID, str]], at: datetime) -> None:
    """Units that take part from now on and did not in this role before."""
    CaseParticipant.objects.bulk_create(
        CaseParticipant(id=uuid7(at), case=case, unit_id=unit, role=role, starts_at=at)
        for unit, role in joining
    )


@cache
def _given_codec() -> TypeAdapter[Given]:
    return TypeAdapter(Given)


def as_data(given: Given) -> dict[str, Any]:
    """What was said with a move, as plain JSON values; what was not said is left out."""
    plain = _given_codec().dump_python(given, mode="json", exclude_defaults=True)
    plain.pop("words", None)  # it has a column of its own
    return dict(plain)


def note_files(step: CaseStep, given: Given, at: datetime) -> None:
    """Attach the photos that came with a move to its step."""
    roles = [("other", file) for file in given.photo] + [
        ("after", file) for file in given.after_photo
    ]
    CaseFile.objects.bulk_create(
        CaseFile(id=uuid7(at), case_id=step.case_id, step=step, file_id=file, role=role)
        for role, file in roles
    )


def note_tasks(
    case: Case,
    before: CaseFacts,
    after: CaseFacts,
    new: Sequence[NewTask],
    words: str,
    at: datetime,
) -> tuple[TaskFacts, ...]:
    """Write new tasks and return them; close those a move took away, reopen those undo brings back."""
    had, has = _ids(before), _ids(after)
    CaseTask.objects.filter(case=case, pk__in=had - has).update(done_at=at)
    CaseTask.objects.filter(case=case, pk__in=has - had).update(done_at=None)
    rows = [
        CaseTask(
            id=uuid7(at),
            case=case,
            unit_id=task.unit.unit_id,
            kind=task.kind.value,
            words=words,
            given_at=at,
            due_at=task.due_at,
        )
        for task in new
    ]
    CaseTask.objects.bulk_create(rows)
    return tuple(
        TaskFacts(row.pk, task.kind, task.unit, task.due_at)
        for row, task in zip(rows, new, strict=True)
    )


def _ids(facts: CaseFacts) -> set[UUID]:
    return {task.task_id for task in facts.tasks}
