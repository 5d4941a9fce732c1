"""The contents of a case as they may be shown: the one way from its words and files to a page.

Some cases hide their parties (flag P). People outside the handling line then learn number,
category, village, state and clock, but not what was said nor who was where. `sight.visible` marks
every case with whether it shows its parties to the actor, and everything here goes by that mark.
A house test holds the faces to these functions.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.contrib.gis.geos import Point
from django.db.models import Exists, OuterRef, Subquery

from wangge.lib.area_code import Level
from wangge.registers.people.models import Person
from wangge.work.cases.models import Case, CaseFile, CaseStep, CaseTask, Supervision

_CODES_OF_A_STEP: Final = frozenset({"card", "channel", "closing", "rating", CaseStep.BY_CLOCK})
"""What a step bears besides words and places: grades and outcomes, which show nobody."""


@dataclass(frozen=True, slots=True)
class ReadableReport:
    """What was reported and where. `words` is None, and the place no finer than a village, where
    the parties are hidden."""

    words: str | None
    area_code: str
    place_words: str = ""
    group_number: int | None = None
    point: Point | None = None


def readable_report(case: Case) -> ReadableReport:
    """The report as the actor who asked for the case may read it."""
    if not case.shows_parties:
        return ReadableReport(None, case.area_code[: Level.VILLAGE])
    return ReadableReport(
        case.words, case.area_code, case.place_words, case.group_number, case.point
    )


def steps_of(case: Case) -> list[CaseStep]:
    """The story of a case, oldest first; `who` is the officer's name, `with_files` whether any.

    Where the parties are hidden each step says who moved the case in which post, and no more.
    """
    officer = Person.objects.filter(pk=OuterRef("person_id"), officer=True)
    steps = (
        CaseStep.objects.filter(case=case)
        .select_related("post", "unit", "to_unit")
        .annotate(  # type: ignore[no-redef]
            who=Subquery(officer.values("name")[:1]),
            with_files=Exists(CaseFile.objects.filter(step=OuterRef("pk"))),
        )
        .order_by("ordinal")
    )
    return list(steps) if case.shows_parties else [_emptied(step) for step in steps]


def _emptied(step: CaseStep) -> CaseStep:
    step.words = ""
    step.data = {name: code for name, code in step.data.items() if name in _CODES_OF_A_STEP}
    step.with_files = False
    return step


def tasks_of(case: Case) -> list[CaseTask]:
    """The tasks of a case with their units, oldest first."""
    tasks = CaseTask.objects.filter(case=case).select_related("unit").order_by("given_at", "id")
    if case.shows_parties:
        return list(tasks)
    return [_without_words(task) for task in tasks]


def _without_words(task: CaseTask) -> CaseTask:
    task.words = task.result = ""
    return task


def supervisions_of(case: Case, mine: Collection[UUID]) -> list[Supervision]:
    """The supervisions of a case, oldest first; one that my units issued or owe is told whole."""
    items = Supervision.objects.filter(case=case).select_related("unit", "by_unit")
    return [
        item if case.shows_parties or {item.unit_id, item.by_unit_id} & set(mine) else _unsaid(item)
        for item in items.order_by("issued_at", "id")
    ]


def _unsaid(item: Supervision) -> Supervision:
    item.words = item.answer = ""
    return item


def files_by_step(case: Case) -> dict[UUID, list[CaseFile]]:
    """The files of a case by the step they came with."""
    found: dict[UUID, list[CaseFile]] = {}
    for file in _files(case):
        found.setdefault(file.step_id, []).append(file)
    return found


def file_of(case: Case, key: UUID) -> CaseFile | None:
    """A file of a case with what is stored of it; None if the case has none of that key to show."""
    return next((file for file in _files(case) if file.pk == key), None)


def _files(case: Case) -> list[CaseFile]:
    if not case.shows_parties:
        return []
    return list(CaseFile.objects.filter(case=case).select_related("file").order_by("id"))
