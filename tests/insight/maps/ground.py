"""Two villages side by side with two grids each, and what lies in them: enough for any tile."""

from __future__ import annotations

from django.contrib.gis.geos import LineString, MultiLineString, Point, Polygon
from django.utils import timezone

from tests.factories.world import COUNTY, SIBLING_VILLAGE, START, TOWNSHIP, VILLAGE
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib.web_tile import Box, WebTile, in_web_metres, tiles_over
from wangge.registers.areas.models import Barrier, Bridge
from wangge.registers.areas.operations import NewGroup, draw, generalise, set_groups
from wangge.registers.people.operations import NewHousehold, enter_households

CLOCK = Actor.clock(COUNTY)
WEST, SOUTH, SIDE = 111.60, 25.50, 0.02
HOME, SIBLING_HOME = (111.605, 25.505), (111.625, 25.505)
GRIDS = [f"{village}00{number}" for village in (VILLAGE, SIBLING_VILLAGE) for number in (1, 2)]


def square(column: float, row: float, width: float = 1, height: float = 1) -> Polygon:
    """In sides of a village, counted from the south-west corner of the first."""
    x, y = WEST + column * SIDE, SOUTH + row * SIDE
    return Polygon.from_bbox((x, y, x + width * SIDE, y + height * SIDE))


def outlines() -> dict[str, Polygon]:
    return {
        TOWNSHIP: square(0, 0, 2),
        VILLAGE: square(0, 0),
        SIBLING_VILLAGE: square(1, 0),
        GRIDS[0]: square(0, 0, 1, 0.5),
        GRIDS[1]: square(0, 0.5, 1, 0.5),
        GRIDS[2]: square(1, 0, 1, 0.5),
        GRIDS[3]: square(1, 0.5, 1, 0.5),
    }


def drawn(shapes: dict[str, Polygon]) -> None:
    """Outlines in force since the beginning."""
    at = timezone.now()
    told = {"source": "test", "synthetic": True, "valid_from": START, "by": CLOCK, "at": at}
    door(CLOCK, lambda: draw(shapes, **told))


def thinned() -> int:
    return door(CLOCK, lambda: generalise(by=CLOCK, at=timezone.now()))


def homes_at(**places: tuple[float, float]) -> None:
    """A household at each place, by the number of its grid: `g0=(lon, lat)`."""
    homes = [
        NewHousehold(GRIDS[int(name[1:])], None, "ZZhome", Point(*place, srid=4490), 3, 2)
        for name, place in places.items()
    ]
    door(CLOCK, lambda: enter_households(homes, from_day=START, by=CLOCK, at=timezone.now()))


def settled() -> None:
    """Everything a tile can show."""
    drawn(outlines())
    thinned()
    homes_at(g0=HOME, g2=SIBLING_HOME)
    lines_and_groups()


def lines_and_groups() -> None:
    """A villager group with its place, a river and a bridge over it."""
    group = NewGroup(1, point=Point(*HOME, srid=4490), grid_code=GRIDS[0])
    door(CLOCK, lambda: set_groups(VILLAGE, [group], from_day=START, by=CLOCK, at=timezone.now()))
    line = LineString((WEST, SOUTH), (WEST + SIDE, SOUTH + SIDE))
    river = MultiLineString(line, srid=4490)
    Barrier.objects.create(village_id=VILLAGE, kind="river", line=river, source="test")
    Bridge.objects.create(village_id=VILLAGE, point=Point(*HOME, srid=4490), source="test")


def tile_at(zoom: int, place: tuple[float, float] = HOME) -> WebTile:
    (tile,) = tiles_over(in_web_metres(Box(*place, *place)), zoom)
    return tile


def public_address(tile: WebTile) -> str:
    return f"/tiles/{tile.z}/{tile.x}/{tile.y}"


def console_address(tile: WebTile) -> str:
    return f"/console/map/tiles/{tile.z}/{tile.x}/{tile.y}"
