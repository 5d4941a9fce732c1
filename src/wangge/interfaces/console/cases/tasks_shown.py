"""Tasks and supervisions of a case as its page shows them, with what the reader may do to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.urls import reverse

from wangge.access.actor import Actor
from wangge.interfaces.web.components.shapes import Link
from wangge.lib.message import Message
from wangge.work.cases.models import Case, Supervision
from wangge.work.cases.operations.answering import post_addressed
from wangge.work.cases.operations.tasks_of_units import Objection, post_that_may
from wangge.work.cases.queries.contents import supervisions_of, tasks_of
from wangge.work.cases.queries.seating import Sitting
from wangge.work.cases.rules.facts import CaseFacts, Chair, TaskFacts
from wangge.work.cases.rules.tasks import may_not_bind, may_not_call_off, may_not_finish

_ACTS: Final[tuple[tuple[str, Objection], ...]] = (
    ("answer-task", may_not_finish),
    ("call-off-task", may_not_call_off),
    ("bind-task", may_not_bind),
)


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task, and the addresses of what the reader may do with it now."""

    unit_words: Message
    words: str
    due_at: datetime
    done_at: datetime | None
    binding: bool
    result: str
    acts: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class SupervisionLine:
    """A supervision, and the address where the reader may answer it."""

    grade: str
    grade_words: Message
    by_words: Message
    unit_words: Message
    words: str
    answer_due_at: datetime
    answered_at: datetime | None
    answer: str
    acts: Sequence[Link] = ()


def task_lines(sitting: Sitting, at: datetime) -> list[TaskLine]:
    """Every task of the case, oldest first; one query."""
    case, facts = sitting.case, sitting.facts
    open_tasks = {task.task_id: task for task in facts.tasks}
    return [
        TaskLine(
            Message(f"unit.kind.{row.unit.kind}"),
            row.words,
            row.due_at,
            row.done_at,
            row.binding,
            row.result,
            list(_task_acts(case, facts, open_tasks.get(row.pk), sitting.chairs, at)),
        )
        for row in tasks_of(case)
    ]


def _task_acts(
    case: Case,
    facts: CaseFacts,
    task: TaskFacts | None,
    sitting: Sequence[Chair],
    at: datetime,
) -> Iterator[Link]:
    if task is None:
        return
    for name, objects in _ACTS:
        too_early = name == "bind-task" and at < task.due_at
        if not too_early and post_that_may(objects, facts, task, sitting) is not None:
            words = Message(f"console.act.{name.replace('-', '_')}")
            yield Link(words, reverse(name, args=[case.number, task.task_id]))


def supervision_lines(sitting: Sitting, actor: Actor) -> list[SupervisionLine]:
    """Every supervision of the case, oldest first; one query."""
    case, facts = sitting.case, sitting.facts
    return [
        SupervisionLine(
            row.grade,
            Message(f"case.card.{row.grade}"),
            Message(f"unit.kind.{row.by_unit.kind}"),
            Message(f"unit.kind.{row.unit.kind}"),
            row.words,
            row.answer_due_at,
            row.answered_at,
            row.answer,
            _supervision_acts(case, facts, row, sitting.chairs),
        )
        for row in supervisions_of(case, actor.units)
    ]


def _supervision_acts(
    case: Case, facts: CaseFacts, row: Supervision, sitting: Sequence[Chair]
) -> list[Link]:
    closed = row.answered_at is not None or row.withdrawn_at is not None
    if closed or post_addressed(row, facts, sitting) is None:
        return []
    address = reverse("answer-supervision", args=[case.number, row.pk])
    return [Link(Message("console.act.answer_supervision"), address)]
