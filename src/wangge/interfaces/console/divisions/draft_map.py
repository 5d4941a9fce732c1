"""The grids of a draft for the map: outlines, and a point inside each for its number."""

from __future__ import annotations

from uuid import UUID

from django.http import JsonResponse
from django.views.decorators.http import require_GET

from wangge.insight.divisions.queries import drafts
from wangge.interfaces.console.divisions.listed import check_part
from wangge.interfaces.console.divisions.proposal import features
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request


@require_GET
@signed_in()
def draft_areas(request: Request, draft: UUID) -> JsonResponse:
    """Outlines of the grids of a draft as GeoJSON in lon/lat."""
    actor = request.actor
    check_part(actor)
    drawn = drafts.outlines_of(draft, actor)
    return features((str(number), outline) for number, outline in drawn.items())


@require_GET
@signed_in()
def draft_labels(request: Request, draft: UUID) -> JsonResponse:
    """A point inside each grid of a draft."""
    actor = request.actor
    check_part(actor)
    drawn = drafts.outlines_of(draft, actor)
    return features((str(number), outline.point_on_surface) for number, outline in drawn.items())
