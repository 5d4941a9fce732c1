"""What there is to know of an area at a glance: the card of the map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wangge.access.actor import Actor
from wangge.lib.area_code import InvalidAreaCode, Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area
from wangge.registers.areas.queries import path_of
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.contacts import public_contact
from wangge.registers.organisations.rules.lines import CENTRES
from wangge.work.cases.queries.lists import CaseFilter


@dataclass(frozen=True, slots=True)
class AreaCard:
    """An area, the people who answer for it, and what lies in it.

    `path` leads from the county to the area. `phone` is the worker's if `own_phone`, else that of
    the area's station or centre. `open_cases` are those in the actor's sight; households and
    persons are figures of the register.
    """

    path: tuple[Area, ...]
    worker: str
    phone: str
    own_phone: bool
    grids: int
    open_cases: int

    @property
    def area(self) -> Area:
        return self.path[-1]

    @property
    def is_grid(self) -> bool:
        return bool(self.area.level == Level.GRID)


def card_of(code: str, actor: Actor, at: datetime) -> AreaCard:
    """The card of a present area. Answers 404 where there is none."""
    path = _path(code)
    if not path or path[-1].code != code or path[-1].valid_to is not None:
        raise Refusal.not_found(Message("area.thing"))
    seen = CaseFilter(area=code, state="open").seen_by(actor, at)
    contact = public_contact(code, county_day(at)) if len(code) == Level.GRID else None
    if contact is not None:
        own = not contact.of_station
        return AreaCard(path, contact.worker, contact.phone, own, 0, seen.count())
    below = Area.objects.within(code).filter(level=Level.GRID, valid_to=None)
    return AreaCard(path, "", _phone_of_centre(path[-1]), False, below.count(), seen.count())


def area_name(area: Area) -> Message | str:
    """The name of an area as people say it."""
    return grid_words(area.name) if area.level == Level.GRID else str(area.name)


def _path(code: str) -> tuple[Area, ...]:
    try:
        return tuple(path_of(code))
    except InvalidAreaCode:
        return ()


def _phone_of_centre(area: Area) -> str:
    kind = CENTRES.get(Level(area.level), "")
    phones = Unit.objects.filter(kind=kind, area=area, valid_to=None).values_list(
        "phone", flat=True
    )
    return phones.first() or ""
