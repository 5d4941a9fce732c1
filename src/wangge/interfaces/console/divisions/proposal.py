"""One proposed division on the map, with all figures and reasons."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from uuid import UUID

from django.conf import settings
from django.contrib.gis.geos import GEOSGeometry
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.permissions import Permission
from wangge.insight.divisions.models import Proposal, ProposedGrid
from wangge.insight.divisions.queries import scenarios as divisions
from wangge.insight.divisions.rules.states import Manner
from wangge.interfaces.console.divisions.listed import check_part
from wangge.interfaces.console.divisions.sketch import sketch_of
from wangge.interfaces.console.divisions.words import messages, metres, percent, verdict
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Link, Row
from wangge.interfaces.web.maps import drawing_map
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level, grid_sequence
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas

COLUMNS = (
    Column(Message("division.column.grid")),
    Column(Message("division.column.continues")),
    Column(Message("division.column.households"), "number"),
    Column(Message("division.column.persons"), "number"),
    Column(Message("division.column.deviation"), "figure"),
    Column(Message("division.column.walk"), "figure"),
    Column(Message("division.column.split"), "number"),
    Column(Message("division.column.compactness"), "figure"),
)


@require_GET
@signed_in()
def proposal_page(request: Request, proposal: UUID) -> HttpResponse:
    """The division on a large map, every grid with its figures, and the reasons in words."""
    found = _found(request, proposal)
    grids = divisions.grids_of([found.pk]).get(found.pk, [])
    name = areas.names_of([found.village_code]).get(found.village_code, found.village_code)
    actor = request.actor
    draws = actor.may(Permission.DIVISION_DRAW, found.village_code)
    free = draws and divisions.open_draft_of(found.village_code) is None
    return console_page(
        request,
        "console/divisions/proposal.html",
        here="map",
        title=Message("division.proposal.title", village=name, manner=Manner(found.manner).words),
        crumbs=[
            Link(Message("division.tab.villages"), reverse("division-villages")),
            Link(name, reverse("division-run", args=[found.run_id])),
        ],
        lead=verdict(found),
        areas_url=reverse("division-proposal-areas", args=[found.pk]),
        labels_url=reverse("division-proposal-labels", args=[found.pk]),
        sheet=drawing_map(synthetic=areas.is_synthetic(found.village_code[: Level.TOWNSHIP])),
        faults=messages(found.faults),
        explanation=messages(found.report["explanation"]),
        warnings=messages(found.report["warnings"]),
        columns=COLUMNS,
        rows=[_row(grid) for grid in grids],
        take_up=reverse("division-draft-begin", args=[found.pk]) if free else "",
        taken=Message(f"division.take_up.{found.manner}"),
    )


@require_GET
@signed_in()
def proposal_areas(request: Request, proposal: UUID) -> JsonResponse:
    """Outlines of the grids as GeoJSON in lon/lat."""
    return _drawn(request, proposal, lambda outline: outline)


@require_GET
@signed_in()
def proposal_labels(request: Request, proposal: UUID) -> JsonResponse:
    """A point inside each grid."""
    return _drawn(request, proposal, lambda outline: outline.point_on_surface)


@require_GET
@signed_in()
def proposal_sketch(request: Request, proposal: UUID) -> HttpResponse:
    """The division as a small drawing: grids, houses, barriers and bridges. It never changes."""
    found = _found(request, proposal)
    drawn = render_to_string("console/divisions/sketch.svg", {"sketch": sketch_of(found)})
    answer = HttpResponse(drawn, content_type="image/svg+xml")
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


def _found(request: Request, proposal: UUID) -> Proposal:
    actor = request.actor
    check_part(actor)
    return divisions.proposal_by(proposal, actor)


def _row(grid: ProposedGrid) -> Row:
    return Row(
        (
            _name(grid.number),
            _continues(grid),
            grid.households,
            grid.persons,
            percent(grid.deviation, signed=True),
            metres(grid.mean_distance_m),
            grid.split_groups,
            f"{grid.compactness:.2f}",
        )
    )


def _continues(grid: ProposedGrid) -> Message:
    if not grid.kept_code:
        return Message("division.new_grid")
    return Message("division.continues", number=grid_sequence(grid.kept_code))


def _drawn(
    request: Request, proposal: UUID, shape: Callable[[GEOSGeometry], GEOSGeometry]
) -> JsonResponse:
    found = _found(request, proposal)
    language = request.language
    outlines = divisions.outlines_of(found.pk)
    return features(
        (settings.WORDS.say(_name(number), language), shape(outline))
        for number, outline in outlines.items()
    )


def features(named: Iterable[tuple[str, GEOSGeometry]]) -> JsonResponse:
    """Named shapes as GeoJSON for the map."""
    return JsonResponse(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "geometry": json.loads(shape.json),
                    "properties": {"name": name},
                }
                for name, shape in named
            ],
        }
    )


def _name(number: int) -> Message:
    return Message("division.proposed_grid", number=number)
