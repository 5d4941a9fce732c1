"""Entering persons and households, and placing households in grids."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.gis.geos import Point
from django.db.models import Count, Q, Sum

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts.adapters.key_ring import sealed_phone
from wangge.registers.areas.models import Area, VillagerGroup
from wangge.registers.areas.operations.admission import (
    check_begun,
    check_grids,
    check_may_edit,
    lock_village,
)
from wangge.registers.areas.operations.placing import Placements
from wangge.registers.areas.queries import current_boundary
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.people.models import Household, HouseholdPlacement, Person


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """Somebody who holds public office here; `phone` is the number for work."""

    name: str
    sex: str = ""
    phone: str = ""
    e_mail: str = ""


@operation
def enter_officers(officers: Sequence[NewOfficer], *, by: Actor, at: datetime) -> list[UUID]:
    """Enter persons in public office, in order; their phone is sealed, their name is not secret."""
    people = [
        Person(
            id=uuid7(at),
            name=officer.name,
            sex=officer.sex,
            e_mail=officer.e_mail,
            officer=True,
            entered_at=at,
            **sealed_phone(officer.phone),
        )
        for officer in officers
    ]
    Person.objects.bulk_create(people)
    record(
        Event.PERSON_ENTERED,
        "person",
        people[0].pk if people else "",
        by=by,
        at=at,
        count=len(people),
    )
    return [person.pk for person in people]


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

    Those that name a grid belong to it from `from_day` on; the figures of village and grids follow.
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
    """Let households of one village belong to grids of it from a day on; returns how many moved.

    The day is today or earlier. Where a household belonged before stays on record, and the figures
    of village and grids are counted again. 404 for a household that is not there or not seen, 422
    for a grid that its village does not have; 409 where one was placed later than that day.
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


@operation
def place_group(village_code: str, number: int, point: Point, *, by: Actor, at: datetime) -> int:
    """Say where a villager group lives (4490); returns how many households take its point for theirs.

    Those are the households of the group without a point of their own; they are marked approximate.
    422 for a group that is not there, and for a point outside the outline of the village.
    """
    may = check_may_edit(village_code, by)
    lock_village(village_code)
    group = VillagerGroup.objects.filter(village=village_code, number=number).first()
    if group is None:
        raise Refusal.invalid({"group": Message("area.group_unknown", numbers=(str(number),))})
    outline = current_boundary(village_code)
    if outline is not None and not outline.outline.covers(point):
        raise Refusal.invalid({"point": Message("area.point_outside")})
    group.point = point
    group.save(update_fields=["point"])
    nowhere = Household.objects.filter(Q(point=None) | Q(point_approximate=True), group=group)
    taken = nowhere.update(point=point, point_approximate=True)
    record(
        Event.GROUPS_LOCATED,
        "area",
        village_code,
        by=by,
        at=at,
        area_code=village_code,
        post_id=may.post_id if may else None,
        group=number,
        households=taken,
    )
    return taken


@operation
def locate_households(
    village_code: str, points: Mapping[UUID, Point], *, source: str, by: Actor, at: datetime
) -> int:
    """Say where households of a village stand (4490); returns how many have a new place.

    `source` is where the points come from, for the record. Which grid a household belongs to does
    not change. 404 for a household that the village does not have or that is not seen.
    """
    may = check_may_edit(village_code, by)
    lock_village(village_code)
    rows = list(Household.objects.filter(village_code=village_code, pk__in=list(points)))
    if len(rows) != len(points):
        raise Refusal.not_found(Message("household.thing"))
    for row in rows:
        row.point, row.point_approximate = points[row.pk], False
    Household.objects.bulk_update(rows, ["point", "point_approximate"], batch_size=500)
    record(
        Event.HOUSEHOLDS_LOCATED,
        "area",
        village_code,
        by=by,
        at=at,
        area_code=village_code,
        post_id=may.post_id if may else None,
        count=len(rows),
        source=source,
    )
    return len(rows)


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


@operation
def give_account(person_id: UUID, account_id: UUID, *, by: Actor, at: datetime) -> None:
    """Let a person sign in with an account."""
    Person.objects.filter(pk=person_id).update(account=account_id)
    record(Event.ACCOUNT_GIVEN, "person", person_id, by=by, at=at, account=str(account_id))
