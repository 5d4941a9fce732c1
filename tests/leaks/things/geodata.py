"""Imported files of geodata: each person sees their own, whatever else they see of the place."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import shapely
from django.utils import timezone

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from tests.insight.geodata import files
from tests.insight.geodata.desk import of
from tests.leaks.thing import Made, One, Thing, of_the_asker
from tests.registers.organisations.staff import done_by
from wangge.doors.jobs import JOBS
from wangge.insight.geodata import operations
from wangge.insight.geodata.rules.choosing import Chosen
from wangge.insight.geodata.rules.holdings import Holding

BROUGHT_BY = MappingProxyType(
    {"township_centre": TOWNSHIP, "county_centre": COUNTY, "station_head": VILLAGE}
)


def _make(made: Made) -> Iterator[One]:
    """Each brings two bridges: one that can be taken, and one that lies nowhere."""
    for key, area in BROUGHT_BY.items():
        called = f"ZZ{key.replace('_', '')}ZZbridge"
        places = [shapely.Point(111.605, 25.505), shapely.Point(100.0, 20.0)]
        content = files.geojson(places, {"名称": [called, called]})
        now, name = timezone.now(), f"ZZ{key.replace('_', '')}ZZgeodata"
        brought = done_by(
            key, operations.bring, Holding.BRIDGES, f"{name}.geojson", content, area, at=now
        )
        layer = of(brought).layers[0]["name"]
        done_by(
            key, operations.choose, brought, Chosen(layer, "cgcs2000", {"name": "名称"}), at=now
        )
        JOBS["geodata.read"](brought=str(brought))
        marks = {str(brought): "id", name: "file", called: "feature"}
        yield One(key, marks, {"brought": brought})


THING = Thing(
    name="geodata",
    models=frozenset({"geodata.GeodataImport", "geodata.GeodataFeature"}),
    make=_make,
    sees=of_the_asker,
)
