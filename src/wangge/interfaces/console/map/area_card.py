"""The card of an area next to the map: who answers for it and what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.insight.maps.queries.cards import AreaCard, area_name, card_of
from wangge.interfaces.web.components.shapes import Fact, Link
from wangge.interfaces.web.pages import page, signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas.models import Area
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.queries.contacts import workers_of


@require_GET
@signed_in()
def area_card(request: Request, code: str) -> HttpResponse:
    """A fragment next to the map; without script, the answer leads to the area's page of grids."""
    actor, at = request.actor, request.now
    card = card_of(code, actor, at)
    whole = reverse("grids-at", args=[code])
    if not request.htmx:
        return redirect(whole)
    return page(
        request,
        "console/map/area_card.html",
        code=code,
        name=area_name(card.area),
        level=Level(card.area.level).words,
        within=card.path[-2].name if len(card.path) > 1 else "",
        facts=_facts(card),
        whole_url=whole,
        map_url=f"{reverse('map')}?area={code}",
    )


def card_address() -> str:
    """The address of any area's card, with {code}."""
    return reverse("map-card", args=["0"]).removesuffix("0") + "{code}"


def areas_listed(below: Sequence[Area], at: datetime) -> list[Link]:
    """Areas as links to their cards, grids with their workers: for people who cannot see the map."""
    grids = [area.code for area in below if area.level == Level.GRID]
    terms = workers_of(grids, county_day(at)) if grids else []
    workers: dict[str, str] = {}
    for term in terms:
        workers.setdefault(term.post.area_id, term.person.name)
    return [
        Link(
            area_name(area), reverse("map-card", args=[area.code]), hint=workers.get(area.code, "")
        )
        for area in below
    ]


def _facts(card: AreaCard) -> list[Fact]:
    facts = []
    if card.is_grid:
        worker = card.worker or Message("console.card.vacant")
        facts.append(Fact(Message("console.card.worker"), worker))
    if card.phone:
        label = Message(f"console.card.{'phone' if card.own_phone else 'centre_phone'}")
        facts.append(Fact(label, card.phone, href=f"tel:{card.phone}"))
    if not card.is_grid:
        facts.append(Fact(Message("console.card.grids"), card.grids))
    cases_url = f"{reverse('cases')}?area={card.area.code}"
    return [
        *facts,
        Fact(Message("console.card.households"), card.area.households),
        Fact(Message("console.card.persons"), card.area.persons),
        Fact(Message("console.card.open_cases"), card.open_cases, href=cases_url),
    ]
