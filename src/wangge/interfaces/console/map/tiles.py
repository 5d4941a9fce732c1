"""Vector tiles of the officials' map: what everybody sees, and what their posts open."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from wangge.insight.maps.queries import tiles
from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.interfaces.web.tiles import FOR_ONE, tile_answer
from wangge.lib.web_tile import WebTile
from wangge.registers.calendars.queries import county_day


@require_GET
@outside_door
@signed_in()
def console_tile(request: Request, z: int, x: int, y: int) -> HttpResponse:
    """Outlines, names, workers, groups, barriers, and households where the actor may see them."""
    actor, day = request.actor, county_day(request.now)
    sheet_of = partial(tiles.console_sheet, actor=actor, day=day)
    return tile_answer(request, WebTile(z, x, y), sheet_of, FOR_ONE)
