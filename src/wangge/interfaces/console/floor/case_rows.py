"""A case as a row of a list: the same columns on the workbench, in lists and in search results."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse

from wangge.interfaces.web.components.shapes import Column, Row
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.work.cases.models import Case
from wangge.work.cases.queries.lines import light_of, place_codes, place_words, title_of
from wangge.work.cases.rules.categories import category

COLUMNS = (
    Column(Message("console.column.case")),
    Column(Message("console.column.light"), "light"),
    Column(Message("console.column.due"), "moment"),
    Column(Message("console.column.state"), "state"),
    Column(Message("console.column.category")),
    Column(Message("console.column.place")),
    Column(Message("console.column.unit")),
    Column(Message("console.column.reported"), "moment"),
)


def rows(cases: Sequence[Case], at: datetime) -> list[Row]:
    """A row for each case; one query names all places."""
    names = areas.names_of(place_codes(cases))
    return [row(case, names, at) for case in cases]


def row(case: Case, names: dict[str, str], at: datetime) -> Row:
    """The case as one row; `names` has those of its `place_codes`."""
    return Row(
        cells=(
            title_of(case),
            light_of(case, at),
            case.due_at if case.is_open else None,
            case.state,
            category(case.category).words,
            place_words(case, names),
            Message(f"unit.kind.{case.responsible_unit.kind}"),
            case.reported_at,
        ),
        href=reverse("case", args=[case.number]),
    )
