"""The grids of a draft for the map: outlines, and a point inside each for its number."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import UUID

from django.contrib.gis.geos import GEOSGeometry
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from wangge.insight.divisions import drafts
from wangge.interfaces.console.draft_list import check_part
from wangge.interfaces.web.pages import signed_in


@require_GET
@signed_in()
def draft_areas(request: HttpRequest, draft: UUID) -> JsonResponse:
    """Outlines of the grids of a draft as GeoJSON in lon/lat."""
    return _features(request, draft, lambda outline: outline)


@require_GET
@signed_in()
def draft_labels(request: HttpRequest, draft: UUID) -> JsonResponse:
    """A point inside each grid of a draft."""
    return _features(request, draft, lambda outline: outline.point_on_surface)


def _features(
    request: HttpRequest, draft: UUID, shape: Callable[[GEOSGeometry], GEOSGeometry]
) -> JsonResponse:
    actor = request.actor  # type: ignore[attr-defined]
    check_part(actor)
    drawn = drafts.outlines_of(draft, actor)
    return JsonResponse(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "geometry": json.loads(shape(outline).json),
                    "properties": {"name": str(number)},
                }
                for number, outline in drawn.items()
            ],
        }
    )
