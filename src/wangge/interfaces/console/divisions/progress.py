"""A scenario under way: the table fills as villages are done; it can be cancelled and resumed."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from wangge.access.permissions import Permission
from wangge.insight.divisions import operations
from wangge.insight.divisions.models import Scenario, VillageRun
from wangge.insight.divisions.queries import scenarios as divisions
from wangge.insight.divisions.rules.wishes import Wishes
from wangge.interfaces.console.divisions.listed import (
    VILLAGES,
    check_part,
    progress_words,
    scenario_words,
    village_rows,
)
from wangge.interfaces.console.divisions.words import standard_words
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.registers.orders.rules import OrderState

_BY_VILLAGE = ("village_code", "id")


@require_GET
@signed_in()
def scenario_page(request: Request, scenario: UUID) -> HttpResponse:
    """The whole page: what was asked for, how far it is, each village."""
    found = _found(request, scenario)
    progress = divisions.progress_of([found.pk]).get(found.pk, Counter())
    names = areas.names_of([found.area_code])
    wishes = Wishes.from_json(found.settings)
    return console_page(
        request,
        "console/divisions/scenario.html",
        here="map",
        title=scenario_words(found, names, progress),
        crumbs=[Link(Message("division.tab.scenarios"), reverse("divisions"))],
        lead=standard_words(wishes),
        wishes=wishes,
        made_at=found.made_at,
        **_state(request, found, progress),
    )


@require_GET
@signed_in()
def scenario_progress(request: Request, scenario: UUID) -> HttpResponse:
    """The part that changes; nothing (204) until another village has ended."""
    found = _found(request, scenario)
    progress = divisions.progress_of([found.pk]).get(found.pk, Counter())
    if request.GET.get("seen") == _mark(found, progress):
        return HttpResponse(status=204)
    return render(
        request, "console/divisions/scenario_state.html", _state(request, found, progress)
    )


@require_POST
@signed_in(Permission.DIVISION_DRAW)
def cancel(request: Request, scenario: UUID) -> HttpResponse:
    """Stop: waiting villages are not computed."""
    operations.cancel_scenario(
        scenario,
        by=request.actor,
        at=request.now,
    )
    return redirect("division", scenario)


@require_POST
@signed_in(Permission.DIVISION_DRAW)
def resume(request: Request, scenario: UUID) -> HttpResponse:
    """Cancelled and failed villages are computed after all."""
    operations.resume_scenario(
        scenario,
        by=request.actor,
        at=request.now,
    )
    return redirect("division", scenario)


def _found(request: Request, scenario: UUID) -> Scenario:
    actor = request.actor
    check_part(actor)
    return divisions.scenario_by(scenario, actor)


def _state(request: Request, scenario: Scenario, progress: Counter[OrderState]) -> dict[str, Any]:
    rows = VillageRun.objects.filter(scenario=scenario, latest=True)
    found = page_of(request, rows, _BY_VILLAGE)
    actor = request.actor
    draws = actor.may(Permission.DIVISION_DRAW, scenario.area_code)
    going_on = scenario.state == OrderState.RUNNING
    left = progress[OrderState.CANCELLED] + progress[OrderState.FAILED]
    return {
        "going_on": going_on,
        "may_cancel": draws and going_on,
        "may_resume": draws and not going_on and left > 0,
        "left": left,
        "ended": progress.total() - progress[OrderState.WAITING] - progress[OrderState.RUNNING],
        "all": progress.total(),
        "progress": progress_words(scenario, progress),
        "ended_at": scenario.ended_at,
        "columns": VILLAGES,
        "rows": village_rows(found.rows),
        "found": found,
        "scenario": scenario.pk,
        "poll": _poll(request, scenario, progress),
    }


def _poll(request: Request, scenario: Scenario, progress: Counter[OrderState]) -> str:
    """The address for news: the same page of the list, and what was already shown."""
    asked = request.GET.copy()
    asked["seen"] = _mark(scenario, progress)
    return f"{reverse('division-progress', args=[scenario.pk])}?{asked.urlencode()}"


def _mark(scenario: Scenario, progress: Counter[OrderState]) -> str:
    counts = "-".join(str(progress[state]) for state in OrderState)
    return f"{scenario.state}-{counts}"
