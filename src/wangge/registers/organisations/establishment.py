"""Setting up the county's units and posts by the table of kinds: they exist by rule (A07–A12)."""

from datetime import date, datetime
from uuid import UUID

from django.conf import settings

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.area_code import Level, at_level
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.models import Area
from wangge.registers.audit.events import Event
from wangge.registers.audit.operations import record
from wangge.registers.organisations.cover import reckon_cover
from wangge.registers.organisations.models import Post, Unit
from wangge.registers.organisations.rules.lines import superior_of
from wangge.registers.organisations.rules.post_kinds import ONE_HOLDER, PostKind, post_kinds_of
from wangge.registers.organisations.rules.unit_kinds import UnitKind, unit_kinds

Place = tuple[str, str]  # kind, area code


@operation
def establish_units(*, valid_from: date, by: Actor, at: datetime) -> int:
    """Give every area the units of its level that it lacks, with their posts; returns how many.

    Grid workers' posts come with the grids (`establish_grid_posts`). A unit is first named as its
    kind is; the county may give it the name on its own door plate later.
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
    reckon_cover(valid_from)
    record(Event.UNITS_ESTABLISHED, "unit", settings.COUNTY_CODE, by=by, at=at, count=len(fresh))
    return len(fresh)


@operation
def establish_grid_posts(village_code: str, *, valid_from: date, by: Actor, at: datetime) -> int:
    """A worker's post at the village station for every current grid that has none yet."""
    station = Unit.objects.get(kind="v_service_station", area=village_code, valid_to=None)
    grids = Area.objects.filter(parent=village_code, level=Level.GRID, valid_to=None)
    has_post = Post.objects.filter(unit=station, kind=PostKind.GRID_WORKER, valid_to=None)
    fresh = [
        _post(station, PostKind.GRID_WORKER, grid.code, valid_from, at)
        for grid in grids.exclude(code__in=has_post.values("area"))
    ]
    Post.objects.bulk_create(fresh)
    record(
        Event.UNITS_ESTABLISHED,
        "post",
        station.pk,
        by=by,
        at=at,
        area_code=village_code,
        count=len(fresh),
    )
    return len(fresh)


def _unit(kind: UnitKind, area: Area, valid_from: date, at: datetime) -> Unit:
    return Unit(
        id=uuid7(at),
        kind=kind.code,
        area=area,
        name=settings.WORDS.say(kind.words, "zh"),
        valid_from=valid_from,
    )


def _above(kind_code: str | None, code: str, ids: dict[Place, UUID]) -> UUID | None:
    """The unit of a kind that stands over an area: its own area, cut to the kind's level."""
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
        if kind is not PostKind.GRID_WORKER
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
