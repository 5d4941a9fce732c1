"""An import from the desk of a township: brought, chosen, read, confirmed, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import shapely
from django.contrib.gis.geos import GEOSGeometry
from django.utils import timezone
from shapely.geometry.base import BaseGeometry

from tests.factories.world import COUNTY, TOWNSHIP
from tests.insight.geodata import files
from tests.registers.organisations.staff import CLOCK, done_by
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.insight.geodata import operations
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.queries.known_names import recognised
from wangge.insight.geodata.rules.choosing import Chosen, roles_of
from wangge.insight.geodata.rules.holdings import Holding
from wangge.insight.geodata.rules.layers import Form
from wangge.registers.areas.models import Boundary

WEST = shapely.box(111.50, 25.50, 111.51, 25.51)
EAST = shapely.box(111.51, 25.50, 111.52, 25.51)
BOW = shapely.Polygon([(111.50, 25.50), (111.51, 25.51), (111.51, 25.50), (111.50, 25.51)])
OUTSIDE = "431124101204"


def work() -> None:
    """The worker: what waits is gone on with until nothing waits."""
    for found in door(CLOCK, lambda: list(GeodataImport.objects.defer("content"))):
        key = found.pk
        if found.stands == "reading":
            JOBS["geodata.read"](brought=str(key))
        while door(CLOCK, lambda k=key: GeodataImport.objects.get(pk=k).stands) == "writing":
            JOBS["geodata.write"](brought=str(key))


def brought(holding: Holding, content: bytes, who: str = "township_centre", **chosen: Any) -> UUID:
    """A file that was uploaded, chosen as recognised or as said, and read."""
    area = {"county_centre": COUNTY, "township_centre": TOWNSHIP}[who]
    now = timezone.now()
    key: UUID = done_by(who, operations.bring, holding, "村.zip", content, area, at=now)
    found = door(CLOCK, lambda: GeodataImport.objects.get(pk=key))
    layer = found.layers[0]
    columns = recognised(roles_of(holding, Form(found.form)), layer["fields"])
    said = {"layer": layer["name"], "system": "cgcs2000", "columns": columns} | chosen
    done_by(who, operations.choose, key, Chosen(**said), at=now)
    work()
    return key


def confirmed(key: UUID, who: str = "township_centre", *, mends: bool = False) -> None:
    done_by(who, operations.confirm, key, mends=mends, at=timezone.now())
    work()


def results(key: UUID) -> dict[int, tuple[str, list[str]]]:
    """State and codes of the reasons of each feature, by number."""
    lines = GeodataFeature.objects.filter(geodata_import=key).order_by("number")
    return {
        line.number: (line.state, [each["code"].split(".", 1)[1] for each in line.reasons])
        for line in door(CLOCK, lambda: list(lines))
    }


def warnings_of(key: UUID) -> dict[int, list[str]]:
    lines = door(CLOCK, lambda: list(GeodataFeature.objects.filter(geodata_import=key)))
    return {
        line.number: [each["code"] for each in line.warnings] for line in lines if line.warnings
    }


def of(key: UUID) -> GeodataImport:
    return door(CLOCK, lambda: GeodataImport.objects.get(pk=key))


def villages(*shapes: BaseGeometry | None, codes: Sequence[str]) -> bytes:
    return files.geojson(shapes, {"村代码": codes})


def outlines_of(code: str) -> list[Boundary]:
    return list(Boundary.objects.filter(area=code).order_by("pk"))


def stored(shape: BaseGeometry) -> Any:
    return GEOSGeometry(shape.wkt, srid=4490)
