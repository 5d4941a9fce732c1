"""The first checks of every change to a village's grids: who may, which grids exist, since when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from wangge.access.actor import Actor, HeldPost
from wangge.access.permissions import Permission
from wangge.lib.area_code import InvalidAreaCode, Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area
from wangge.registers.calendars.queries import county_day


def check_may(permission: Permission, area_code: str, thing: Message, by: Actor) -> HeldPost | None:
    """The post whose grant allows it, None for the clock.

    Answers 404 to people without the area, as if it did not exist, and 403 to others. A text that is
    no area code answers 404 too.
    """
    if by.is_clock:
        return None
    try:
        post = by.post_for(permission, area_code)
    except InvalidAreaCode as error:
        raise Refusal.not_found(thing) from error
    if post is None:
        stranger = not by.may(Permission.ORGANISATION_SEE, area_code)
        raise Refusal.not_found(thing) if stranger else Refusal.forbidden()
    return post


def check_may_edit(village_code: str, by: Actor) -> HeldPost | None:
    """The post that lets `by` edit the village."""
    return check_may(Permission.AREA_EDIT, village_code, Message("area.thing"), by)


def lock_village(village_code: str) -> Area:
    """The village, held until the transaction ends: two changes of its grids wait for each other."""
    villages = Area.objects.select_for_update(no_key=True, of=("self",))
    village = villages.filter(pk=village_code, level=Level.VILLAGE).first()
    if village is None:
        raise Refusal.not_found(Message("area.thing"))
    return village


def check_grids(village_code: str, grid_codes: Iterable[str], day: date) -> None:
    """422 unless all of these are grids of the village on that day."""
    wanted = set(grid_codes)
    there = Area.objects.current(day).filter(parent=village_code, level=Level.GRID, pk__in=wanted)
    unknown = wanted - set(there.values_list("code", flat=True))
    if unknown:
        raise Refusal.invalid({"grid": Message("area.grid_unknown", codes=tuple(sorted(unknown)))})


def check_begun(from_day: date, at: datetime) -> None:
    """422 for a day in the future: each placement also writes where the thing belongs today."""
    if from_day > county_day(at):
        raise Refusal.invalid({"from_day": Message("area.placed_ahead")})
