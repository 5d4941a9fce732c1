"""Find my worker by pressing on the map: from the county down. The lists below do the same."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.interfaces.portal.places import Place, place_at, places_below, remembered_village
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.maps import public_map
from wangge.interfaces.web.pages import page
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas.queries import are_drawn, grids_of
from wangge.registers.areas.rules.grids import grid_words


@require_GET
def begin(request: Request) -> HttpResponse:
    """The village of last time if it is drawn, else the county."""
    village = remembered_village(request)
    if village and "other" not in request.GET and are_drawn(village):
        return redirect("worker-map-at", village)
    return _shown(request, place_at(settings.COUNTY_CODE))


@require_GET
def on_map(request: Request, code: str) -> HttpResponse:
    """The area that was pressed: a township or village is shown larger, a grid leads to its worker.

    A village without outlines of grids has nothing to press: its groups are listed instead.
    """
    if len(code) == Level.GRID:
        return redirect("worker", code)
    place = place_at(code)
    if place.is_village and not are_drawn(code):
        return redirect("find-worker-at", code)
    return _shown(request, place)


def _shown(request: Request, place: Place) -> HttpResponse:
    return page(
        request,
        "portal/worker_map.html",
        place=place,
        sheet=public_map(
            place.code,
            open_url=f"{reverse('worker-map')}/{{code}}",
            locate=Message("portal.worker.map.open"),
        ),
        inside=_grids(place) if place.is_village else _areas(place),
    )


def _grids(village: Place) -> list[Link]:
    return [
        Link(grid_words(grid.name), reverse("worker", args=[grid.code]))
        for grid in grids_of(village.code)
    ]


def _areas(place: Place) -> list[Link]:
    return [
        Link(area.name, reverse("worker-map-at", args=[area.code]))
        for area in places_below(place.code)
    ]
