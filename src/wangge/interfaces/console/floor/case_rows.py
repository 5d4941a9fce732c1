"""A case as a row of a list: the same columns on the workbench, in lists and in search results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.urls import reverse

from wangge.interfaces.web.components.shapes import Column, Row, Words
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.work.cases.models import Case
from wangge.work.cases.queries.contents import readable_report
from wangge.work.cases.rules.categories import category

SHOWN_WORDS = 28

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


def title_of(case: Case) -> Words:
    """The first words of the report; where the reader may not see them, its category."""
    words = readable_report(case).words
    if words is None:
        return Message("console.case.hidden", category=category(case.category).words)
    return beginning(words)


def beginning(words: str) -> str:
    """The first words of a report, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN_WORDS else f"{line[:SHOWN_WORDS]}…"


def light_of(case: Case, at: datetime) -> str:
    """green, yellow, red; "none" where no term is running."""
    if not case.is_open or case.yellow_at is None or case.due_at is None:
        return "none"
    if case.due_at < at:
        return "red"
    return "yellow" if case.yellow_at <= at else "green"


def place_codes(cases: Iterable[Case]) -> set[str]:
    """The codes of townships and villages that rows of these cases name."""
    return {code for case in cases for code in (case.township_code, case.village_code) if code}


def place_words(case: Case, names: dict[str, str]) -> Words:
    """Township, village and group; village names occur twice, so the township is always named."""
    parts = [names[code] for code in (case.township_code, case.village_code) if code in names]
    if not parts:
        return Message("console.place.unknown")
    place, group = " ".join(parts), readable_report(case).group_number
    return (
        place if group is None else Message("console.place.group", place=place, number=str(group))
    )
