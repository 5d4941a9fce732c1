"""The grids of a place as pages show them: figures by area, and the grids of one village."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, OuterRef, Subquery

from wangge.lib.area_code import Level, code_range
from wangge.lib.message import Message
from wangge.registers.areas.models import Area, VillagerGroup
from wangge.registers.areas.queries import children_of, grids_of
from wangge.registers.areas.rules.grids import GRID
from wangge.registers.organisations.models import Appointment, PostCover, Unit
from wangge.registers.organisations.queries.contacts import workers_of
from wangge.registers.organisations.queries.posts import post_words
from wangge.registers.organisations.rules.cover import CoverReason
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.registers.people.models import PublicPhone


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """An area one level below: its villages, how many are divided, grids, workers, people."""

    area: Area
    villages: int
    divided: int
    grids: int
    worked: int
    households: int
    persons: int

    @property
    def vacant(self) -> int:
        """Grids without a worker."""
        return self.grids - self.worked


def figures_below(code: str, day: date) -> list[AreaFigures]:
    """The townships of the county or the villages of a township: four queries, from kept figures."""
    areas = list(children_of(code))
    if not areas:
        return []
    low, high = code_range(code)
    level = areas[0].level
    villages = list(
        Area.objects.current(day)
        .filter(level=Level.VILLAGE, code__gte=low, code__lt=high)
        .only("code", "households", "persons")
    )
    of_village, worked = grids_by_village(code, day), worked_by_village(code, day)
    inside: dict[str, list[Area]] = {}
    for village in villages:
        inside.setdefault(village.pk[:level], []).append(village)
    return [_figures(area, inside.get(area.pk, []), of_village, worked) for area in areas]


def _figures(
    area: Area, villages: Sequence[Area], grids: Mapping[str, int], worked: Mapping[str, int]
) -> AreaFigures:
    return AreaFigures(
        area,
        villages=len(villages),
        divided=sum(village.pk in grids for village in villages),
        grids=sum(grids.get(village.pk, 0) for village in villages),
        worked=sum(worked.get(village.pk, 0) for village in villages),
        households=sum(village.households for village in villages),
        persons=sum(village.persons for village in villages),
    )


def grids_by_village(code: str, day: date) -> dict[str, int]:
    """How many grids the divided villages of an area have; special ones are not counted."""
    low, high = code_range(code)
    rows = Area.objects.current(day).filter(kind=GRID, code__gte=low, code__lt=high)
    return dict(rows.values_list("parent").annotate(n=Count("pk")))


def worked_by_village(code: str, day: date) -> Counter[str]:
    """How many of these grids have a worker."""
    low, high = code_range(code)
    rows = Appointment.objects.current(day).filter(
        post__kind=PostKind.GRID_WORKER,
        post__valid_to=None,
        post__area__kind=GRID,
        post__area__gte=low,
        post__area__lt=high,
    )
    grids = set(rows.values_list("post__area", flat=True))
    return Counter(str(grid)[: Level.VILLAGE] for grid in grids)


@dataclass(frozen=True, slots=True)
class AtWork:
    """Somebody who works a grid; `phone` is the number agreed to be published."""

    person_id: UUID
    name: str
    phone: str


@dataclass(slots=True)
class GridToday:
    """A grid of a village with its people; `answers` says who answers where there is no worker."""

    area: Area
    groups: Sequence[int]
    worker_post: UUID | None = None
    deputy_post: UUID | None = None
    worker: AtWork | None = None
    deputies: list[AtWork] = field(default_factory=list)
    answers: Message | None = None
    away: bool = False  # the worker is on leave and somebody stands in
    station: Unit | None = None

    @property
    def phone(self) -> str:
        """The number residents see: the published one of the worker, else the station's."""
        return self.own_phone or (self.station.phone if self.station else "")

    @property
    def own_phone(self) -> str:
        """The published number of the worker, or of the first deputy if there is no worker."""
        at_work = self.worker or next(iter(self.deputies), None)
        return at_work.phone if at_work else ""


def grids_today(village_code: str, day: date) -> list[GridToday]:
    """The grids of a village in force, with who works them: three queries, however many grids."""
    groups = (
        VillagerGroup.objects.filter(grid=OuterRef("pk"))
        .values("grid")
        .annotate(numbers=ArrayAgg("number", order_by="number"))
        .values("numbers")
    )
    areas = grids_of(village_code).annotate(numbers=Subquery(groups))
    found = {area.pk: GridToday(area, area.numbers or ()) for area in areas}
    _add_posts(found)
    _add_people(found, day)
    return list(found.values())


def _add_posts(grids: Mapping[str, GridToday]) -> None:
    covers = PostCover.objects.filter(post__area__in=grids, post__valid_to=None, ends_on=None)
    for cover in covers.select_related("post__unit", "covered_by__unit"):
        grid = grids[cover.post.area_id]
        grid.station = cover.post.unit
        if cover.post.kind == PostKind.GRID_DEPUTY:
            grid.deputy_post = cover.post_id
            continue
        grid.worker_post = cover.post_id
        grid.away = cover.reason == CoverReason.SUBSTITUTE
        if cover.reason not in {CoverReason.OWN, CoverReason.SUBSTITUTE}:
            reason, post = CoverReason(cover.reason).words, post_words(cover.covered_by)
            grid.answers = Message("appointment.cover.by", reason=reason, post=post)


def _add_people(grids: Mapping[str, GridToday], day: date) -> None:
    agreed = PublicPhone.objects.filter(person=OuterRef("person"), taken_back_at=None)
    terms = workers_of(grids, day).annotate(agreed=Subquery(agreed.values("phone")[:1]))
    for term in terms:
        at_work = AtWork(term.person_id, term.person.name, term.agreed or "")
        grid = grids[term.post.area_id]
        if term.post.kind == PostKind.GRID_WORKER:
            grid.worker = at_work
        else:
            grid.deputies.append(at_work)


def as_spans(numbers: Iterable[int]) -> str:
    """Group numbers as people write them: 1-3 5."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][-1] + 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    return " ".join("-".join(map(str, span)) for span in spans)
