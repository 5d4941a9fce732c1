"""Finding the worker of one's grid: the township, the village, and there everybody with a number."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from wangge.interfaces.portal.places import (
    Place,
    groups_at,
    place_at,
    places_below,
    remember_village,
    remembered_village,
)
from wangge.interfaces.web.components.shapes import Words
from wangge.interfaces.web.pages import page
from wangge.lib import phone_number
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.rules import grid_words
from wangge.registers.organisations.contacts import PublicContact, public_contacts
from wangge.registers.organisations.queries import county_day


@dataclass(frozen=True, slots=True)
class WorkerLine:
    """A grid as a resident asks for it: which groups, who works it, which number to call."""

    grid: Words
    groups: Words
    worker: str
    phone: str
    call_url: str
    of_station: bool


@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """Straight to the village of last time; to the choice of the place the first time."""
    village = remembered_village(request)
    return redirect("workers-in", village) if village else redirect("workers-where")


@require_GET
def where(request: HttpRequest, code: str = "") -> HttpResponse:
    """The townships of the county, or the villages of a township."""
    place = place_at(code) if code else None
    return page(
        request,
        "portal/workers_where.html",
        place=place,
        places=places_below(code or settings.COUNTY_CODE),
        next_page="workers-in" if place else "workers-where-in",
    )


@require_GET
def workers(request: HttpRequest, code: str) -> HttpResponse:
    """Everybody who works a grid of the village, as it hangs out on the village's map."""
    place = place_at(code)
    if not place.is_village:
        raise Refusal.not_found(Message("area.thing"))
    response = page(
        request,
        "portal/workers.html",
        place=place,
        lines=_lines(request, place),
    )
    remember_village(response, place)
    return response


def _lines(request: HttpRequest, place: Place) -> list[WorkerLine]:
    grids = [grid.code for grid in places_below(place.code)]
    found = public_contacts(grids, county_day(request.now))  # type: ignore[attr-defined]
    numbers: dict[str, list[str]] = {}
    for group in groups_at(place):
        if group.grid_id:
            numbers.setdefault(group.grid_id, []).append(str(group.number))
    return [_line(found[code], numbers.get(code, [])) for code in grids if code in found]


def _line(contact: PublicContact, groups: list[str]) -> WorkerLine:
    return WorkerLine(
        grid=grid_words(contact.grid_name),
        groups=Message("portal.workers.groups", groups=tuple(groups)) if groups else "",
        worker=contact.worker,
        phone=phone_number.grouped(contact.phone),
        call_url=f"tel:{contact.phone}",
        of_station=contact.of_station,
    )
