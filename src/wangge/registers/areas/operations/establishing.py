"""Places are entered, get an outline, and end in favour of others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.contrib.gis.geos import MultiPolygon, Polygon

from wangge.access.actor import Actor
from wangge.doors import jobs
from wangge.doors.operation import operation
from wangge.lib.area_code import level_of, parent
from wangge.registers.areas.models import Area, AreaSuccession, Boundary
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event

SRID = 4490  # CGCS2000 lon/lat: the one coordinate system of the database


@dataclass(frozen=True, slots=True)
class NewArea:
    """An area as it is to be entered. `full_name` is the name in the national list."""

    code: str
    name: str
    kind: str
    full_name: str = ""


@operation
def establish(areas: Iterable[NewArea], *, valid_from: date, by: Actor, at: datetime) -> int:
    """Enter areas that do not exist yet, parents before children; returns how many were new."""
    wanted = sorted(areas, key=lambda area: len(area.code))
    known = set(
        Area.objects.filter(code__in=[a.code for a in wanted]).values_list("code", flat=True)
    )
    fresh = [
        Area(
            code=area.code,
            parent_id=_parent_within(area.code),
            level=int(level_of(area.code)),
            kind=area.kind,
            name=area.name,
            full_name=area.full_name or area.name,
            valid_from=valid_from,
        )
        for area in wanted
        if area.code not in known
    ]
    Area.objects.bulk_create(fresh)
    record(
        Event.AREAS_ESTABLISHED,
        "area",
        wanted[0].code if wanted else "",
        by=by,
        at=at,
        count=len(fresh),
    )
    return len(fresh)


def _parent_within(code: str) -> str | None:
    """The county is the root: one deployment is one county."""
    return parent(code) if len(code) > 6 else None


@operation
def draw(
    outlines: Mapping[str, Polygon | MultiPolygon],
    *,
    source: str,
    synthetic: bool,
    valid_from: date,
    by: Actor,
    at: datetime,
) -> None:
    """Give areas their outline from a day on (lon/lat, SRID 4490); the former one ends that day."""
    replace_outlines(outlines, source=source, synthetic=synthetic, valid_from=valid_from)
    record(Event.GRIDS_DRAWN, "area", next(iter(outlines), ""), by=by, at=at, count=len(outlines))


def replace_outlines(
    outlines: Mapping[str, Polygon | MultiPolygon],
    *,
    source: str,
    synthetic: bool,
    valid_from: date,
) -> None:
    """End the present outlines of areas on a day, write the new ones, and have maps generalised again.

    For operations that have checked the permission and record the event themselves.
    """
    Boundary.objects.filter(area__in=outlines, valid_to=None).update(valid_to=valid_from)
    Boundary.objects.bulk_create(
        Boundary(
            area_id=code,
            outline=multi,
            outline_web=_in_web_metres(multi),
            label_point=multi.point_on_surface,
            source=source,
            synthetic=synthetic,
            valid_from=valid_from,
        )
        for code, multi in ((code, _multi(outline)) for code, outline in outlines.items())
    )
    jobs.later("areas.generalise", once="areas.generalise")


def _multi(outline: Polygon | MultiPolygon) -> MultiPolygon:
    multi = outline if isinstance(outline, MultiPolygon) else MultiPolygon(outline)
    multi.srid = SRID
    return multi


def _in_web_metres(outline: MultiPolygon) -> MultiPolygon:
    return cast(MultiPolygon, outline.transform(3857, clone=True))


@operation
def succeed(
    former: str,
    successors: Iterable[str],
    *,
    kind: str,
    effective_on: date,
    by: Actor,
    at: datetime,
) -> None:
    """End an area, and its outline, in favour of others. History keeps the old code."""
    area = Area.objects.select_for_update(no_key=True, of=("self",)).get(code=former)
    area.valid_to = effective_on
    area.save(update_fields=["valid_to"])
    Boundary.objects.filter(area=area, valid_to=None).update(valid_to=effective_on)
    AreaSuccession.objects.bulk_create(
        AreaSuccession(former=area, successor_id=code, effective_on=effective_on, kind=kind)
        for code in successors
    )
    record(Event.AREA_SUCCEEDED, "area", former, by=by, at=at, area_code=former, kind=kind)
