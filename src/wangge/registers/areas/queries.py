"""What can be asked of places."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.contrib.gis.db.models import Extent
from django.contrib.gis.geos import MultiPolygon, Point
from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Q, QuerySet

from wangge.lib import area_code
from wangge.registers.areas.models import Area, Boundary, GroupPlacement, VillagerGroup


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """Names by code, one query for all."""
    return dict(Area.objects.filter(code__in=set(codes)).values_list("code", "name"))


def path_of(code: str) -> list[Area]:
    """The breadcrumb: from the county down to the place itself."""
    wanted = [*area_code.ancestors(code), code]
    found = {area.code: area for area in Area.objects.filter(code__in=wanted)}
    return [found[each] for each in sorted(wanted, key=len) if each in found and len(each) >= 6]


def children_of(code: str) -> QuerySet[Area]:
    """The current areas one level below, in the order of their codes."""
    return Area.objects.filter(parent=code, valid_to=None).order_by("code")


def groups_of(village_code: str) -> QuerySet[VillagerGroup]:
    """The villager groups of a village by number, for a choice: without their points."""
    return VillagerGroup.objects.filter(village=village_code).order_by("number").defer("point")


def groups_in(grid_code: str, day: date) -> QuerySet[VillagerGroup]:
    """The villager groups that lay in a grid on a day, ended grids included, by number."""
    then = GroupPlacement.objects.filter(grid=grid_code, valid_from__lte=day)
    then = then.filter(Q(valid_to=None) | Q(valid_to__gt=day))
    return VillagerGroup.objects.filter(pk__in=then.values("group")).order_by("number")


def current_boundary(code: str) -> Boundary | None:
    """The outline that is in force, with its source; None if nobody drew one."""
    return Boundary.objects.filter(area=code, valid_to=None).first()


@cache
def name_of(code: str) -> str:
    """The county's own name, which does not change while the process runs."""
    return Area.objects.values_list("name", flat=True).filter(code=code).first() or code


def group_ids(village_code: str) -> dict[int, int]:
    """Keys of a village's groups by their number."""
    return dict(VillagerGroup.objects.filter(village=village_code).values_list("number", "id"))


def grids_of(village_code: str) -> QuerySet[Area]:
    """The grids of a village that are in force, special ones included, by code."""
    return children_of(village_code).filter(level=area_code.Level.GRID)


def grids_ever(village_code: str) -> QuerySet[Area]:
    """Every grid the village ever had, in force or not, by code."""
    return Area.objects.filter(parent=village_code, level=area_code.Level.GRID).order_by("code")


def codes_ever_used(village_code: str) -> list[str]:
    """Every grid code the village ever had, in force or not."""
    return list(Area.objects.filter(parent=village_code).values_list("code", flat=True))


def grid_of_group(village_code: str, number: int) -> str | None:
    """The grid a villager group lies in, where it is known."""
    groups = VillagerGroup.objects.filter(village=village_code, number=number)
    return groups.values_list("grid_id", flat=True).first()


def known_code(text: str, otherwise: str) -> str:
    """The code of an existing area at or above village level, else the given one."""
    try:
        level = area_code.level_of(text)
    except area_code.InvalidAreaCode:
        return otherwise
    known = level <= area_code.Level.VILLAGE and Area.objects.filter(code=text).exists()
    return text if known else otherwise


def is_grid_of(text: str, village: str) -> bool:
    """Whether a text is the code of a grid, present or not, of a village."""
    whole = len(text) == area_code.Level.GRID and text.isascii() and text.isdecimal()
    return whole and text[: area_code.Level.VILLAGE] == village


Extents = tuple[float, float, float, float]
"""West, south, east and north in degrees."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a map needs to know about outlines: the extent of an area, and of the whole county.

    None where nothing is drawn. If `synthetic`, some outline is invented, and the map must say so.
    """

    area: Extents | None
    everything: Extents | None
    synthetic: bool


def frame_of(code: str, county: str) -> Frame:
    """The frame of an area in its county; where it has no outline, that of the areas inside it."""
    inside = Q(area__gte=code, area__lt=f"{code}:")
    drawn = Boundary.objects.filter(Q(area__gte=county, area__lt=f"{county}:") | inside)
    found = drawn.filter(valid_to=None).aggregate(
        own=Extent("outline", filter=Q(area=code)),
        inside=Extent("outline", filter=inside),
        everything=Extent("outline"),
        synthetic=BoolOr("synthetic"),
    )
    own = found["own"] or found["inside"]
    return Frame(own, found["everything"], bool(found["synthetic"]))


def outline_of(code: str) -> MultiPolygon | None:
    """The present outline of an area (4490), if it is known."""
    return (
        Boundary.objects.filter(area=code, valid_to=None).values_list("outline", flat=True).first()
    )


def are_drawn(code: str) -> bool:
    """Whether some outline of the areas right below an area is in force."""
    return Boundary.objects.filter(area__parent=code, valid_to=None).exists()


def is_synthetic(code: str) -> bool:
    """Whether an outline right below the area is invented, so that the map must say so."""
    return Boundary.objects.filter(area__parent=code, synthetic=True, valid_to=None).exists()


def points_of(places: Iterable[tuple[str, int | None]]) -> dict[tuple[str, int | None], Point]:
    """A point for each (village, group): that of the group, else one inside the village."""
    wanted = set(places)
    villages = {village for village, _ in wanted}
    inside = dict(
        Boundary.objects.filter(area__in=villages, valid_to=None).values_list(
            "area_id", "label_point"
        )
    )
    groups = VillagerGroup.objects.filter(village__in=villages, point__isnull=False)
    named: dict[tuple[str, int | None], Point | None] = {
        (village, number): point
        for village, number, point in groups.values_list("village_id", "number", "point")
    }
    found = {place: named.get(place) or inside.get(place[0]) for place in wanted}
    return {place: point for place, point in found.items() if point is not None}
