"""What a draft would change, read from the registers as they are now; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, IntegerField, OuterRef, Q, Subquery

from wangge.access.actor import Actor
from wangge.insight.divisions.models import Draft, DraftGrid
from wangge.insight.divisions.rules.new_places import NOWHERE, NewPlaces
from wangge.insight.divisions.rules.what_if import (
    Change,
    Drawing,
    Dwelling,
    VillageToday,
    what_if,
    with_newcomers,
)
from wangge.insight.divisions.rules.wishes import Counted, Wishes
from wangge.lib.area_code import InvalidAreaCode, Level
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area, Boundary, VillagerGroup
from wangge.registers.areas.rules.grids import GRID
from wangge.registers.organisations.models import Appointment
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.registers.people.models import Household
from wangge.work.cases.models import Case
from wangge.work.cases.queries.sight import visible


@dataclass(frozen=True, slots=True)
class Place:
    """A grid, its village or its township: name, and of a grid who works it on the day asked for."""

    name: str
    kind: str
    ended: bool
    synthetic: bool  # its outline is invented
    workers: tuple[str, ...]
    deputies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A village today and what a draft would change in it, with the places that are named."""

    today: VillageToday
    change: Change
    places: Mapping[str, Place]  # every grid the village ever had, the village, its township

    @property
    def synthetic(self) -> bool:
        """Whether the village is an invented one and its maps must say so."""
        return self.places[self.today.code].synthetic


def outlook_of(draft: Draft, day: date, *, newcomers: bool = False) -> Outlook:
    """What the draft would change if it came into force on `day`; four queries.

    With `newcomers` households that were entered since it was drawn are put with their neighbours,
    as they are when it comes into force. 409 where the village has no codes left.
    """
    places = _places(draft.village_code, day)
    numbers = frozenset(grid.number for grid in draft.grids.all())
    groups, on_map = _groups(draft, numbers)
    today = _village_today(draft, places, groups)
    assignment = with_newcomers(today, draft.assignment) if newcomers else draft.assignment
    try:
        change = what_if(today, Drawing(numbers, assignment, on_map))
    except InvalidAreaCode as used_up:
        raise Refusal(used_up.message) from used_up
    return Outlook(today, change, places)


def _places(village: str, day: date) -> dict[str, Place]:
    around = Q(parent=village, level=Level.GRID) | Q(code__in=[village, village[: Level.TOWNSHIP]])
    rows = Area.objects.filter(around).annotate(
        invented=Exists(Boundary.objects.filter(area=OuterRef("code"), synthetic=True)),
        workers=_holding(PostKind.GRID_WORKER, day),
        deputies=_holding(PostKind.GRID_DEPUTY, day),
    )
    found = rows.values_list("code", "name", "kind", "valid_to", "invented", "workers", "deputies")
    return {
        code: Place(name, kind, ended is not None, invented, tuple(workers), tuple(deputies))
        for code, name, kind, ended, invented, workers, deputies in found
    }


def _holding(kind: PostKind, day: date) -> ArraySubquery:
    """Names of the people who hold the posts of a kind in the row's grid."""
    terms = Appointment.objects.current(day).filter(
        post__area=OuterRef("code"), post__kind=kind, post__valid_to=None
    )
    return ArraySubquery(terms.order_by("starts_on", "id").values("person__name"))


def _groups(draft: Draft, numbers: frozenset[int]) -> tuple[dict[int, str], dict[int, int]]:
    """The grid of each villager group today, and in which grid of the draft its point lies."""
    rows = VillagerGroup.objects.filter(village=draft.village_code)
    found = list(
        rows.annotate(drawn=_drawn_around(draft)).values_list("number", "grid_id", "drawn")
    )
    today = {number: grid or NOWHERE for number, grid, _ in found}
    if len(numbers) == 1:
        return today, dict.fromkeys(today, *numbers)
    return today, {number: drawn for number, _, drawn in found if drawn is not None}


def _village_today(
    draft: Draft, places: Mapping[str, Place], groups: Mapping[int, str]
) -> VillageToday:
    """The village as the registers have it, people counted as the draft counts them."""
    used = frozenset(code for code in places if len(code) == Level.GRID)
    current = frozenset(c for c in used if places[c].kind == GRID and not places[c].ended)
    counted = Wishes.from_json(draft.settings).counted
    persons = "usual_persons" if counted is Counted.USUAL else "registered_persons"
    homes = Household.objects.filter(village_code=draft.village_code)
    rows = homes.values_list("pk", "area_code", "group__number", persons)
    households = {
        str(key): _dwelling(area, group, count, used, groups) for key, area, group, count in rows
    }
    return VillageToday(draft.village_code, current, used, households, groups)


def _dwelling(
    area: str,
    group: int | None,
    persons: int,
    grids: Container[str],
    groups: Mapping[int, str],
) -> Dwelling:
    """A household that names no grid lies in that of its group."""
    if area in grids:
        return Dwelling(area, persons, group)
    of_group = NOWHERE if group is None else groups.get(group, NOWHERE)
    return Dwelling(of_group, persons, group, entered=False)


def _drawn_around(draft: Draft) -> Subquery:
    """The number of the draft's grid that holds the point of the row."""
    around = DraftGrid.objects.filter(draft=draft, outline__covers=OuterRef("point"))
    return Subquery(
        around.order_by("number").values("number")[:1], output_field=IntegerField(null=True)
    )


@dataclass(frozen=True, slots=True)
class CaseGoes:
    """An open case and the grids, or the village, that it lies in before and after.

    ``worker_of`` is the grid whose worker takes it over if a worker of another has it. Where the
    place is known to the village only, that worker alone may change.
    """

    case: Case
    former: str
    latter: str
    worker_of: str


def cases_that_go(draft: Draft, places: NewPlaces, actor: Actor) -> list[CaseGoes]:
    """Open cases that go to another grid or lose the worker who has them, the first due first.

    Those in the actor's sight, without any whose place is not for the actor to know.
    """
    village = draft.village_code
    found = (
        visible(actor)
        .open()
        .filter(village_code=village)
        .for_lists()
        .annotate(drawn=_drawn_around(draft), grid_of_post=F("responsible_post__area_id"))
        .order_by(F("due_at").asc(nulls_last=True), "id")
    )
    going = (_going(case, places, village) for case in found if case.shows_parties)
    return [each for each in going if each is not None]


def _going(case: Case, places: NewPlaces, village: str) -> CaseGoes | None:
    seen: dict[str, Any] = case.__dict__  # with the columns of the query
    grid = case.area_code if len(case.area_code) == Level.GRID else NOWHERE
    latter = places.grid_of(grid, case.group_number, seen["drawn"]) or village
    if latter == case.area_code and seen["grid_of_post"] not in places.successors:
        return None
    of_worker = places.successors.get(seen["grid_of_post"], NOWHERE) or village
    return CaseGoes(case, case.area_code, latter, of_worker if latter == village else latter)
