"""The list of cases I may see, with its filters in the address, and search by number."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.insight.lists.queries.cases import CASES
from wangge.interfaces.console.floor import case_rows
from wangge.interfaces.console.floor.narrowing import below, crumbs
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.console.floor.taking_out import take_out_address
from wangge.interfaces.web.components.shapes import FilterGroup, Link
from wangge.interfaces.web.listing import page_of, with_parameter
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib import case_number
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.work.cases.queries.lists import CaseFilter
from wangge.work.cases.queries.search import containing
from wangge.work.cases.queries.sight import case_by_number
from wangge.work.cases.rules.categories import groups
from wangge.work.cases.rules.states import State

_LIGHTS = ("red", "yellow")


@require_GET
@signed_in()
def case_list(request: Request) -> HttpResponse:
    """Cases by filter. Open ones by due time, all or closed ones by the day they were reported."""
    actor, at = request.actor, request.now
    chosen = CaseFilter.said(request.GET)
    rows = chosen.for_home(actor).seen_by(actor, at).for_lists()
    found = page_of(request, rows, chosen.order)
    return console_page(
        request,
        "console/cases/list.html",
        here="cases",
        columns=case_rows.COLUMNS,
        found=found,
        rows=case_rows.rows(found.rows, at),
        groups=_groups(request, chosen),
        crumbs=crumbs(request, chosen.area or settings.COUNTY_CODE),
        below=below(request, areas.children_of(chosen.area or settings.COUNTY_CODE)),
        export_url=take_out_address(request, CASES),
        clear=request.path if chosen != CaseFilter(state="open") else "",
        shows=Message("console.cases.by_due" if chosen.by_due else "console.cases.by_day"),
    )


def _groups(request: Request, chosen: CaseFilter) -> list[FilterGroup]:
    states = ["open", *(state.value for state in State)]
    return [
        FilterGroup(
            Message("console.filter.state"),
            [
                Link(
                    Message(f"console.filter.state.{state}"),
                    with_parameter(request, "state", state),
                    current=chosen.state == state,
                )
                for state in [*states, "all"]
            ],
        ),
        FilterGroup(
            Message("console.filter.light"),
            [
                Link(
                    Message(f"web.light.{light}"),
                    with_parameter(request, "light", "" if chosen.light == light else light),
                    current=chosen.light == light,
                )
                for light in _LIGHTS
            ],
        ),
        FilterGroup(
            Message("console.filter.category"),
            [
                Link(
                    Message(f"case.category.{group}"),
                    with_parameter(request, "category", "" if chosen.category == group else group),
                    current=chosen.category == group,
                )
                for group in groups()
            ],
        ),
    ]


@require_GET
@signed_in()
def search(request: Request) -> HttpResponse:
    """A case number leads straight to the case; other words to a list of cases that contain them."""
    asked = request.GET.get("q", "").strip()
    try:
        number = case_number.normalise(asked)
    except Invalid:
        return _found_by_words(request, asked)
    case = case_by_number(number, request.actor)
    return redirect(reverse("case", args=[case.number]))


def _found_by_words(request: Request, asked: str) -> HttpResponse:
    actor, at = request.actor, request.now
    found = containing(asked, actor) if asked else []
    return console_page(
        request,
        "console/cases/search.html",
        here="cases",
        columns=case_rows.COLUMNS,
        rows=case_rows.rows(list(found), at),
        asked=asked,
    )
