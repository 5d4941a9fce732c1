"""How far the batches are: villages, grids in force and their workers, by township (C02–C04)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings

from wangge.insight.divisions.models import Batch, BatchVillage
from wangge.lib.area_code import Level, code_range
from wangge.lib.message import Message
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.queries.grids import grids_by_village, worked_by_village


@dataclass(frozen=True, slots=True)
class BatchFigures:
    """A batch in an area: how many villages, how many of them divided, grids, grids with a worker."""

    batch: int
    area_code: str
    villages: int
    divided: int
    grids: int
    worked: int

    @property
    def per_village(self) -> float | None:
        """Grids a divided village; None while none is divided."""
        return self.grids / self.divided if self.divided else None

    @property
    def all_worked(self) -> bool:
        """Whether each grid in force has a worker."""
        return self.worked == self.grids


def batches() -> list[Batch]:
    """Every batch, the first first."""
    return list(Batch.objects.order_by("number"))


def figures_by_township(area_code: str, day: date) -> list[BatchFigures]:
    """Each batch in each township of the area in which it has villages: three queries."""
    low, high = code_range(area_code)
    members = BatchVillage.objects.filter(village__gte=low, village__lt=high)
    grids, worked = grids_by_village(area_code, day), worked_by_village(area_code, day)
    inside: dict[tuple[int, str], list[str]] = {}
    for village, batch in members.values_list("village_id", "batch_id"):
        inside.setdefault((batch, village[: Level.TOWNSHIP]), []).append(village)
    return [
        BatchFigures(
            batch,
            township,
            villages=len(villages),
            divided=sum(village in grids for village in villages),
            grids=sum(grids.get(village, 0) for village in villages),
            worked=sum(worked[village] for village in villages),
        )
        for (batch, township), villages in sorted(inside.items())
    ]


def summed(area_code: str, found: Iterable[BatchFigures]) -> dict[int, BatchFigures]:
    """The figures of townships together, by batch."""
    sums: dict[int, BatchFigures] = {}
    for each in found:
        known = sums.get(each.batch, BatchFigures(each.batch, area_code, 0, 0, 0, 0))
        sums[each.batch] = replace(
            known, **{name: getattr(known, name) + getattr(each, name) for name in _COUNTS}
        )
    return sums


_COUNTS = ("villages", "divided", "grids", "worked")


def batches_in_words(at: datetime) -> list[Message]:
    """A sentence about each batch of the county that has villages."""
    county = settings.COUNTY_CODE
    by_number = summed(county, figures_by_township(county, county_day(at)))
    return [
        Message(
            "batch.told",
            name=batch.name,
            starts_on=batch.starts_on,
            villages=found.villages,
            divided=found.divided,
            grids=found.grids,
            per_village=said_per_village(found),
            worked=found.worked,
        )
        for batch in batches()
        if (found := by_number.get(batch.number))
    ]


def said_per_village(found: BatchFigures) -> str:
    """Grids a divided village with two decimals, a dash where none is divided."""
    return "—" if found.per_village is None else f"{found.per_village:.2f}"
