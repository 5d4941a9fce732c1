"""Points on a map of the console: where it opens, and what is drawn on it as GeoJSON."""

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
