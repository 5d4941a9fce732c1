"""Where a case is: a small map next to its story, for readers who may know the place.

For a case that hides its parties, people outside its line are answered as if there were no map: a
point would show in whose house the quarrel is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from django.contrib.gis.geos import Point
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.interfaces.console.floor.points import features, home_of, point_geometry
from wangge.interfaces.web.maps import console_map
from wangge.interfaces.web.pages import page, signed_in
from wangge.interfaces.web.request import Request
from wangge.interfaces.web.templatetags.reading import said
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.work.cases.models import Case
from wangge.work.cases.queries.contents import readable_report
from wangge.work.cases.queries.lines import light_of, title_of
from wangge.work.cases.queries.sight import case_by_number

AROUND: Final = 0.01
"""Degrees to each side: about a kilometre, so that neighbouring groups and roads tell where it is."""


def has_place(case: Case) -> bool:
    """Whether there is a point to show on a map: that of the case, or of its group."""
    report = readable_report(case)
    return report.point is not None or report.group_number is not None


@require_GET
@signed_in()
def case_place(request: Request, number: str) -> HttpResponse:
    """A fragment: the map around the place; nothing where no point is known."""
    case = _readable(request, number)
    point = _point_of(case)
    if point is None:
        return HttpResponse(status=204)
    area = readable_report(case).area_code[: Level.VILLAGE] or home_of(request.actor)
    box = (point.x - AROUND, point.y - AROUND, point.x + AROUND, point.y + AROUND)
    return page(
        request,
        "console/cases/place.html",
        sheet=replace(console_map(area), bounds=",".join(f"{corner:.5f}" for corner in box)),
        points_url=reverse("case-point", args=[case.number]),
        exact=readable_report(case).point is not None,
    )


@require_GET
@signed_in()
def case_point(request: Request, number: str) -> JsonResponse:
    """The point of the case as GeoJSON in lon/lat, with its light; none where none is known."""
    case = _readable(request, number)
    point, at = _point_of(case), request.now
    language = request.language
    about = {"name": said(title_of(case), language), "light": light_of(case, at)}
    return features([] if point is None else [(point_geometry(point), about)])


def _readable(request: Request, number: str) -> Case:
    case = case_by_number(number, request.actor)
    if not case.shows_parties:
        raise Refusal.not_found(Message("case.thing.case"))
    return case


def _point_of(case: Case) -> Point | None:
    report = readable_report(case)
    if report.point is not None or report.group_number is None:
        return report.point
    place = (case.village_code, report.group_number)
    return areas.points_of([place]).get(place)
