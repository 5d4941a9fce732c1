"""Drafts of divisions: those that wait for me, those under way, those that are over."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.insight.divisions.models import Draft
from wangge.insight.divisions.queries import drafts
from wangge.interfaces.console.divisions.listed import check_part, tabs
from wangge.interfaces.console.floor.draft_rows import COLUMNS, LATEST, draft_rows
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import FilterGroup, Link
from wangge.interfaces.web.listing import page_of, with_parameter
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message

_SHOWN = ("waiting", "under_way", "over")


@require_GET
@signed_in()
def draft_list(request: Request) -> HttpResponse:
    """The drafts of my areas, the latest first; what waits for me is shown unless asked otherwise."""
    actor = request.actor
    check_part(actor)
    asked = request.GET.get("show", "")
    shown = asked if asked in _SHOWN else _SHOWN[0]
    found = page_of(request, _rows_of(shown, actor).defer("assignment"), LATEST)
    return console_page(
        request,
        "console/divisions/draft_list.html",
        here="map",
        tabs=tabs("division-drafts"),
        groups=[_choices(request, shown)],
        heading=Message(f"draft.list.{shown}"),
        empty=Message(f"draft.list.{shown}_empty"),
        columns=COLUMNS,
        rows=draft_rows(found.rows),
        found=found,
    )


def _choices(request: Request, shown: str) -> FilterGroup:
    choices = [
        Link(Message(f"draft.list.{each}"), with_parameter(request, "show", each), each == shown)
        for each in _SHOWN
    ]
    return FilterGroup(Message("draft.column.state"), choices)


def _rows_of(shown: str, actor: Actor) -> QuerySet[Draft]:
    match shown:
        case "waiting":
            return drafts.waiting_for(actor)
        case "under_way":
            return drafts.under_way(actor)
        case _:
            return drafts.visible(actor).filter(open=False)
