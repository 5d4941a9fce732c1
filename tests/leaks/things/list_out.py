"""Exported lists: each person sees their own."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from django.utils import timezone

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from tests.leaks.thing import Made, One, Thing, of_the_asker
from tests.registers.organisations.staff import done_by
from wangge.doors.jobs import JOBS
from wangge.insight.lists import operations

TAKEN_BY = MappingProxyType(
    {"township_centre": TOWNSHIP, "county_centre": COUNTY, "grid_worker": f"{VILLAGE}001"}
)


def _make(made: Made) -> Iterator[One]:
    for key, area in TAKEN_BY.items():
        now = timezone.now()
        export = done_by(key, operations.ask_for, "grids", "xlsx", area, "zh", at=now)
        JOBS["lists.write"](export=str(export))
        yield One(key, {str(export): "id"}, {"export": export})


THING = Thing(
    name="list_out",
    models=frozenset({"lists.ListExport"}),
    make=_make,
    sees=of_the_asker,
)
