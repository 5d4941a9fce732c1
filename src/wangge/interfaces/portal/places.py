"""Where it happened: from the county down, one choice per page, and the village of last time."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse

from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level, contains, level_of
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area, VillagerGroup
from wangge.registers.areas.queries import children_of, grids_of, groups_of, path_of
from wangge.work.cases.rules.states import CASE_LEVELS

VILLAGE_COOKIE = "wangge_village"
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Place:
    """A county, township or village by its path from the county down."""

    path: tuple[Area, ...]

    @property
    def code(self) -> str:
        """The area code of the place itself."""
        code: str = self.path[-1].code
        return code

    @property
    def name(self) -> str:
        """Township and village together; the county's own name for itself."""
        below = self.path[1:] or self.path
        return " ".join(area.name for area in below)

    @property
    def is_village(self) -> bool:
        """Whether nothing further need be chosen."""
        return len(self.code) == Level.VILLAGE

    @property
    def is_township(self) -> bool:
        """Whether the villages are still to choose from."""
        return len(self.code) == Level.TOWNSHIP


def place_at(code: str) -> Place:
    """The place with this code; refused as missing outside the county, below villages, or once it ended."""
    path = tuple(path_of(code)) if _is_inside(code) else ()
    if not path or path[-1].code != code or path[-1].valid_to is not None:
        raise Refusal.not_found(Message("area.thing"))
    return Place(path)


def _is_inside(code: str) -> bool:
    try:
        return level_of(code) in CASE_LEVELS and contains(settings.COUNTY_CODE, code)
    except Invalid:
        return False


def places_below(code: str) -> list[Area]:
    """Townships of the county, or villages of a township, as a choice."""
    return list(children_of(code))


def groups_at(place: Place) -> list[VillagerGroup]:
    """The villager groups of a village, none elsewhere."""
    return list(groups_of(place.code)) if place.is_village else []


def finest_code(place: Place, group: VillagerGroup | None, grid: str = "") -> str:
    """The grid of the group where it is known, so that the report reaches its worker at once.

    Else the grid from whose page the reporter came, if it lies in the place; else the place.
    """
    if group is not None:
        return group.grid_id or place.code
    return grid if grid and grids_of(place.code).filter(pk=grid).exists() else place.code


def remembered_village(request: Request) -> str:
    """The code of the village this browser reported from last; empty if there is none (or it is invalid)."""
    code = request.COOKIES.get(VILLAGE_COOKIE, "")
    fits = code.isascii() and code.isdecimal() and len(code) == Level.VILLAGE
    return code if fits and _is_inside(code) else ""


def remember_village(response: HttpResponse, place: Place) -> None:
    """The next report begins with this village."""
    if place.is_village:
        response.set_cookie(
            VILLAGE_COOKIE,
            place.code,
            max_age=_YEAR,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
