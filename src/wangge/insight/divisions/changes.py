"""What a draft would change, read from the registers as they are now; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery

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
from wangge.registers.areas.models import Area, VillagerGroup
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.queries import county_day, holders
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.registers.people.models import Household
from wangge.work.cases import queries as cases
from wangge.work.cases.models import Case

ORDINARY = "grid"
"""The kind of area that a division replaces; special grids (a school, a market) stay."""


def change_of(draft: Draft, *, newcomers: bool = False) -> tuple[VillageToday, Change]:
    """The village today and what the draft would change in it; four queries.

    With `newcomers` households that were entered since it was drawn are put with their neighbours,
    as they are when it comes into force. 409 where the village has no codes left.
    """
    today = village_today(draft)
    known = with_newcomers(today, draft.assignment) if newcomers else draft.assignment
    numbers, groups = _on_map(draft)
    try:
        return today, what_if(today, Drawing(numbers, known, groups))
    except InvalidAreaCode as used_up:
        raise Refusal(used_up.message) from used_up


def village_today(draft: Draft) -> VillageToday:
    """The village of a draft as the registers have it, people counted as the draft counts them."""
    village = draft.village_code
    grids = Area.objects.filter(parent=village, level=Level.GRID)
    used = {
        code: (kind, ended) for code, kind, ended in grids.values_list("code", "kind", "valid_to")
    }
    current = {code for code, (kind, ended) in used.items() if kind == ORDINARY and ended is None}
    rows = VillagerGroup.objects.filter(village=village).values_list("number", "grid_id")
    groups = {number: grid or NOWHERE for number, grid in rows}
    counted = Wishes.from_json(draft.settings).counted
    persons = f"{'usual' if counted is Counted.USUAL else 'registered'}_persons"
    homes = Household.objects.filter(village_code=village)
    households = {
        str(key): _dwelling(area, group, count, used.keys(), groups)
        for key, area, group, count in homes.values_list(
            "pk", "area_code", "group__number", persons
        )
    }
    return VillageToday(village, frozenset(current), frozenset(used), households, groups)


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


def _on_map(draft: Draft) -> tuple[frozenset[int], dict[int, int]]:
    """The grids of the draft by number, and in which of them each villager group has its point."""
    numbers = frozenset(DraftGrid.objects.filter(draft=draft).values_list("number", flat=True))
    groups = VillagerGroup.objects.filter(village=draft.village_code)
    if len(numbers) == 1:
        return numbers, dict.fromkeys(groups.values_list("number", flat=True), *numbers)
    lying = groups.annotate(drawn=_drawn_around(draft)).filter(drawn__isnull=False)
    return numbers, dict(lying.values_list("number", "drawn"))


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


def cases_that_move(draft: Draft, places: NewPlaces, actor: Actor) -> list[CaseGoes]:
    """Open cases in the actor's sight that go to another grid or lose the worker who has them.

    The first due first.
    """
    village = draft.village_code
    found: QuerySet[Case] = (
        cases.visible(actor)
        .open()
        .filter(village_code=village)
        .for_lists()
        .annotate(drawn=_drawn_around(draft), grid_of_post=F("responsible_post__area_id"))
        .order_by(F("due_at").asc(nulls_last=True), "id")
    )
    going = (_going(case, places, village) for case in found)
    return [each for each in going if each is not None]


def _going(case: Case, places: NewPlaces, village: str) -> CaseGoes | None:
    seen: dict[str, Any] = case.__dict__  # with the columns of the query
    latter = places.grid_of(case.grid_code, case.group_number, seen["drawn"]) or village
    if latter == case.area_code and seen["grid_of_post"] not in places.successors:
        return None
    of_worker = places.successors.get(seen["grid_of_post"], NOWHERE) or village
    return CaseGoes(case, case.area_code, latter, of_worker if latter == village else latter)


@dataclass(frozen=True, slots=True)
class PostTouched:
    """A post of a grid and who holds it; `ends` if its grid ends."""

    post_id: UUID
    kind: PostKind
    grid: str
    names: tuple[str, ...]
    ends: bool


def posts_touched(change: Change, at: datetime) -> list[PostTouched]:
    """The posts of all grids there are today, and who holds them: two queries."""
    ended = {ending.code for ending in change.ends}
    wanted = ended | set(change.codes.values())
    posts = list(
        Post.objects.filter(area__in=wanted, area__level=Level.GRID, valid_to=None).order_by(
            "area_id", "-kind"
        )
    )
    names = holders((post.pk for post in posts), county_day(at))
    return [
        PostTouched(
            post.pk,
            PostKind(post.kind),
            post.area_id,
            tuple(names.get(post.pk, ())),
            post.area_id in ended,
        )
        for post in posts
    ]
