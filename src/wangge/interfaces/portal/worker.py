"""Find my worker: by village and group, by place words, on the map, by the QR code on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.looks import may_look
from wangge.interfaces.portal.place_search import Found, group_words, search
from wangge.interfaces.portal.places import (
    Place,
    groups_at,
    place_at,
    places_below,
    remember_village,
    remembered_village,
)
from wangge.interfaces.portal.receipt_in_hand import run_as
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.pages import network_here, page
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area, AreaSuccession, VillagerGroup
from wangge.registers.areas.queries import are_drawn, grids_of, groups_in
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.contacts import public_contact
from wangge.registers.organisations.rules.lines import VILLAGE_STATION

GRIDS_AN_HOUR: Final = 60
"""Different grids of which one network (/24 or /64) may see the number within an hour: enough for
neighbours who share a line, too few for a list of the county's workers."""


@require_GET
def begin(request: Request) -> HttpResponse:
    """The search by words; else the village of last time; else the choice of the place."""
    village = remembered_village(request)
    if village and "q" not in request.GET and "other" not in request.GET:
        return redirect("find-worker-at", village)
    return _choice(request, None)


@require_GET
def within(request: Request, code: str) -> HttpResponse:
    """The villages of a township."""
    place = place_at(code)
    if not place.is_township:
        raise Refusal.not_found(Message("area.thing"))
    return _choice(request, place)


def _choice(request: Request, place: Place | None) -> HttpResponse:
    typed = request.GET.get("q", "").strip()[:60]
    return page(
        request,
        "portal/find_worker.html",
        place=place,
        typed=typed,
        found=[_link(each) for each in search(typed)] if typed else [],
        places=[
            Link(
                area.name,
                reverse("find-worker-at" if place else "find-worker-in", args=[area.code]),
            )
            for area in places_below(place.code if place else settings.COUNTY_CODE)
        ],
    )


def _link(found: Found) -> Link:
    place = f"{found.township_name} {found.village_name}".strip()
    if found.group is None:
        return Link(place, reverse("find-worker-at", args=[found.village]))
    label = Message("portal.place", place=place, within=group_words(found.group))
    return Link(label, _address_of(found.group))


def _address_of(group: VillagerGroup) -> str:
    """The page of the group's worker; of the village where its grid is not known."""
    if not group.grid_id:
        return reverse("find-worker-at", args=[group.village_id])
    return f"{reverse('worker', args=[group.grid_id])}?{urlencode({'group': group.number})}"


@require_GET
def village(request: Request, code: str) -> HttpResponse:
    """Groups and grids of a village as big buttons; names and phones are shown one grid at a time."""
    place = place_at(code)
    if not place.is_village:
        raise Refusal.not_found(Message("area.thing"))
    groups = groups_at(place)
    response = page(
        request,
        "portal/find_worker_at.html",
        place=place,
        groups=[Link(group_words(each), _address_of(each)) for each in groups if each.grid_id],
        grids=[
            Link(grid_words(grid.name), reverse("worker", args=[grid.code]))
            for grid in grids_of(code)
        ],
        drawn=are_drawn(code),
        station_phone=_station_phone(code),
    )
    remember_village(response, place)
    return response


@require_GET
def short(request: Request, code: str) -> HttpResponse:
    """The address in the QR code of a village's poster."""
    return redirect("find-worker-at", code)


@outside_door
@require_GET
def worker(request: Request, code: str) -> HttpResponse:
    """The worker of one grid and the number agreed to, as a button that dials it."""
    visitor, at = Actor.visitor(), request.now
    network = network_here(request)
    may_see = door(
        visitor,
        lambda: _is_in_force(code, at) and may_look(network, code, most=GRIDS_AN_HOUR, at=at),
    )
    response = run_as(visitor, request, lambda: _answer(request, code, may_see=may_see))
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _is_in_force(code: str, at: datetime) -> bool:
    return Area.objects.current(county_day(at)).filter(pk=code, level=Level.GRID).exists()


def _answer(request: Request, code: str, *, may_see: bool) -> HttpResponse:
    day = county_day(request.now)
    place = place_at(code[: Level.VILLAGE])
    contact = public_contact(code, day)
    if contact is None:
        return _ended(request, code, place)
    groups = list(groups_in(code, day))
    group = _group_of(request, groups)
    response = page(
        request,
        "portal/worker.html",
        status=200 if may_see else 429,
        place=place,
        grid=grid_words(contact.grid_name),
        worker=contact.worker,
        may_see=may_see,
        phone=contact.phone if may_see and not contact.of_station else "",
        groups=[group_words(each) for each in groups],
        here=group_words(group) if group else "",
        station_phone=_station_phone(place.code),
        hotline=settings.HOTLINE,
        report_url=_report_url(place, code, group),
    )
    remember_village(response, place)
    return response


def _ended(request: Request, code: str, place: Place) -> HttpResponse:
    """A grid that has ended: posters outlive it, so its page leads to the grids that came after it."""
    if not Area.objects.filter(pk=code, level=Level.GRID).exists():
        raise Refusal.not_found(Message("area.thing"))
    after = AreaSuccession.objects.filter(former=code, successor__valid_to=None)
    grids = [row.successor for row in after.select_related("successor").order_by("successor")]
    return page(
        request,
        "portal/worker_moved.html",
        place=place,
        grids=[Link(grid_words(each.name), reverse("worker", args=[each.code])) for each in grids],
    )


def _group_of(request: Request, groups: Sequence[VillagerGroup]) -> VillagerGroup | None:
    """The group by which the visitor came, or the only one there is."""
    asked = request.GET.get("group", "")
    chosen = next((each for each in groups if str(each.number) == asked), None)
    return chosen or (groups[0] if len(groups) == 1 else None)


def _report_url(place: Place, code: str, group: VillagerGroup | None) -> str:
    said = {"grid": code} | ({"group": str(group.number)} if group else {})
    return f"{reverse('report-at', args=[place.code])}?{urlencode(said)}"


def _station_phone(village_code: str) -> str:
    stations = Unit.objects.filter(kind=VILLAGE_STATION, area=village_code, valid_to=None)
    return stations.values_list("phone", flat=True).first() or ""
