"""Villages drawn for tests: any number of grids and groups, with names as long as they come."""

from __future__ import annotations

from random import Random

import shapely
from shapely import Polygon

from wangge.insight.paper.rules.facts import Barrier, Grid, Group, Neighbour, VillageFacts
from wangge.lib.message import Message
from wangge.registers.organisations.rules.contacts import PublicContact

VILLAGE = "431124212217"
STATION = "0746-5212345"
LONG = ("阿卜杜热西提·阿卜杜热合曼", "欧阳", "吾买尔江·买买提依明", "李小梅", "赵", "盘金花")
_LONG_GROUPS = ("老屋场自然村上片", "塘尾", "大坪岭", "新建移民安置点", "凤形里", "木家湾瑶寨")
_WEST, _NORTH = 553_000.0, 2_820_000.0


def village(
    grids: int = 4, groups: int = 12, *, seed: int = 1, size: float = 2400.0, vacant: int = 1
) -> VillageFacts:
    """A village of `size` metres; of its workers one has agreed to no number, `vacant` are missing."""
    rng = Random(seed)
    outline = _outline(rng, size)
    cells = _cells(outline, grids, rng)
    homes: list[list[Group]] = [[] for _ in cells]
    for number in range(1, groups + 1):
        at = rng.randrange(len(cells))
        name = rng.choice(_LONG_GROUPS) if rng.random() < 0.3 else ""
        homes[at].append(
            Group(
                name or Message("paper.group", number=number),
                _code(at),
                _inside(cells[at], rng),
            )
        )
    return VillageFacts(
        code=VILLAGE,
        name="天鹅岭村",
        township="横岭瑶族乡",
        county="道县",
        outline=outline,
        synthetic=True,
        grids=[
            Grid(
                code=_code(place),
                number=place + 1,
                name="横岭中学" if place == 5 else "",
                contact=_contact(place, vacant=place >= grids - vacant),
                groups=homes[place],
                outline=cell,
            )
            for place, cell in enumerate(cells)
        ],
        neighbours=_neighbours(outline, size),
        barriers=[Barrier("river", _river(outline))],
        station_phone=STATION,
        centre_phone="0746-5210000",
    )


def _code(place: int) -> str:
    return f"{VILLAGE}{place + 1:03d}"


def _contact(place: int, *, vacant: bool) -> PublicContact:
    own = not vacant and place != 1
    return PublicContact(
        grid_code=_code(place),
        grid_name=str(place + 1),
        worker="" if vacant else LONG[place % len(LONG)],
        phone=f"1000000{place:04d}" if own else STATION,
        of_station=not own,
    )


def _outline(rng: Random, size: float) -> Polygon:
    thrown = [(_WEST + rng.random() * size, _NORTH + rng.random() * size) for _ in range(40)]
    return shapely.MultiPoint(thrown).convex_hull.buffer(size / 30)


def _cells(outline: Polygon, count: int, rng: Random) -> list[Polygon]:
    if count == 1:
        return [outline]
    middles = shapely.MultiPoint([_inside(outline, rng) for _ in range(count)])
    drawn = shapely.voronoi_polygons(middles, extend_to=outline)
    return [outline.intersection(cell) for cell in shapely.get_parts(drawn)]


def _inside(shape: Polygon, rng: Random) -> shapely.Point:
    west, south, east, north = shape.bounds
    for _ in range(10_000):
        point = shapely.Point(rng.uniform(west, east), rng.uniform(south, north))
        if shape.contains(point):
            return point
    raise AssertionError("a shape without room")


def _neighbours(outline: Polygon, size: float) -> list[Neighbour]:
    around = outline.buffer(size / 2).difference(outline)
    middle = outline.centroid
    reach = 3 * size
    quarters = [
        ((1, 0), "蒋家岭瑶族村"),
        ((0, 1), "两江村"),
        ((-1, 0), "丰木山村"),
        ((0, -1), "沙窝村"),
    ]
    return [
        Neighbour(
            name,
            around.intersection(
                Polygon(
                    [
                        middle.coords[0],
                        (middle.x + reach * (x - y), middle.y + reach * (y + x)),
                        (middle.x + reach * (x + y), middle.y + reach * (y - x)),
                    ]
                )
            ),
        )
        for (x, y), name in quarters
    ]


def _river(outline: Polygon) -> shapely.LineString:
    west, south, east, north = outline.bounds
    return shapely.LineString(
        [(west, south), ((west + east) / 2, (south + north) / 2), (east, north)]
    )
