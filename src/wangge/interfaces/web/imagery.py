"""Handing out the county's own picture tiles."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from wangge.insight.maps.adapters.imagery.sets import imagery_set, tile_of
from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.request import Request
from wangge.lib.web_tile import WebTile

_PNG = b"\x89PNG"
# The address carries the set's version.
_FOR_EVERYBODY = "public, max-age=2592000, immutable"
_FOR_ONE = "private, max-age=2592000, immutable"


@require_GET
@outside_door
def imagery_tile(request: Request, key: str, z: int, x: int, y: int) -> HttpResponse:
    """A picture of 256 × 256; 404 where there is none, or where it is for officials only."""
    tile, imagery = WebTile(z, x, y), imagery_set(key)
    official = request.actor.is_person
    if imagery is None or not tile.exists or not (imagery.public or official):
        return HttpResponse(status=404)
    found = tile_of(imagery, tile)
    if found is None:
        return HttpResponse(status=404)
    kind = "image/png" if found.startswith(_PNG) else "image/jpeg"
    response = HttpResponse(found, content_type=kind)
    response["Cache-Control"] = _FOR_EVERYBODY if imagery.public else _FOR_ONE
    return response
