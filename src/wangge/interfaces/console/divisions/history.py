"""The grids of a village over time, and the division each period came from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.insight.divisions.models import Draft
from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.rules.periods import Period, Span, periods
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Link, Row, Words
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import InvalidAreaCode, Level, level_of
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.areas.rules.grids import grid_words

COLUMNS = (
    Column(Message("draft.column.from_day")),
    Column(Message("draft.column.until")),
    Column(Message("draft.column.grids"), "number"),
    Column(Message("draft.column.named")),
    Column(Message("draft.column.division")),
)


@require_GET
@signed_in()
def grid_history(request: Request, code: str) -> HttpResponse:
    """The grids of a village over time, the latest first; people with a part in divisions see those too."""
    if not _is_village(code):
        raise Refusal.not_found(Message("area.thing"))
    path = areas.path_of(code)
    if not path or path[-1].code != code:
        raise Refusal.not_found(Message("area.thing"))
    actor = request.actor
    brought = {d.in_force_on: d for d in drafts.divisions_in_force(code, actor) if d.in_force_on}
    spans, names = [], {}
    for grid in areas.grids_ever(code):
        spans.append(Span(grid.code, grid.valid_from, grid.valid_to))
        names[grid.code] = grid_words(grid.name)
    found = reversed(periods(spans, brought))
    return console_page(
        request,
        "console/divisions/history.html",
        here="map",
        title=Message("draft.history_of", village=path[-1].name),
        crumbs=[Link(area.name, f"{reverse('map')}?area={area.code}") for area in path],
        columns=COLUMNS,
        rows=[_row(period, names, brought.get(period.begins)) for period in found],
    )


def _is_village(code: str) -> bool:
    try:
        return level_of(code) is Level.VILLAGE
    except InvalidAreaCode:
        return False


def _last_day(period: Period) -> Message:
    if period.ends is None:
        return Message("draft.until_now")
    return Message("draft.day", day=period.ends - timedelta(days=1))


def _row(period: Period, names: Mapping[str, Words], division: Draft | None) -> Row:
    return Row(
        (
            Message("draft.day", day=period.begins),
            _last_day(period),
            len(period.grids),
            Message("draft.names", names=tuple(names[code] for code in period.grids)),
            Message("draft.by_division") if division else Message("draft.by_hand"),
        ),
        href=reverse("division-draft", args=[division.pk]) if division else "",
    )
