"""The map: the county's areas opened at a place, a card for each, and open cases with their light."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.permissions import Permission
from wangge.insight.divisions.queries.sight import takes_part
from wangge.interfaces.console.floor.narrowing import below, crumbs
from wangge.interfaces.console.floor.points import features, home_of, point_geometry
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.console.map.area_card import areas_listed, card_address
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.maps import console_map
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.interfaces.web.templatetags.reading import said
from wangge.lib.area_code import Level, level_of
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.work.cases.queries.contents import readable_report
from wangge.work.cases.queries.lines import light_of, title_of
from wangge.work.cases.queries.lists import CaseFilter
from wangge.work.cases.queries.queue import waiting_for

POINTS = 1000


@require_GET
@signed_in()
def map_page(request: Request) -> HttpResponse:
    """The map of one place; the area is part of the address, as in the list of cases.

    A grid is shown within its village.
    """
    asked = request.GET.get("area", "")
    code = areas.known_code(asked[: Level.VILLAGE], home_of(request.actor))
    shown = asked if areas.is_grid_of(asked, code) else code
    inside = list(areas.children_of(code))
    return console_page(
        request,
        "console/map/page.html",
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
    """Links to the divisions for people with a part in them, to geodata for people who edit areas."""
    actor = request.actor
    found = []
    if takes_part(actor):
        found.append(Link(Message("division.heading"), reverse("divisions")))
    if actor.holds(Permission.AREA_EDIT):
        found.append(Link(Message("geodata.title"), reverse("geodata")))
    return found


@require_GET
@signed_in()
def map_cases(request: Request) -> JsonResponse:
    """Open cases that the actor may see, by due time, at their own point or that of group or village.

    With `waiting`, only those of the actor's queue.
    """
    actor, at = request.actor, request.now
    if request.GET.get("waiting"):
        shown = waiting_for(actor)
    else:
        code = areas.known_code(request.GET.get("area", ""), settings.COUNTY_CODE)
        shown = CaseFilter(area=code, state="open").seen_by(actor, at)
    listed = shown.for_lists().order_by("due_at", "id")[:POINTS]
    found = [(case, readable_report(case)) for case in listed]
    places = areas.points_of({(case.village_code, report.group_number) for case, report in found})
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
        for case, report in found
        if (point := report.point or places.get((case.village_code, report.group_number)))
    )
