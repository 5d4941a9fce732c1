"""The way from the county down to a place that a page is about."""

from __future__ import annotations

from django.urls import reverse

from wangge.access.permissions import Permission
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import InvalidAreaCode, Level, level_of
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.areas.models import Area

_LEVELS = (Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE)


def path_to(code: str) -> list[Area]:
    """The areas from the county down to this one, at most a village; other codes are refused as missing."""
    try:
        level = level_of(code)
    except InvalidAreaCode as error:
        raise Refusal.not_found(Message("area.thing")) from error
    path = areas.path_of(code) if level in _LEVELS else []
    if not path or path[-1].code != code:
        raise Refusal.not_found(Message("area.thing"))
    return path


def path_within(request: Request, code: str, permission: Permission) -> list[Area]:
    """The same for an actor with the permission there; refused as missing for everybody else."""
    path = path_to(code)
    if not request.actor.may(permission, code):
        raise Refusal.not_found(Message("area.thing"))
    return path


def village_within(request: Request, code: str, permission: Permission) -> list[Area]:
    """The path to a village where the actor has the permission; otherwise refused as missing."""
    path = path_within(request, code, permission)
    if len(code) != Level.VILLAGE:
        raise Refusal.not_found(Message("area.thing"))
    return path


def grid_crumbs(path: list[Area]) -> list[Link]:
    """The path as links to the grids of each area."""
    return [Link(area.name, reverse("grids-at", args=[area.code])) for area in path]
