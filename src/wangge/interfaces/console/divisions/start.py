"""Asking the engine for divisions: for which places, with which settings."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.insight.divisions import operations
from wangge.insight.divisions.queries import scenarios as divisions
from wangge.interfaces.console.divisions.forms import StartForm
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Link, Option
from wangge.interfaces.web.forms import take_over
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level, contains
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.areas.models import Area

DRAW = Permission.DIVISION_DRAW


@require_http_methods(["GET", "POST"])
@signed_in(DRAW)
def start(request: Request) -> HttpResponse:
    """The form for one area: its townships, its villages, or the village itself."""
    actor = request.actor
    area = _area(request, actor)
    below = list(areas.children_of(area)) if len(area) < Level.VILLAGE else []
    form = StartForm(_places(area, below), request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                scenario = operations.start_scenario(
                    divisions.villages_to_divide(form.cleaned_data["places"]),
                    form.wishes,
                    seed=form.cleaned_data["seed"],
                    by=actor,
                    at=request.now,
                )
                return redirect("division", scenario)
            except Refusal as refusal:
                if refusal.status not in {409, 422}:
                    raise
                take_over(form, refusal)
    return console_page(
        request,
        "console/divisions/start.html",
        here="map",
        status=status,
        crumbs=_crumbs(area, actor),
        below=_links(below) if len(area) < Level.TOWNSHIP else [],
        form=form,
        action=request.get_full_path(),
        back=reverse("divisions"),
    )


def _area(request: Request, actor: Actor) -> str:
    """The area in the address if the actor may draw there, else the widest where they may."""
    home = actor.areas(DRAW)[0]
    asked = areas.known_code(request.GET.get("area", ""), home)
    return asked if actor.may(DRAW, asked) else home


def _places(area: str, below: list[Area]) -> list[Option]:
    """The places to tick; those without households are not ticked at first."""
    counted = divisions.households_below(area)
    if not below:
        return [Option(area, areas.names_of([area]).get(area, area), chosen=True)]
    return [
        Option(
            each.code,
            Message("division.place", name=each.name, households=counted.get(each.code, 0)),
            chosen=each.code in counted,
        )
        for each in below
    ]


def _crumbs(area: str, actor: Actor) -> list[Link]:
    """The path to the area, beginning where the actor may draw."""
    reach = actor.areas(DRAW)
    return [
        Link(each.name, f"?area={each.code}", current=each.code == area)
        for each in areas.path_of(area)
        if any(contains(code, each.code) for code in reach)
    ]


def _links(below: list[Area]) -> list[Link]:
    return [Link(each.name, f"?area={each.code}") for each in below]
