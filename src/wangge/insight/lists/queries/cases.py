"""The list of cases as the page shows it: under its filters, in the person's sight, in its columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from wangge.access.permissions import Permission
from wangge.insight.lists.rules.kinds import ListColumn, ListKind, ListRow, Outgoing, Wanted
from wangge.lib.message import Message
from wangge.registers.areas.queries import names_of
from wangge.work.cases.models import Case
from wangge.work.cases.queries.lines import light_of, place_codes, place_words, title_of
from wangge.work.cases.queries.lists import FILTERS, CaseFilter
from wangge.work.cases.rules.categories import category

_AT_ONCE = 2000  # rows in memory before they are a line each

_COLUMNS: Final = (
    ListColumn("number", Message("lists.cases.number")),
    ListColumn("case", Message("console.column.case")),
    ListColumn("light", Message("console.column.light")),
    ListColumn("due", Message("console.column.due")),
    ListColumn("state", Message("console.column.state")),
    ListColumn("category", Message("console.column.category")),
    ListColumn("place", Message("console.column.place")),
    ListColumn("unit", Message("console.column.unit")),
    ListColumn("reported", Message("console.column.reported")),
)


def _rows(wanted: Wanted) -> list[ListRow]:
    """Every case of the list, in its order. A case that hides its parties is a line as on the page."""
    chosen = CaseFilter.said(wanted.filters)
    cases = chosen.for_home(wanted.by).seen_by(wanted.by, wanted.at).for_lists()
    return list(_lines(cases.order_by(*chosen.order).iterator(_AT_ONCE), wanted))


def _lines(cases: Iterator[Case], wanted: Wanted) -> Iterator[ListRow]:
    names: dict[str, str] = {}
    while some := list(islice(cases, _AT_ONCE)):
        names |= names_of(place_codes(some) - names.keys())
        yield from (_line(case, names, wanted) for case in some)


def _line(case: Case, names: dict[str, str], wanted: Wanted) -> ListRow:
    return ListRow(
        (
            case.number,
            title_of(case),
            Message(f"web.light.{light_of(case, wanted.at)}"),
            case.due_at if case.is_open else None,
            Message(f"case.state.{case.state}"),
            category(case.category).words,
            place_words(case, names),
            Message(f"unit.kind.{case.responsible_unit.kind}"),
            case.reported_at,
        )
    )


CASES: Final = ListKind(
    code="cases",
    outgoing=Outgoing(
        columns=_COLUMNS,
        permission=Permission.CASE_MOVE,
        rows=_rows,
        filters=FILTERS,
        in_sight=True,
        names_people=True,  # a report may name anybody
    ),
)
