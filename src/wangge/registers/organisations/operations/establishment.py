"""Setting up the county's units and posts from the table of kinds: they exist by rule (A07–A12)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.area_code import Level, at_level
from wangge.lib.message import Message
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.models import Area
from wangge.registers.areas.operations.admission import check_begun
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, Post, Substitution, Unit
from wangge.registers.organisations.operations.admission import check_may
from wangge.registers.organisations.operations.cover_kept import (
    end_cover,
    renew_cover,
    renew_cover_around,
)
from wangge.registers.organisations.rules.lines import VILLAGE_STATION, superior_of
from wangge.registers.organisations.rules.post_kinds import (
    OF_A_GRID,
    ONE_HOLDER,
    PostKind,
    post_kinds_of,
)
from wangge.registers.organisations.rules.unit_kinds import UnitKind, unit_kinds

Place = tuple[str, str]  # kind, area code


@operation
def establish_units(*, valid_from: date, by: Actor, at: datetime) -> int:
    """Give every area the units that its level lacks, with their posts; returns how many are new.

    Posts of a grid come with the grids (`establish_grid_posts`). A unit starts with the
    name of its kind; the county may later give it the name on its door plate.
    """
    known = {(unit.kind, unit.area_id): unit.pk for unit in Unit.objects.filter(valid_to=None)}
    areas = list(Area.objects.filter(valid_to=None, level__lte=Level.VILLAGE))
    fresh = {
        (kind.code, area.code): _unit(kind, area, valid_from, at)
        for area in areas
        for kind in unit_kinds().values()
        if kind.level == area.level and (kind.code, area.code) not in known
    }
    ids = known | {place: unit.pk for place, unit in fresh.items()}
    for (kind_code, code), unit in fresh.items():
        unit.superior_id = _above(superior_of(kind_code), code, ids)
        unit.merged_into_id = _above(unit_kinds()[kind_code].merged_into, code, ids)
    _insert(list(fresh.values()), valid_from, at)
    renew_cover(valid_from)
    record(Event.UNITS_ESTABLISHED, "unit", settings.COUNTY_CODE, by=by, at=at, count=len(fresh))
    return len(fresh)


@operation
def establish_grid_posts(*village_codes: str, valid_from: date, by: Actor, at: datetime) -> int:
    """Give every current grid its worker's and deputies' posts at the village station.

    Returns how many posts are new, and works out at once who covers them.
    """
    for village in village_codes:
        check_may(by, village, Message("area.thing"))
    stations = Unit.objects.filter(kind=VILLAGE_STATION, area__in=village_codes, valid_to=None)
    by_village = {station.area_id: station for station in stations}
    grids = Area.objects.filter(parent__in=by_village, level=Level.GRID, valid_to=None)
    there = set(
        Post.objects.filter(unit__in=stations, kind__in=OF_A_GRID, valid_to=None).values_list(
            "area_id", "kind"
        )
    )
    fresh = [
        _post(by_village[str(grid.parent_id)], kind, grid.pk, valid_from, at)
        for grid in grids.order_by("code")
        for kind in sorted(OF_A_GRID)
        if (grid.pk, kind) not in there
    ]
    Post.objects.bulk_create(fresh)
    renew_cover_around([station.pk for station in stations], county_day(at))
    for village, station in sorted(by_village.items()):
        count = sum(post.unit_id == station.pk for post in fresh)
        record(
            Event.UNITS_ESTABLISHED,
            "post",
            station.pk,
            by=by,
            at=at,
            area_code=village,
            count=count,
        )
    return len(fresh)


@operation
def end_grid_posts(grid_codes: Iterable[str], *, ends_on: date, by: Actor, at: datetime) -> int:
    """End the posts of grids that end: `ends_on` (today or earlier) is the first day without them.

    Dismisses their holders on that day and renews who covers what; the caller has handed over their
    open cases before. Returns how many posts ended.
    """
    codes = set(grid_codes)
    for code in codes:
        check_may(by, code, Message("area.thing"))
    check_begun(ends_on, at)
    posts = list(
        Post.objects.select_for_update(no_key=True, of=("self",))
        .filter(area__in=codes, kind__in=OF_A_GRID, valid_to=None)
        .order_by("id")
    )
    _end_terms(posts, ends_on, by, at)
    Post.objects.filter(pk__in=[post.pk for post in posts]).update(valid_to=ends_on)
    end_cover((post.pk for post in posts), county_day(at))
    renew_cover_around({post.unit_id for post in posts}, county_day(at))
    for code in sorted({post.area_id for post in posts}):
        record(Event.POSTS_ENDED, "area", code, by=by, at=at, area_code=code)
    return len(posts)


def _end_terms(posts: Sequence[Post], ends_on: date, by: Actor, at: datetime) -> None:
    """Terms that began end with the post; those that had not begun are deleted."""
    for rows in (Appointment.objects.all(), Substitution.objects.all()):
        rows.filter(post__in=posts, starts_on__gte=ends_on).delete()
    running = Q(ends_on=None) | Q(ends_on__gt=ends_on)
    Substitution.objects.filter(running, post__in=posts).update(ends_on=ends_on)
    held = Appointment.objects.filter(running, post__in=posts).select_related("post")
    for term in list(held):
        record(
            Event.DISMISSED,
            "post",
            term.post_id,
            by=by,
            at=at,
            area_code=term.post.area_id,
            person=str(term.person_id),
        )
    held.update(ends_on=ends_on)


def _unit(kind: UnitKind, area: Area, valid_from: date, at: datetime) -> Unit:
    return Unit(
        id=uuid7(at),
        kind=kind.code,
        area=area,
        name=settings.WORDS.say(kind.words, "zh"),
        valid_from=valid_from,
    )


def _above(kind_code: str | None, code: str, ids: dict[Place, UUID]) -> UUID | None:
    """The unit of a kind whose area holds this one."""
    if kind_code is None:
        return None
    level = unit_kinds()[kind_code].level
    return ids.get((kind_code, at_level(code, level)))


def _insert(units: list[Unit], valid_from: date, at: datetime) -> None:
    Unit.objects.bulk_create(units)
    Post.objects.bulk_create(
        _post(unit, kind, unit.area_id, valid_from, at)
        for unit in units
        for kind in post_kinds_of(unit.kind)
        if kind not in OF_A_GRID
    )


def _post(unit: Unit, kind: PostKind, area_code: str, valid_from: date, at: datetime) -> Post:
    return Post(
        id=uuid7(at),
        unit=unit,
        kind=kind.value,
        area_id=area_code,
        single_holder=kind in ONE_HOLDER,
        valid_from=valid_from,
    )
