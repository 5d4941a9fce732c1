"""The map: the county's areas opened at a place, a card for each, and open cases with their light."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.gis.geos import Point
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.insight.divisions.queries.sight import takes_part
from wangge.interfaces.console.area_card import areas_listed, card_address
from wangge.interfaces.console.case_list import below, crumbs
from wangge.interfaces.console.case_rows import light_of, title_of
from wangge.interfaces.console.shell import console_page
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.maps import console_map
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.interfaces.web.templatetags.reading import said
from wangge.lib.area_code import Level, level_of
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.work.cases.queries.contents import readable_report
from wangge.work.cases.queries.lists import CaseFilter
from wangge.work.cases.queries.queue import waiting_for

POINTS = 1000


@require_GET
@signed_in()
def map_page(request: Request) -> HttpResponse:
    """The map of one place; the area stands in the address as in the list of cases.

    A grid is shown within its village.
    """
    asked = request.GET.get("area", "")
    code = areas.known_code(asked[: Level.VILLAGE], home_of(request.actor))
    shown = asked if areas.is_grid_of(asked, code) else code
    inside = list(areas.children_of(code))
    return console_page(
        request,
        "console/map.html",
        here="map",
        crumbs=crumbs(request, code),
        below=below(request, inside) if level_of(code) < Level.VILLAGE else [],
        actions=_actions(request),
        sheet=console_map(shown, open_url=card_address()),
        listed=areas_listed(inside, request.now),
        points_url=f"{reverse('map-cases')}?area={code}",
        list_url=f"{reverse('cases')}?area={code}",
    )


def _actions(request: Request) -> list[Link]:
    """The way to the divisions for who has a part in them, to geodata for who edits places."""
    actor = request.actor
    found = []
    if takes_part(actor):
        found.append(Link(Message("division.heading"), reverse("divisions")))
    if actor.holds(Permission.AREA_EDIT):
        found.append(Link(Message("geodata.title"), reverse("geodata")))
    return found


def home_of(actor: Actor) -> str:
    """Where the map opens: the village, township or county the person looks after."""
    seen = actor.areas(Permission.CASE_SEE)
    return seen[0][: Level.VILLAGE] if len(seen) == 1 else settings.COUNTY_CODE


@require_GET
@signed_in()
def map_cases(request: Request) -> JsonResponse:
    """Open cases in sight, the first due first, at their own point or that of group or village.

    With `waiting` those of the actor's queue alone.
    """
    actor, at = request.actor, request.now
    if request.GET.get("waiting"):
        shown = waiting_for(actor)
    else:
        code = areas.known_code(request.GET.get("area", ""), settings.COUNTY_CODE)
        shown = CaseFilter(area=code, state="open").seen_by(actor, at)
    listed = shown.for_lists().order_by("due_at", "id")[:POINTS]
    found = [(case, readable_report(case)) for case in listed]
    places = areas.points_of({(case.village_code, told.group_number) for case, told in found})
    language = request.language
    return features(
        (
            point_geometry(point),
            {
                "name": said(title_of(case), language),
                "light": light_of(case, at),
                "href": reverse("case", args=[case.number]),
            },
        )
        for case, told in found
        if (point := told.point or places.get((case.village_code, told.group_number)))
    )


def point_geometry(point: Point) -> dict[str, Any]:
    """GeoJSON, without the way through OGR that takes longer than all else on the page."""
    return {"type": "Point", "coordinates": point.coords}


def features(rows: Iterable[tuple[dict[str, Any], dict[str, str]]]) -> JsonResponse:
    """GeoJSON of geometries with their properties."""
    return JsonResponse(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "geometry": geometry, "properties": properties}
                for geometry, properties in rows
            ],
        }
    )
