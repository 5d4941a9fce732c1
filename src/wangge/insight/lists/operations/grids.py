"""The list of grids: brought row by row, each row a grid of a village, its groups and its worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from django.conf import settings

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.insight.lists.queries.grids import OUTGOING
from wangge.insight.lists.rules.kinds import Incoming, ListColumn, ListKind
from wangge.lib import phone_number
from wangge.lib.area_code import Level, contains
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.person_name import normalise_name
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area
from wangge.registers.areas.rules.groups import group_numbers
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.operations.grids import (
    ListedGrid,
    NewWorker,
    establish_listed_grid,
)
from wangge.registers.organisations.rules.origins import Origin


def _take_row(row: Mapping[str, str], area_code: str, *, by: Actor, at: datetime) -> None:
    """Establish the grid of a row from today on. Refusal with a message for each wrong cell."""
    village, grid = _read(row, area_code)
    establish_listed_grid(village, grid, from_day=county_day(at), by=by, at=at)


def _read(row: Mapping[str, str], area_code: str) -> tuple[str, ListedGrid]:
    """The village and the grid that a row is about. Refusal with a message for each wrong cell."""
    wrong: dict[str, Message] = {}
    village = row.get("code", "")
    if not _is_village_within(village, area_code):
        wrong["code"] = Message("lists.grids.code_wrong", code=village)
    groups: tuple[int, ...] = ()
    try:
        groups = group_numbers(row.get("groups", ""))
    except Invalid as error:
        wrong["groups"] = error.message
    worker = _worker(row, wrong)
    if wrong:
        raise Refusal.invalid(wrong)
    return village, ListedGrid(groups, name=row.get("name", "")[:80], worker=worker)


def _is_village_within(code: str, area_code: str) -> bool:
    try:
        return len(code) == Level.VILLAGE and contains(area_code, code)
    except Invalid:
        return False


def _worker(row: Mapping[str, str], wrong: dict[str, Message]) -> NewWorker | None:
    name = normalise_name(row.get("worker", ""))
    phone = row.get("phone", "")
    if not name:
        if phone:
            wrong["worker"] = Message("lists.grids.worker_missing")
        return None
    if phone:
        try:
            phone = phone_number.normalise(phone, allow_synthetic=settings.DEMO)
        except Invalid as error:
            wrong["phone"] = error.message
    origin = _origin(row.get("origin", ""))
    if origin is None:
        allowed = tuple(each.words for each in Origin)
        wrong["origin"] = Message("lists.grids.origin_wrong", origins=allowed)
    return NewWorker(name[:60], origin or "", phone=phone, publishes=_agrees(row))


def _origin(said: str) -> str | None:
    """The code of an origin by its words in any language, or the code itself."""
    for origin in Origin:
        if said in _in_all_languages(origin.words) | {origin.value}:
            return origin.value
    return None


def _agrees(row: Mapping[str, str]) -> bool:
    yes = _in_all_languages(Message("lists.grids.yes"))
    return row.get("consent", "").lower() in {words.lower() for words in yes}


def _in_all_languages(message: Message) -> set[str]:
    return {settings.WORDS.say(message, language) for language, _ in settings.LANGUAGES}


def _template(area_code: str) -> list[Sequence[str]]:
    """A row for each village of the area with its code, to be filled in and repeated."""
    villages = Area.objects.filter(level=Level.VILLAGE, valid_to=None).within(area_code)
    return list(villages.order_by("code").values_list("parent__name", "name", "code"))


_COLUMNS: Final = (
    "township",
    "village",
    "code",
    "groups",
    "name",
    "worker",
    "phone",
    "origin",
    "consent",
)

GRIDS: Final = ListKind(
    code="grids",
    outgoing=OUTGOING,
    incoming=Incoming(
        columns=tuple(ListColumn(name, Message(f"lists.grids.{name}")) for name in _COLUMNS),
        needed=("code", "groups"),
        filled=("groups", "name", "worker", "phone"),
        permission=Permission.ORGANISATION_APPOINT,
        take_row=_take_row,
        template=_template,
        note=Message("lists.grids.note"),
    ),
)
