"""Entering households, and placing them in grids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.gis.geos import Point
from django.db.models import Count, Sum

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.models import Area
from wangge.registers.areas.operations.admission import (
    check_begun,
    check_grids,
    check_may_edit,
    lock_village,
)
from wangge.registers.areas.operations.placing import Placements
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.people.models import Household, HouseholdPlacement


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """A household as it is entered: grid or village code, group, point (4490) and its figures."""

    area_code: str
    group_id: int | None
    head_name: str
    point: Point | None
    registered_persons: int
    usual_persons: int


@operation
def enter_households(
    households: Iterable[NewHousehold],
    *,
    from_day: date,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> int:
    """Enter households of one or more villages; returns how many.

    Those that name a grid belong to it from `from_day` on. Updates the figures of village and grids.
    """
    rows = [
        Household(
            id=uuid7(at),
            area_code=each.area_code,
            village_code=each.area_code[: Level.VILLAGE],
            group_id=each.group_id,
            head_name=each.head_name,
            point=each.point,
            registered_persons=each.registered_persons,
            usual_persons=each.usual_persons,
            synthetic=synthetic,
            entered_at=at,
        )
        for each in households
    ]
    villages = sorted({row.village_code for row in rows})
    for village in villages:
        check_may_edit(village, by)
        lock_village(village)
    Household.objects.bulk_create(rows, batch_size=1000)
    in_grids = {row.pk: row.area_code for row in rows if len(row.area_code) == Level.GRID}
    _placements(at).move(in_grids, from_day)
    _count(villages)
    area = villages[0] if villages else ""
    record(
        Event.HOUSEHOLDS_ENTERED, "household", area, by=by, at=at, area_code=area, count=len(rows)
    )
    return len(rows)


@operation
def place_households(places: Mapping[UUID, str], *, from_day: date, by: Actor, at: datetime) -> int:
    """Place households of one village in its grids from a day on; returns how many moved.

    The day is today or earlier. The record keeps where a household belonged before, and the figures
    of village and grids are counted again. 404 for a household that does not exist or is out of
    sight, 422 for a grid that the village lacks, 409 if one was placed later than that day.
    """
    villages = {code[: Level.VILLAGE] for code in places.values()}
    if not villages:
        return 0
    if len(villages) > 1:
        raise Refusal.invalid({"grid": Message("household.one_village")})
    (village,) = villages
    may = check_may_edit(village, by)
    lock_village(village)
    check_begun(from_day, at)
    check_grids(village, places.values(), from_day)
    if Household.objects.filter(pk__in=list(places), village_code=village).count() != len(places):
        raise Refusal.not_found(Message("household.thing"))
    moved = _placements(at).move(places, from_day)
    for grid in set(moved.values()):
        keys = [pk for pk, code in moved.items() if code == grid]
        Household.objects.filter(pk__in=keys).update(area_code=grid)
    _count([village])
    record(
        Event.HOUSEHOLDS_PLACED,
        "area",
        village,
        by=by,
        at=at,
        area_code=village,
        post_id=may.post_id if may else None,
        count=len(moved),
        from_day=from_day.isoformat(),
    )
    return len(moved)


def _placements(at: datetime) -> Placements[UUID]:
    return Placements(
        HouseholdPlacement,
        thing="household_id",
        place="area_code",
        make=lambda household, grid, day: HouseholdPlacement(
            id=uuid7(at), household_id=household, area_code=grid, valid_from=day
        ),
    )


def _count(villages: Iterable[str]) -> None:
    """Write the figures of villages and their grids: households, and persons registered there."""
    counted = (
        Household.objects.filter(village_code__in=list(villages))
        .values_list("village_code", "area_code")
        .annotate(households=Count("pk"), persons=Sum("registered_persons"))
    )
    figures: dict[str, tuple[int, int]] = {}
    for village, area, households, persons in counted:
        for code in {village, area}:
            known = figures.get(code, (0, 0))
            figures[code] = known[0] + households, known[1] + persons
    places = list(Area.objects.within(*villages).filter(valid_to=None))
    for place in places:
        place.households, place.persons = figures.get(place.pk, (0, 0))
    Area.objects.bulk_update(places, ["households", "persons"], batch_size=500)
