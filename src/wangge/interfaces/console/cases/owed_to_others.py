"""What my units owe to other units' cases: tasks, answers, and questions nobody answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Final

from django.urls import reverse

from wangge.access.actor import Actor
from wangge.interfaces.web.components.shapes import Column, Link, Row
from wangge.lib.message import Message
from wangge.work.cases.queries.lines import beginning
from wangge.work.cases.queries.queue import tasks_for
from wangge.work.cases.queries.supervision import supervisions_to_answer

COLUMNS: Final = (
    Column(Message("console.column.task")),
    Column(Message("console.column.next"), "link"),
    Column(Message("console.column.due"), "moment"),
    Column(Message("console.column.kind")),
)

_Owed = tuple[datetime, Row]


def rows(actor: Actor, at: datetime, most: int) -> list[Row]:
    """The items that are due first, each with the link that settles it; two queries."""
    found = chain(_tasks(actor, at, most), _supervisions(actor, most))
    return [row for _, row in sorted(found, key=lambda owed: owed[0])[:most]]


def _tasks(actor: Actor, at: datetime, most: int) -> Iterator[_Owed]:
    for task in tasks_for(actor, at).order_by("due_at", "id")[:most]:
        ours = task.unit_id in actor.units
        kind = Message(f"console.task.{task.kind if ours else 'unanswered'}")
        act = "answer-task" if ours else "bind-task", task.case.number, task.pk
        yield task.due_at, _row(task.words, act, task.due_at, kind)


def _supervisions(actor: Actor, most: int) -> Iterator[_Owed]:
    for item in supervisions_to_answer(actor).order_by("answer_due_at", "id")[:most]:
        kind = Message(f"case.card.{item.grade}")
        act = "answer-supervision", item.case.number, item.pk
        yield item.answer_due_at, _row(item.words, act, item.answer_due_at, kind)


def _row(words: str, act: tuple[str, str, object], due_at: datetime, kind: Message) -> Row:
    name, number, key = act
    label = Message(f"console.act.{name.replace('-', '_')}")
    return Row(
        (beginning(words), Link(label, reverse(name, args=[number, key])), due_at, kind),
        href=reverse("case", args=[number]),
    )
