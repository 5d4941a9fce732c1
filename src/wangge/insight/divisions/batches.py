"""How far the batches are: villages, grids in force and their workers, by township (C02–C04)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Count

from wangge.insight.divisions.models import Batch, BatchVillage
from wangge.lib.area_code import Level, code_range
from wangge.lib.message import Message
from wangge.registers.areas.models import Area
from wangge.registers.areas.rules import GRID
from wangge.registers.organisations.models import Appointment
from wangge.registers.organisations.queries import county_day
from wangge.registers.organisations.rules.post_kinds import PostKind


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


def figures(area_code: str, day: date) -> list[BatchFigures]:
    """Each batch as far as it lies in the area."""
    return _summed(area_code, day, lambda village: area_code)


def figures_by_township(area_code: str, day: date) -> list[BatchFigures]:
    """Each batch in each township of the area in which it has villages."""
    return _summed(area_code, day, lambda village: village[: Level.TOWNSHIP])


def told_of_county(at: datetime) -> list[Message]:
    """Each batch of the county in a sentence."""
    by_number = {each.batch: each for each in figures(settings.COUNTY_CODE, county_day(at))}
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


def _summed(area_code: str, day: date, place: Callable[[str], str]) -> list[BatchFigures]:
    low, high = code_range(area_code)
    members = BatchVillage.objects.filter(village__gte=low, village__lt=high)
    batch_of = dict(members.values_list("village_id", "batch_id"))
    grids = _grids(low, high, day)
    worked = _worked(low, high, day)
    places = sorted({(batch, place(village)) for village, batch in batch_of.items()})
    return [
        _figures(
            batch,
            where,
            [v for v, of in batch_of.items() if (of, place(v)) == (batch, where)],
            grids,
            worked,
        )
        for batch, where in places
    ]


def _figures(
    batch: int,
    where: str,
    villages: Iterable[str],
    grids: Mapping[str, int],
    worked: Mapping[str, int],
) -> BatchFigures:
    inside = list(villages)
    counts = [grids.get(village, 0) for village in inside]
    return BatchFigures(
        batch,
        where,
        villages=len(inside),
        divided=sum(count > 0 for count in counts),
        grids=sum(counts),
        worked=sum(worked.get(village, 0) for village in inside),
    )


def _grids(low: str, high: str, day: date) -> dict[str, int]:
    """Grids in force by village; special ones lie beside the tiling and are not counted."""
    rows = Area.objects.current(day).filter(kind=GRID, code__gte=low, code__lt=high)
    return dict(rows.values_list("parent").annotate(n=Count("pk")))


def _worked(low: str, high: str, day: date) -> Counter[str]:
    rows = Appointment.objects.current(day).filter(
        post__kind=PostKind.GRID_WORKER,
        post__valid_to=None,
        post__area__kind=GRID,
        post__area__gte=low,
        post__area__lt=high,
    )
    grids = set(rows.values_list("post__area", flat=True))
    return Counter(str(grid)[: Level.VILLAGE] for grid in grids)
