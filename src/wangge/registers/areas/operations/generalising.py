"""What maps need besides an outline: lines for small scales, and a tint no neighbour has."""

from __future__ import annotations

from datetime import datetime
from typing import cast

import shapely
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon
from django.db.models import QuerySet

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.area_code import Level
from wangge.registers.areas.models import Boundary
from wangge.registers.areas.rules.mosaic import from_afar, neighbours, tinted

_WEB = 3857


@operation
def generalise(*, by: Actor, at: datetime) -> int:
    """Work out the small-scale lines and tints of all present outlines; returns how many changed.

    The whole county, level by level: 1,500 grids take about a second, and lines that are thinned
    together fit together. Runs as a job after outlines were drawn; until then maps show the full
    lines. Both are derived from the outlines, so nothing is recorded.
    """
    del by, at
    return sum(_generalise_level(level) for level in Level if level >= Level.COUNTY)


def _generalise_level(level: Level) -> int:
    rows = list(_present(level))
    if not rows:
        return 0
    outlines = [_shape(row) for row in rows]
    thinned = from_afar(outlines)
    tints = tinted(neighbours(thinned), {place: row.tint for place, row in enumerate(rows)})
    changed = []
    for place, (row, low) in enumerate(zip(rows, map(_stored, thinned), strict=True)):
        if row.tint != tints[place] or row.outline_low is None or row.outline_low.wkb != low.wkb:
            row.tint, row.outline_low = tints[place], low
            changed.append(row)
    Boundary.objects.bulk_update(changed, ["tint", "outline_low"], batch_size=500)
    return len(changed)


def _present(level: Level) -> QuerySet[Boundary]:
    rows = Boundary.objects.filter(area__level=level, area__valid_to=None, valid_to=None)
    return rows.only("tint", "outline_web", "outline_low").order_by("area")


def _shape(row: Boundary) -> shapely.MultiPolygon:
    return cast(shapely.MultiPolygon, shapely.from_wkb(bytes(row.outline_web.wkb)))


def _stored(shape: shapely.MultiPolygon) -> MultiPolygon:
    return cast(MultiPolygon, GEOSGeometry(memoryview(shape.wkb), srid=_WEB))
