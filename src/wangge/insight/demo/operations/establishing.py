"""The demo's ground: areas with invented outlines, units, calendar, households, staff and accounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import cast
from uuid import UUID

import shapely
from django.contrib.gis.geos import GEOSGeometry, MultiLineString, Point, Polygon

from wangge.access.actor import Actor
from wangge.insight.demo.operations.batches import establish_batches
from wangge.insight.demo.rules.geography.divisions import COUNTY, divisions, shown_name
from wangge.insight.demo.rules.geography.outlines import CountyOutlines, draw_county
from wangge.insight.demo.rules.geography.small_county import MAIN_GROUP, MAIN_VILLAGE, VILLAGES
from wangge.insight.demo.rules.geography.villages import Village, draw_villages
from wangge.insight.demo.rules.population.names import draw_name, draw_sex
from wangge.insight.demo.rules.population.staff import StaffPlan, plan_staff
from wangge.lib.area_code import Level, level_of, township_kind
from wangge.lib.state_council_calendar import announced_years, seed_from_chinese_calendar
from wangge.registers.accounts.operations import create_account
from wangge.registers.areas import operations as areas
from wangge.registers.areas import queries as area_queries
from wangge.registers.calendars.operations import load_year
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.operations import appoint_many
from wangge.registers.organisations.operations.establishment import (
    establish_grid_posts,
    establish_units,
)
from wangge.registers.people import operations as people

SEED = 431124
BEGAN_ON = date(2016, 3, 1)
_SRID = 4490


@dataclass(frozen=True, slots=True)
class Ground:
    """What was established, as far as the cases need it."""

    villages: Mapping[str, Village]
    staff: StaffPlan
    persons: Mapping[str, UUID]  # by key


def establish(*, by: Actor, at: datetime) -> Ground:
    """Build the whole ground through operations; the same seed gives the same county."""
    outlines = draw_county(SEED)
    _areas(outlines, by=by, at=at)
    for year in sorted(announced_years())[-3:]:
        days = seed_from_chinese_calendar([year])
        load_year(year, days, source="chinese-calendar", by=by, at=at)
    villages = draw_villages(outlines, SEED)
    for village in villages.values():
        _village(village, by=by, at=at)
    establish_units(valid_from=BEGAN_ON, by=by, at=at)
    establish_grid_posts(*VILLAGES, valid_from=BEGAN_ON, by=by, at=at)
    main = villages[MAIN_VILLAGE].grid_of_group(MAIN_GROUP)
    grids = {code: [grid.code for grid in village.grids] for code, village in villages.items()}
    staff = plan_staff(grids, main_grid=main, rng=Random(SEED))  # noqa: S311 - an invented county
    persons = _staff(staff, by=by, at=at)
    establish_batches(grids, began_on=BEGAN_ON, rng=Random(SEED), by=by, at=at)  # noqa: S311
    return Ground(villages, staff, persons)


def _areas(outlines: CountyOutlines, *, by: Actor, at: datetime) -> None:
    """County, townships and villages of the list, each with its outline."""
    inside = [each for each in divisions() if each.code.startswith(COUNTY)]
    areas.establish(
        (
            areas.NewArea(d.code, shown_name(d.name), _kind(d.code, d.name), full_name=d.name)
            for d in inside
        ),
        valid_from=BEGAN_ON,
        by=by,
        at=at,
    )
    drawn = {COUNTY: outlines.county} | outlines.townships | outlines.villages
    _draw({code: _geometry(outline) for code, outline in drawn.items()}, by=by, at=at)


def _kind(code: str, name: str) -> str:
    """The kind of an area as the glossary names it."""
    match level_of(code):
        case Level.COUNTY:
            return "county"
        case Level.TOWNSHIP:
            return township_kind(code).value
        case _:
            return "community" if shown_name(name) != name and int(code[-3:]) < 200 else "village"


def _village(village: Village, *, by: Actor, at: datetime) -> None:
    code, settlement, grids = village.code, village.settlement, village.grids
    areas.establish(
        (areas.NewArea(grid.code, _grid_name(grid.code), "grid") for grid in grids),
        valid_from=BEGAN_ON,
        by=by,
        at=at,
    )
    _draw({grid.code: _geometry(grid.outline) for grid in grids}, by=by, at=at)
    groups = [
        areas.NewGroup(
            group.number, point=_point(group.centre), grid_code=village.grid_of_group(group.number)
        )
        for group in settlement.groups
    ]
    areas.set_groups(code, groups, from_day=BEGAN_ON, by=by, at=at)
    _barriers(village, by=by, at=at)
    _households(village, by=by, at=at)


def _barriers(village: Village, *, by: Actor, at: datetime) -> None:
    lines = [("river", line) for line in village.barriers.rivers]
    lines += [("ridge", line) for line in village.barriers.ridges]
    if not lines:
        return
    areas.enter_barriers(
        village.code,
        [areas.NewBarrier(kind, _line(line)) for kind, line in lines],
        [areas.NewBridge(_point(bridge)) for bridge in village.barriers.bridges],
        source="generated",
        synthetic=True,
        by=by,
        at=at,
    )


def _grid_name(code: str) -> str:
    """The sequence of the grid; faces say it as 第 3 网格."""
    return str(int(code[Level.VILLAGE :]))


def _households(village: Village, *, by: Actor, at: datetime) -> None:
    rng = Random(village.code)  # noqa: S311 - invented people
    group_ids = area_queries.group_ids(village.code)
    grid_of = {home: grid.code for grid in village.grids for home in grid.households}
    people.enter_households(
        (
            people.NewHousehold(
                area_code=grid_of[index],
                group_id=group_ids[home.group_number],
                head_name=draw_name(rng, draw_sex(rng)),
                point=_point(home.point),
                registered_persons=home.registered_persons,
                usual_persons=home.usual_persons,
            )
            for index, home in enumerate(village.settlement.households)
        ),
        from_day=BEGAN_ON,
        synthetic=True,
        by=by,
        at=at,
    )


def _staff(plan: StaffPlan, *, by: Actor, at: datetime) -> dict[str, UUID]:
    """Persons, their accounts (no password: the demo is entered by name) and their posts."""
    ids = people.enter_officers(
        [people.NewOfficer(p.name, sex=p.sex.value, phone=p.phone) for p in plan.persons],
        by=by,
        at=at,
    )
    persons = dict(zip((p.key for p in plan.persons), ids, strict=True))
    appointed = dict.fromkeys(a.person_key for a in plan.appointments)
    for key in appointed:
        account = create_account(key, password=None, by=by, at=at)
        people.give_account(persons[key], account.pk, by=by, at=at)
    posts = _posts()
    appoint_many(
        (
            (
                posts[a.unit_kind, a.grid_code or a.area_code, a.post_kind.value],
                persons[a.person_key],
                a.origin or "",
            )
            for a in plan.appointments
        ),
        starts_on=BEGAN_ON,
        by=by,
        at=at,
    )
    return persons


def _posts() -> dict[tuple[str, str, str], UUID]:
    rows = Post.objects.values_list("unit__kind", "area_id", "kind", "id")
    return {(kind, area, post): pk for kind, area, post, pk in rows}


def _draw(outlines: Mapping[str, Polygon], *, by: Actor, at: datetime) -> None:
    areas.draw(outlines, source="generated", synthetic=True, valid_from=BEGAN_ON, by=by, at=at)


def _geometry(shape: shapely.Polygon) -> Polygon:
    return cast(Polygon, GEOSGeometry(memoryview(shape.wkb), srid=_SRID))


def _line(line: shapely.LineString) -> MultiLineString:
    return cast(MultiLineString, GEOSGeometry(shapely.MultiLineString([line]).wkt, srid=_SRID))


def _point(point: shapely.Point) -> Point:
    return Point(point.x, point.y, srid=_SRID)
