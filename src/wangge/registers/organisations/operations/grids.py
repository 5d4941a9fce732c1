"""Grids without geodata: villager groups, a worker and a phone; and special grids by hand.

Outline and points may follow later. A division of the whole village goes another way
(insight/divisions); here nothing that is in force is divided again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.gis.geos import MultiPolygon, Point, Polygon

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.doors.operation import operation
from wangge.lib.area_code import Level, grid_sequence, next_grid_code
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import operations as areas
from wangge.registers.areas.models import Area, Boundary, SpecialGrid, VillagerGroup
from wangge.registers.areas.operations.admission import check_begun, check_may, lock_village
from wangge.registers.areas.queries import codes_ever_used
from wangge.registers.areas.rules.grids import GRID, SPECIAL_GRID, SpecialSort
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.organisations.models import Appointment, Post
from wangge.registers.organisations.operations.appointing import appoint
from wangge.registers.organisations.operations.contacting import publish_phone
from wangge.registers.organisations.operations.establishment import (
    end_grid_posts,
    establish_grid_posts,
)
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID, PostKind
from wangge.registers.people.models import Household
from wangge.registers.people.operations import NewOfficer, enter_officers, place_households
from wangge.registers.people.queries import officer_with


@dataclass(frozen=True, slots=True)
class NewWorker:
    """The future worker of a grid; `phone` is normalised, `publishes` is consent to publishing it."""

    name: str
    origin: str
    phone: str = ""
    sex: str = ""
    publishes: bool = False


@dataclass(frozen=True, slots=True)
class ListedGrid:
    """A grid as a list of villager groups; without a name it is called by its number."""

    groups: tuple[int, ...]
    name: str = ""
    worker: NewWorker | None = None


@operation
def establish_listed_grid(
    village_code: str, grid: ListedGrid, *, from_day: date, by: Actor, at: datetime
) -> str:
    """Put a grid of whole villager groups into force from a day on; returns its code.

    Enters groups that are not on record, moves households with their groups, and gives the grid its
    posts and its worker. 422 if a group lies in another grid: a divided village is divided again
    by a draft.
    """
    check_may(Permission.ORGANISATION_APPOINT, village_code, Message("area.thing"), by)
    lock_village(village_code)
    check_begun(from_day, at)
    _check_groups_free(village_code, grid.groups)
    code = _establish(village_code, grid.name, GRID, from_day, by, at)
    groups = [areas.NewGroup(number, grid_code=code) for number in grid.groups]
    areas.set_groups(village_code, groups, from_day=from_day, by=by, at=at)
    members = Household.objects.filter(
        group__village=village_code, group__number__in=grid.groups
    ).values_list("pk", flat=True)
    place_households(dict.fromkeys(members, code), from_day=from_day, by=by, at=at)
    establish_grid_posts(village_code, valid_from=from_day, by=by, at=at)
    if grid.worker is not None:
        _put_to_work(grid.worker, code, from_day, by, at)
    return code


@operation
def establish_special_grid(
    village_code: str,
    name: str,
    sort: SpecialSort,
    *,
    point: Point | None = None,
    outline: Polygon | MultiPolygon | None = None,
    from_day: date,
    by: Actor,
    at: datetime,
) -> str:
    """Make a school, market or enterprise a grid of its own, apart from the tiling; returns its code.

    Point and outline (4490) may be missing. 422 without a name, or if the village has a grid of it.
    """
    check_may(Permission.ORGANISATION_APPOINT, village_code, Message("area.thing"), by)
    lock_village(village_code)
    check_begun(from_day, at)
    if not name.strip():
        raise Refusal.invalid({"name": Message("area.name_missing")})
    code = _establish(village_code, name.strip(), SPECIAL_GRID, from_day, by, at)
    SpecialGrid(area_id=code, sort=sort.value, point=point).save(force_insert=True)
    if outline is not None:
        areas.draw(
            {code: outline},
            source="by_hand",
            synthetic=False,
            valid_from=from_day,
            by=by,
            at=at,
        )
    establish_grid_posts(village_code, valid_from=from_day, by=by, at=at)
    return code


@operation
def end_special_grid(grid_code: str, *, ends_on: date, by: Actor, at: datetime) -> None:
    """End a special grid with its posts; `ends_on` (today or earlier) is the first day without it."""
    may = check_may(Permission.ORGANISATION_APPOINT, grid_code, Message("area.thing"), by)
    grid = (
        Area.objects.select_for_update(no_key=True, of=("self",))
        .filter(pk=grid_code, kind=SPECIAL_GRID, valid_to=None)
        .first()
    )
    if grid is None:
        raise Refusal.not_found(Message("area.thing"))
    if ends_on <= grid.valid_from:
        raise Refusal.invalid({"ends_on": Message("constraint.area_term_forward")})
    end_grid_posts([grid_code], ends_on=ends_on, by=by, at=at)
    Boundary.objects.filter(area=grid, valid_to=None).update(valid_to=ends_on)
    grid.valid_to = ends_on
    grid.save(update_fields=["valid_to"])
    record(
        Event.SPECIAL_GRID_ENDED,
        "area",
        grid_code,
        by=by,
        at=at,
        area_code=grid_code,
        post_id=may.post_id if may else None,
    )


def _check_groups_free(village_code: str, numbers: tuple[int, ...]) -> None:
    if not numbers:
        raise Refusal.invalid({"groups": Message("area.groups_none")})
    taken = VillagerGroup.objects.filter(
        village=village_code, number__in=numbers, grid__valid_to=None, grid__isnull=False
    ).values_list("number", flat=True)
    if taken:
        said = tuple(str(number) for number in sorted(taken))
        raise Refusal.invalid({"groups": Message("area.groups_taken", numbers=said)})


def _establish(
    village_code: str, name: str, kind: str, from_day: date, by: Actor, at: datetime
) -> str:
    code = next_grid_code(village_code, codes_ever_used(village_code))
    called = name or str(grid_sequence(code))
    namesakes = Area.objects.filter(parent=village_code, name=called, valid_to=None)
    if namesakes.filter(level=Level.GRID).exists():
        raise Refusal.invalid({"name": Message("area.name_taken", name=called)})
    areas.establish([areas.NewArea(code, called, kind)], valid_from=from_day, by=by, at=at)
    return code


def _put_to_work(
    worker: NewWorker, grid_code: str, from_day: date, by: Actor, at: datetime
) -> None:
    """Appoint the worker, who is entered first if nobody knows them."""
    person = _known(worker, grid_code)
    if person is None:
        officer = NewOfficer(worker.name, sex=worker.sex, phone=worker.phone)
        (person,) = enter_officers([officer], by=by, at=at)
    post = Post.objects.get(kind=PostKind.GRID_WORKER, area=grid_code, valid_to=None)
    appoint(post.pk, person, starts_on=from_day, origin=worker.origin, by=by, at=at)
    if worker.publishes and worker.phone:
        publish_phone(person, worker.phone, by=by, at=at)


def _known(worker: NewWorker, grid_code: str) -> UUID | None:
    """Found by name and phone; without a phone, somebody of that name who works in this village."""
    if worker.phone:
        return officer_with(worker.name, worker.phone)
    village = grid_code[: Level.VILLAGE]
    terms = Appointment.objects.filter(
        person__name=worker.name, post__kind__in=OF_A_GRID, post__area__parent=village, ends_on=None
    )
    return terms.values_list("person", flat=True).first()
