"""Drafts of divisions: those that wait for me, those under way, those that are over."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.insight.divisions.models import Draft
from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.queries.sight import takes_part
from wangge.interfaces.console.division_lists import check_part, tabs
from wangge.interfaces.console.draft_words import state_words, village_words
from wangge.interfaces.console.shell import console_page
from wangge.interfaces.web.components.shapes import Column, FilterGroup, Link, Row
from wangge.interfaces.web.listing import page_of, with_parameter
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas

COLUMNS = (
    Column(Message("draft.column.place")),
    Column(Message("draft.column.state")),
    Column(Message("draft.column.grids"), "number"),
    Column(Message("draft.column.faults"), "number"),
    Column(Message("draft.column.saved"), "moment"),
)
_LATEST = ("-saved_at", "-id")
_SHOWN = ("waiting", "under_way", "over")


@require_GET
@signed_in()
def draft_list(request: Request) -> HttpResponse:
    """The drafts of my areas, the latest first; what waits for me is shown unless asked otherwise."""
    actor = request.actor
    check_part(actor)
    asked = request.GET.get("show", "")
    shown = asked if asked in _SHOWN else _SHOWN[0]
    found = page_of(request, _rows_of(shown, actor).defer("assignment"), _LATEST)
    return console_page(
        request,
        "console/draft_list.html",
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


def drafts_that_wait(actor: Actor, most: int) -> list[Row]:
    """Rows of the drafts that wait for the actor; nothing is asked for who takes no part."""
    if not takes_part(actor):
        return []
    waiting = drafts.waiting_for(actor).defer("assignment").order_by(*_LATEST)
    return draft_rows(list(waiting[:most]))


def draft_rows(found: Sequence[Draft]) -> list[Row]:
    """One row a draft; the places of all are named with one query."""
    codes = {code for each in found for code in (each.village_code, _township(each))}
    names = areas.names_of(codes) if codes else {}
    return [
        Row(
            (
                village_words(each.village_code, names),
                state_words(each),
                each.k,
                len(each.faults),
                each.saved_at,
            ),
            href=reverse("division-draft", args=[each.pk]),
        )
        for each in found
    ]


def _rows_of(shown: str, actor: Actor) -> QuerySet[Draft]:
    match shown:
        case "waiting":
            return drafts.waiting_for(actor)
        case "under_way":
            return drafts.under_way(actor)
        case _:
            return drafts.visible(actor).filter(open=False)


def _township(draft: Draft) -> str:
    return str(draft.village_code)[: Level.TOWNSHIP]
