"""Villager groups: entered by number, and placed in grids from a day on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.gis.geos import Point

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import GroupPlacement, VillagerGroup
from wangge.registers.areas.operations.admission import (
    check_begun,
    check_grids,
    check_may_edit,
    lock_village,
)
from wangge.registers.areas.operations.placing import Placements
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event

_PLACEMENTS: Placements[int] = Placements(
    GroupPlacement,
    thing="group_id",
    place="grid_id",
    make=lambda group, grid, day: GroupPlacement(group_id=group, grid_id=grid, valid_from=day),
)


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A villager group by number; what is not known (name, point, grid) stays as it was."""

    number: int
    name: str = ""
    point: Point | None = None  # 4490
    grid_code: str | None = None


@operation
def set_groups(
    village_code: str, groups: Iterable[NewGroup], *, from_day: date, by: Actor, at: datetime
) -> None:
    """Enter the villager groups of a village, and place those that name a grid from a day on.

    Existing groups (by number) get the name, point and grid that are given.
    """
    may = check_may_edit(village_code, by)
    wanted = {group.number: group for group in groups}
    lock_village(village_code)
    there = VillagerGroup.objects.filter(village=village_code, number__in=wanted)
    known = list(there.select_for_update(no_key=True, of=("self",)))
    for row in known:
        row.name = wanted[row.number].name or row.name
        row.point = wanted[row.number].point or row.point
    VillagerGroup.objects.bulk_update(known, ["name", "point"])
    numbers = {row.number for row in known}
    VillagerGroup.objects.bulk_create(
        VillagerGroup(village_id=village_code, number=new.number, name=new.name, point=new.point)
        for new in wanted.values()
        if new.number not in numbers
    )
    record(
        Event.AREAS_ESTABLISHED,
        "villager_group",
        village_code,
        by=by,
        at=at,
        area_code=village_code,
        post_id=may.post_id if may else None,
        count=len(wanted),
    )
    placed = {new.number: new.grid_code for new in wanted.values() if new.grid_code}
    if placed:
        place_groups(village_code, placed, from_day=from_day, by=by, at=at)


@operation
def place_groups(
    village_code: str, places: Mapping[int, str], *, from_day: date, by: Actor, at: datetime
) -> int:
    """Place groups (by number) in grids of their village from a day on; returns how many moved.

    The day is today or earlier. The record keeps where a group lay before. 422 for a number or a
    grid that the village does not have; 409 where a group was placed later than that day.
    """
    may = check_may_edit(village_code, by)
    lock_village(village_code)
    check_begun(from_day, at)
    check_grids(village_code, places.values(), from_day)
    numbers = _numbers(village_code, places)
    moved = _PLACEMENTS.move({pk: places[number] for pk, number in numbers.items()}, from_day)
    for grid in set(moved.values()):
        keys = [pk for pk, code in moved.items() if code == grid]
        VillagerGroup.objects.filter(pk__in=keys).update(grid=grid)
    if moved:
        record(
            Event.GROUPS_PLACED,
            "area",
            village_code,
            by=by,
            at=at,
            area_code=village_code,
            post_id=may.post_id if may else None,
            count=len(moved),
            from_day=from_day.isoformat(),
        )
    return len(moved)


def _numbers(village_code: str, wanted: Iterable[int]) -> dict[int, int]:
    """The numbers of the wanted groups by their keys."""
    groups = VillagerGroup.objects.filter(village=village_code, number__in=set(wanted))
    numbers = dict(groups.values_list("pk", "number"))
    missing = set(wanted) - set(numbers.values())
    if missing:
        unknown = tuple(str(number) for number in sorted(missing))
        raise Refusal.invalid({"group": Message("area.group_unknown", numbers=unknown)})
    return numbers
