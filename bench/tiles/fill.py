"""Divide every village of the demo into grids, with workers and households: a county's worth of map."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from uuid import UUID

import numpy as np
import shapely
from django.conf import settings
from django.contrib.gis.geos import GEOSGeometry, Point, Polygon
from shapely.geometry.base import BaseGeometry

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib.area_code import Level
from wangge.registers.areas import operations as areas
from wangge.registers.areas.models import Area, Boundary
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.operations import appoint_many
from wangge.registers.organisations.operations.establishment import establish_grid_posts
from wangge.registers.people import operations as people

GRIDS, HOUSEHOLDS = 1_500, 150_000
HAMLETS = 9  # of a village: homes lie together
SPREAD = 0.0012  # degrees
FROM = date(2020, 1, 1)

Term = tuple[UUID, UUID, str]


def fill(*, now: datetime, seed: int = 1) -> None:
    """Add grids, workers and households to every village that has no grids yet."""
    clock = Actor.clock(settings.COUNTY_CODE)
    villages = door(clock, _villages)
    rng, dice = np.random.default_rng(seed), random.Random(seed)
    share = GRIDS / len(villages)
    terms: list[Term] = []
    for number, (code, outline) in enumerate(villages.items()):
        wanted = round((number + 1) * share) - round(number * share)
        pieces = _divided(outline, max(wanted, 1), rng)
        homes = _homes(outline, round(HOUSEHOLDS / len(villages)), rng)
        terms += door(clock, partial(_enter, code, pieces, homes, dice, by=clock, at=now))
    door(clock, lambda: appoint_many(terms, starts_on=FROM, by=clock, at=now))
    door(clock, lambda: areas.generalise(by=clock, at=now))


def _villages() -> dict[str, BaseGeometry]:
    divided = set(Area.objects.filter(level=Level.GRID).values_list("parent", flat=True).distinct())
    rows = Boundary.objects.filter(area__level=Level.VILLAGE, valid_to=None).order_by("area")
    found = rows.exclude(area__in=divided).values_list("area_id", "outline")
    return {code: shapely.from_wkb(bytes(outline.wkb)) for code, outline in found}


def _divided(outline: BaseGeometry, count: int, rng: np.random.Generator) -> list[BaseGeometry]:
    """The village in pieces of chance, with borders of many corners as hand-drawn ones have."""
    if count == 1:
        return [outline]
    seeds = shapely.MultiPoint(_inside(outline, count, rng))
    cells = shapely.voronoi_polygons(seeds, extend_to=outline.buffer(1.0))
    pieces = [cell.intersection(outline) for cell in cells.geoms]
    return [shapely.segmentize(piece, 0.0005) for piece in pieces if not piece.is_empty]


def _inside(outline: BaseGeometry, count: int, rng: np.random.Generator) -> np.ndarray:
    west, south, east, north = outline.bounds
    found: list[np.ndarray] = []
    while len(found) < count:
        point = rng.uniform((west, south), (east, north))
        if shapely.contains_xy(outline, *point):
            found.append(point)
    return np.array(found)


def _homes(outline: BaseGeometry, count: int, rng: np.random.Generator) -> np.ndarray:
    hamlets = _inside(outline, HAMLETS, rng)
    return hamlets[rng.integers(0, HAMLETS, count)] + rng.normal(0, SPREAD, (count, 2))


def _enter(
    village: str,
    pieces: list[BaseGeometry],
    homes: np.ndarray,
    dice: random.Random,
    *,
    by: Actor,
    at: datetime,
) -> list[Term]:
    """What one village gets; returns who is to work where, because all are appointed at once."""
    codes = [f"{village}{number:03d}" for number in range(1, len(pieces) + 1)]
    new = (areas.NewArea(code, str(number), "grid") for number, code in enumerate(codes, start=1))
    areas.establish(new, valid_from=FROM, by=by, at=at)
    outlines = dict(zip(codes, map(_stored, pieces), strict=True))
    areas.draw(outlines, source="bench", synthetic=True, valid_from=FROM, by=by, at=at)
    entered = list(_households(codes, pieces, homes))
    people.enter_households(entered, from_day=FROM, synthetic=True, by=by, at=at)
    establish_grid_posts(village, valid_from=FROM, by=by, at=at)
    posts = list(
        Post.objects.filter(area__in=codes, kind="grid_worker").values_list("id", flat=True)
    )
    named = [people.NewOfficer(f"员{dice.randint(100, 999)}") for _ in posts]
    workers = people.enter_officers(named, by=by, at=at)
    return [(post, worker, "") for post, worker in zip(posts, workers, strict=True)]


def _households(
    codes: list[str], pieces: list[BaseGeometry], homes: np.ndarray
) -> Iterator[people.NewHousehold]:
    tree = shapely.STRtree(pieces)
    nearest = tree.nearest(shapely.points(homes))
    for (lon, lat), piece in zip(homes.tolist(), nearest.tolist(), strict=True):
        yield people.NewHousehold(codes[piece], None, "某", Point(lon, lat, srid=4490), 4, 3)


def _stored(shape: BaseGeometry) -> Polygon:
    return GEOSGeometry(memoryview(shape.wkb), srid=4490)  # type: ignore[return-value]
