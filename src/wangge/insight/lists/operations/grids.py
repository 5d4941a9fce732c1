"""Rows of a list of grids: village, groups, name, worker, phone, origin, consent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from django.conf import settings

from wangge.access.actor import Actor
from wangge.insight.lists.adapters.sheets import Cell
from wangge.lib import phone_number
from wangge.lib.area_code import Level, contains
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.person_name import normalise_name
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area
from wangge.registers.areas.rules import group_numbers
from wangge.registers.organisations.operations.grids import ListedGrid, NewWorker
from wangge.registers.organisations.rules.origins import Origin

COLUMNS: Final = (
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
NEEDED: Final = ("code", "groups")
_SAID: Final = ("groups", "name", "worker", "phone")
"""A row that says nothing in these columns, as the template has them, is passed over."""


def header(language: str) -> list[str]:
    """The words of the columns."""
    return [_words(Message(f"lists.grids.{column}"), language) for column in COLUMNS]


def template_rows(area_code: str) -> list[Sequence[Cell]]:
    """A row for each village of the area with its code, to be filled in and repeated."""
    villages = Area.objects.filter(level=Level.VILLAGE, valid_to=None).within(area_code)
    found = villages.order_by("code").values_list("parent__name", "name", "code")
    return [list(row) for row in found]


def places_of(head: Sequence[str]) -> Mapping[str, int]:
    """Where each column stands, by its words in any language; Refusal where a needed one lacks."""
    places: dict[str, int] = {}
    for language, _ in settings.LANGUAGES:
        for column, words in zip(COLUMNS, header(language), strict=True):
            if words in head:
                places.setdefault(column, list(head).index(words))
    missing = tuple(Message(f"lists.grids.{each}") for each in NEEDED if each not in places)
    if missing:
        raise Refusal.invalid({"file": Message("lists.columns_missing", columns=missing)})
    return MappingProxyType(places)


def says_something(row: Mapping[str, str]) -> bool:
    """Whether somebody filled the row in."""
    return any(row.get(column) for column in _SAID)


def read(row: Mapping[str, str], area_code: str, by: Actor) -> tuple[str, ListedGrid]:
    """The village and the grid that a row tells of. Refusal with a message for each wrong cell."""
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
        words = {_words(origin.words, language) for language, _ in settings.LANGUAGES}
        if said in words | {origin.value}:
            return origin.value
    return None


def _agrees(row: Mapping[str, str]) -> bool:
    said = row.get("consent", "").lower()
    yes = {_words(Message("lists.grids.yes"), language) for language, _ in settings.LANGUAGES}
    return said in {words.lower() for words in yes}


def _words(message: Message, language: str) -> str:
    said: str = settings.WORDS.say(message, language)
    return said
