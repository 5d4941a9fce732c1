"""What a sheet says: public facts only, the same for everybody who asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final, cast
from uuid import UUID

import shapely
from django.contrib.gis.geos import GEOSGeometry, Polygon
from django.db.models import Count, QuerySet
from shapely import Point
from shapely.geometry.base import BaseGeometry

from wangge.access.actor import Actor
from wangge.insight.paper.models import PrintOrder
from wangge.insight.paper.rules.facts import Barrier, Grid, Group, Neighbour, Outline, VillageFacts
from wangge.lib.area_code import Level, grid_sequence
from wangge.lib.coordinates import shape_to_metres
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import models as areas
from wangge.registers.areas.queries import path_of
from wangge.registers.areas.rules.grids import SPECIAL_GRID, grid_words, is_number_alone
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.contacts import public_contacts
from wangge.registers.organisations.rules.contacts import PublicContact
from wangge.registers.organisations.rules.lines import TOWNSHIP_CENTRE, VILLAGE_STATION
from wangge.registers.people.models import Household

_AROUND: Final = 0.25  # of the village's width: how far neighbours are looked for


def village_facts(code: str, day: date) -> VillageFacts:
    """Everything the sheets of a village say on a day. Answers 404 if there is no such village.

    Twelve queries, however many grids.
    """
    path = path_of(code)
    if len(code) != Level.VILLAGE or not path or path[-1].code != code:
        raise Refusal.not_found(Message("area.thing"))
    grids = _grids_of(code, day)
    boundaries = _boundaries([code, *(grid.code for grid in grids)], day)
    outline = _outline(boundaries, code, grids)
    phones = dict(
        Unit.objects.filter(
            kind__in=[VILLAGE_STATION, TOWNSHIP_CENTRE],
            area__in=[code, code[: Level.TOWNSHIP]],
            valid_to=None,
        ).values_list("kind", "phone")
    )
    names = {len(area.code): area.name for area in path}
    return VillageFacts(
        code=code,
        name=names[Level.VILLAGE],
        township=names.get(Level.TOWNSHIP, ""),
        county=names.get(Level.COUNTY, ""),
        outline=outline,
        synthetic=any(each.synthetic for each in boundaries.values()),
        grids=_grids(code, grids, boundaries, public_contacts([g.code for g in grids], day)),
        neighbours=_neighbours(code, boundaries, day),
        barriers=_barriers(code) if outline is not None else [],
        station_phone=phones.get(VILLAGE_STATION, ""),
        centre_phone=phones.get(TOWNSHIP_CENTRE, ""),
    )


def grids_to_print(village_code: str, day: date) -> list[tuple[str, str | Message, int]]:
    """Code, name and households of the grids of a village on a day."""
    grids = _grids_of(village_code, day)
    households = _households(grids)
    return [(grid.code, grid_words(grid.name), households[grid.code]) for grid in grids]


def villages_below(code: str, day: date) -> list[tuple[str, str]]:
    """Code and name of the villages of an area that have grids on a day."""
    with_grids = areas.Area.objects.current(day).filter(level=Level.GRID).values("parent")
    found = areas.Area.objects.current(day).within(code).filter(level=Level.VILLAGE)
    return list(found.filter(code__in=with_grids).order_by("code").values_list("code", "name"))


def orders_of(actor: Actor) -> QuerySet[PrintOrder]:
    """The orders of the actor, newest first."""
    if actor.person_id is None:
        return PrintOrder.objects.none()
    return PrintOrder.objects.filter(person_id=actor.person_id).order_by("-asked_at", "-id")


def own_order(key: UUID, actor: Actor) -> PrintOrder:
    """The actor's own order with its file; answers 404 for somebody else's, as if it did not exist."""
    found = orders_of(actor).filter(pk=key).select_related("file").first()
    if found is None:
        raise Refusal.not_found(Message("paper.thing"))
    return found


def _grids_of(village_code: str, day: date) -> list[areas.Area]:
    current = areas.Area.objects.current(day)
    return list(current.filter(parent=village_code, level=Level.GRID).order_by("code"))


def _boundaries(codes: Iterable[str], day: date) -> dict[str, areas.Boundary]:
    rows = areas.Boundary.objects.filter(area__in=list(codes), valid_from__lte=day)
    return {row.area_id: row for row in rows.exclude(valid_to__lte=day)}


def _outline(
    boundaries: dict[str, areas.Boundary], code: str, grids: list[areas.Area]
) -> Outline | None:
    """The village's own outline, else that of its grids together, else none."""
    if code in boundaries:
        return _in_metres(boundaries[code].outline)
    drawn = [_in_metres(boundaries[grid.code].outline) for grid in grids if grid.code in boundaries]
    return shapely.union_all(drawn) if drawn else None


def _grids(
    village: str,
    grids: list[areas.Area],
    boundaries: dict[str, areas.Boundary],
    contacts: dict[str, PublicContact],
) -> list[Grid]:
    groups: defaultdict[str, list[Group]] = defaultdict(list)
    for row in areas.VillagerGroup.objects.filter(village=village).order_by("number"):
        point = cast(Point, _in_metres(row.point)) if row.point else None
        name = row.name or Message("paper.group", number=row.number)
        groups[row.grid_id or ""].append(Group(name, row.grid_id or "", point))
    households = _households(grids)
    points = dict(
        areas.SpecialGrid.objects.filter(area__in=[grid.code for grid in grids])
        .exclude(point=None)
        .values_list("area_id", "point")
    )
    return [
        Grid(
            code=grid.code,
            number=grid_sequence(grid.code),
            name="" if is_number_alone(grid.name) else grid.name,
            contact=contacts[grid.code],
            groups=groups[grid.code],
            outline=_in_metres(boundaries[grid.code].outline) if grid.code in boundaries else None,
            households=households[grid.code],
            special=grid.kind == SPECIAL_GRID,
            point=cast(Point, _in_metres(points[grid.code])) if grid.code in points else None,
        )
        for grid in grids
    ]


def _households(grids: list[areas.Area]) -> dict[str, int]:
    """The figure of the register of places, else a count of the households in sight."""
    codes = [grid.code for grid in grids]
    rows = Household.objects.filter(area_code__in=codes).values_list("area_code")
    counted = dict(rows.annotate(Count("id")))
    return {grid.code: grid.households or counted.get(grid.code, 0) for grid in grids}


def _neighbours(code: str, boundaries: dict[str, areas.Boundary], day: date) -> list[Neighbour]:
    if not boundaries:
        return []
    extents = [each.outline.extent for each in boundaries.values()]
    west, south = (min(extent[side] for extent in extents) for side in (0, 1))
    east, north = (max(extent[side] for extent in extents) for side in (2, 3))
    around = _AROUND * max(east - west, north - south)
    box = Polygon.from_bbox((west - around, south - around, east + around, north + around))
    box.srid = 4490
    rows = (
        areas.Boundary.objects.filter(
            outline__intersects=box, area__level=Level.VILLAGE, valid_from__lte=day
        )
        .exclude(valid_to__lte=day)
        .exclude(area=code)
        .order_by("area")
        .values_list("area__name", "outline")
    )
    return [Neighbour(name, _in_metres(outline)) for name, outline in rows]


def _barriers(code: str) -> list[Barrier]:
    rows = areas.Barrier.objects.filter(village=code).order_by("id").values_list("kind", "line")
    return [Barrier(kind, _in_metres(line)) for kind, line in rows]


def _in_metres(geometry: GEOSGeometry) -> BaseGeometry:
    return shape_to_metres(shapely.from_wkb(bytes(geometry.wkb)))
