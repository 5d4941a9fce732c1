"""Handing out vector tiles: versions as ETags, kept copies, and what caches may do with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.views.decorators.http import require_GET

from wangge.doors.door import door
from wangge.insight.maps.adapters import kept
from wangge.insight.maps.queries import tiles
from wangge.insight.maps.queries.layers import DEEPEST
from wangge.insight.maps.queries.tiles import Sheet
from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.request import Request
from wangge.lib.web_tile import WebTile
from wangge.registers.calendars.queries import county_day

MEDIA_TYPE = "application/vnd.mapbox-vector-tile"

# Five minutes without asking; then asked again, and mostly answered with 304.
FOR_EVERYBODY = "public, max-age=300"
# Asked each time, so that sight is judged each time; kept by no cache that others share.
FOR_ONE = "private, no-cache"


@require_GET
@outside_door
def public_tile(request: Request, z: int, x: int, y: int) -> HttpResponse:
    """Outlines and names of areas, for everybody."""
    day = county_day(request.now)
    sheet_of = partial(tiles.public_sheet, day=day)
    return tile_answer(request, WebTile(z, x, y), sheet_of, FOR_EVERYBODY)


def tile_answer(
    request: Request, tile: WebTile, sheet_of: Callable[[WebTile], Sheet], caching: str
) -> HttpResponse:
    """The tile through its own door; what is kept of it is written after the transaction.

    404 for an address no tile has, 304 where the browser already has this version.
    """
    if not tile.exists or tile.z > DEEPEST:
        return HttpResponse(status=404)
    sheet = sheet_of(tile)
    known = parse_etags(request.headers.get("If-None-Match", ""))
    actor = request.actor
    version, body, fresh = door(actor, partial(_read, sheet, known), read_only=True)
    if fresh:
        kept.put(tile, version, fresh)
    response = HttpResponseNotModified() if body is None else HttpResponse(body)
    if body is not None:
        response["Content-Type"] = MEDIA_TYPE
    response["ETag"] = f'"{version}"'
    response["Cache-Control"] = caching
    return response


def _read(sheet: Sheet, known: list[str]) -> tuple[str, bytes | None, bytes]:
    """Version, the tile (None if it is known already), and what of it is to be kept."""
    version = tiles.version_of(sheet)
    if f'"{version}"' in known:
        return version, None, b""
    ready = kept.get(sheet.tile, version) if sheet.shared else None
    if ready is not None:
        return version, ready, b""
    drawn = tiles.draw(sheet)
    return version, drawn, drawn if sheet.shared else b""
