"""Maps of the console: where they open, and what is drawn on them as GeoJSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.gis.geos import Point
from django.http import JsonResponse

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.lib.area_code import Level


def home_of(actor: Actor) -> str:
    """Where the map opens: the village, township or county the person looks after."""
    seen = actor.areas(Permission.CASE_SEE)
    return seen[0][: Level.VILLAGE] if len(seen) == 1 else settings.COUNTY_CODE


def point_geometry(point: Point) -> dict[str, Any]:
    """GeoJSON without OGR, which would take longer than everything else on the page."""
    return {"type": "Point", "coordinates": point.coords}


def features(rows: Iterable[tuple[dict[str, Any], dict[str, str]]]) -> JsonResponse:
    """A response with geometries and their properties as GeoJSON."""
    return JsonResponse(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "geometry": geometry, "properties": properties}
                for geometry, properties in rows
            ],
        }
    )
