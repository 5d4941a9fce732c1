"""Imported lists and their refused rows: each person sees their own."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from django.utils import timezone

from tests.factories.world import COUNTY, TOWNSHIP
from tests.leaks.thing import Made, One, Thing, of_the_asker
from tests.registers.organisations.staff import done_by
from wangge.doors.jobs import JOBS
from wangge.insight.lists import operations
from wangge.insight.lists.adapters.files import header
from wangge.insight.lists.adapters.sheets import write_sheet
from wangge.insight.lists.operations.grids import GRIDS

BROUGHT_BY = MappingProxyType({"township_centre": TOWNSHIP, "county_centre": COUNTY})


def _make(made: Made) -> Iterator[One]:
    """Each brings one row of elsewhere with a worker's name, which comes back refused."""
    for key, area in BROUGHT_BY.items():
        mark = key.replace("_", "")
        row = {"code": "431199101201", "groups": "99", "worker": f"ZZ{mark}ZZworker"}
        columns = GRIDS.incoming.columns
        cells = [row.get(column.name, "") for column in columns]
        content = write_sheet("网格", header(columns, "zh"), [cells])
        now, name = timezone.now(), f"ZZ{mark}ZZlist"
        brought = done_by(key, operations.bring, "grids", f"{name}.xlsx", content, area, at=now)
        for _ in range(5):
            JOBS["lists.take_rows"](brought=str(brought))
        marks = {str(brought): "id", name: "file", row["worker"]: "row"}
        yield One(key, marks, {"brought": brought})


THING = Thing(
    name="list_in",
    models=frozenset({"lists.ListImport", "lists.RefusedRow"}),
    make=_make,
    sees=of_the_asker,
)
