"""Reporting: where, what happened, what kind of matter. Three pages, one question each.

A complaint about a unit or its staff has a fourth: about whom.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from wangge.access.actor import Actor
from wangge.interfaces.portal.filing import file_report
from wangge.interfaces.portal.forms import Report, WhatHappened
from wangge.interfaces.portal.places import (
    Place,
    groups_at,
    place_at,
    places_below,
    remember_village,
    remembered_village,
)
from wangge.interfaces.portal.proposals import propose
from wangge.interfaces.portal.receipt_in_hand import hand_over
from wangge.interfaces.web.forms import take_over
from wangge.interfaces.web.pages import page
from wangge.interfaces.web.request import Request
from wangge.lib import query_code
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.queries.units import units_over
from wangge.work.cases.rules.categories import Category, categories, categories_in, groups


@require_GET
def begin(request: Request) -> HttpResponse:
    """Straight to the village of last time; the first time, to the choice of the place."""
    village = remembered_village(request)
    return redirect("report-at", village) if village else redirect("report-where")


@require_GET
def where(request: Request, code: str = "") -> HttpResponse:
    """The townships of the county, or the villages of a township."""
    place = place_at(code) if code else None
    if place is not None and not place.is_township:
        raise Refusal.not_found(Message("area.thing"))
    return page(
        request,
        "portal/report_where.html",
        place=place,
        places=places_below(code or settings.COUNTY_CODE),
        next_page="report-at" if place else "report-in",
        county=settings.COUNTY_CODE,
    )


@require_http_methods(["GET", "POST"])
def report_at(request: Request, code: str) -> HttpResponse:
    """What happened; then what kind of matter it is; then the report is filed."""
    place = place_at(code)
    if request.method == "GET":
        return _ask_what(request, place, _fresh_form(request, place))
    if request.POST.get("page") == "what":
        return _after_what(request, place)
    return _after_kind(request, place)


def _fresh_form(request: Request, place: Place) -> WhatHappened:
    """An empty form; from the page of a worker, group and grid are already filled in."""
    known = {name: request.GET[name] for name in ("group", "grid") if name in request.GET}
    initial = {"query_code": query_code.new_code(), **known}
    return WhatHappened(groups=groups_at(place), initial=initial)


def _after_what(request: Request, place: Place) -> HttpResponse:
    form = WhatHappened(request.POST, groups=groups_at(place))
    if not form.is_valid():
        return _ask_what(request, place, form, status=422)
    proposed = propose(form.cleaned_data["words"])
    report = Report(
        initial={**form.cleaned_data, "contact": "preset"},
        groups=list(form.groups.values()),
        proposed=proposed,
    )
    return _ask_kind(request, place, report)


def _after_kind(request: Request, place: Place) -> HttpResponse:
    form = Report(
        request.POST,
        groups=groups_at(place),
        proposed=_proposed_again(request),
        units=lambda: units_over(place.code),
    )
    if not form.is_valid():
        return _ask_kind(request, place, form, status=422)
    if form.lacks_whom:
        return page(request, "portal/report_whom.html", place=place, form=form)
    try:
        receipt = file_report(form, place, by=Actor.visitor(), at=request.now)
    except Refusal as refusal:
        take_over(form, refusal)
        return _ask_kind(request, place, form, status=refusal.status)
    response = hand_over(redirect("receipt"), receipt)
    remember_village(response, place)
    return response


def _proposed_again(request: Request) -> list[Category]:
    """The cards again, with the chosen one among them although the words may have changed."""
    proposed = propose(request.POST.get("words", ""))
    chosen = categories().get(request.POST.get("category", ""))
    return proposed if chosen is None or chosen in proposed else [chosen, *proposed]


def _ask_what(
    request: Request, place: Place, form: WhatHappened, *, status: int = 200
) -> HttpResponse:
    return page(request, "portal/report_what.html", status=status, place=place, form=form)


def _ask_kind(request: Request, place: Place, form: Report, *, status: int = 200) -> HttpResponse:
    return page(
        request,
        "portal/report_kind.html",
        status=status,
        place=place,
        form=form,
        emergency=any(each.emergency_number_first for each in form.proposed),
        kinds=[(group, categories_in(code)) for code, group in groups().items()],
        chosen=str(form["other_category"].value() or ""),
    )
