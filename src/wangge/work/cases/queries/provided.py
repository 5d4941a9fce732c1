"""What was said with a move, read from a form or a JSON body into the values of the rules.

One reader for both faces: a field is named as its need. What cannot be read becomes a Refusal that
names the field; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from django.conf import settings

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.files.models import StoredFile
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.reach import unit_facts
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.work.cases.rules.needs import Given, Need
from wangge.work.cases.rules.states import Card, Channel, ClosingType, Rating, Scale

LONGEST_TEXT = 4000


def given_from(said: Mapping[str, Any]) -> Given:
    """The values of `said` by need; empty ones count as not said. Refusal 422 names what is wrong."""
    values: dict[str, Any] = {}
    wrong: dict[str, Message] = {}
    for need in Need:
        raw = said.get(need.value)
        if raw in (None, "", []):
            continue
        try:
            values[need.value] = _READERS[need](raw)
        except (ValueError, TypeError, KeyError):
            wrong[need.value] = Message("case.refusal.unreadable", what=need.label)
    if wrong:
        raise Refusal.invalid(wrong)
    return Given(**values)


def _text(raw: Any) -> str:
    text = str(raw).strip()
    if len(text) > LONGEST_TEXT or "\x00" in text:
        raise ValueError("too long")
    return text


def _flag(raw: Any) -> bool:
    known = {
        True: True,
        False: False,
        "true": True,
        "false": False,
        "yes": True,
        "no": False,
        "on": True,
    }
    return known[raw]


def _number(raw: Any) -> int:
    number = int(raw)
    if not 0 < number < 1000:
        raise ValueError("out of range")
    return number


def _day(raw: Any) -> date:
    return date.fromisoformat(str(raw))


def _instant(raw: Any) -> datetime:
    """A day means its close of office; an instant without a zone is the county's."""
    text = str(raw)
    if len(text) == len("2026-01-01"):
        instant = datetime.combine(date.fromisoformat(text), settings.OFFICE_CLOSE)
    else:
        instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=settings.COUNTY_ZONE)


def _unit(raw: Any) -> UnitFacts:
    return _units([raw])[0]


def _units(raw: Any) -> tuple[UnitFacts, ...]:
    ids = [UUID(str(each)) for each in _listed(raw)]
    found = Unit.objects.filter(valid_to=None).in_bulk(ids)
    return tuple(unit_facts(found[each]) for each in ids)


def _files(raw: Any) -> tuple[UUID, ...]:
    ids = [UUID(str(each)) for each in _listed(raw)]
    if StoredFile.objects.filter(pk__in=ids).count() != len(set(ids)):
        raise ValueError("no such file")
    return tuple(ids)


def _listed(raw: Any) -> Iterable[Any]:
    return raw if isinstance(raw, list | tuple) else [raw]


def _level(raw: Any) -> Level:
    text = str(raw)
    return Level(int(text)) if text.isdigit() else Level[text.upper()]


_READERS: Final[Mapping[Need, Callable[[Any], Any]]] = MappingProxyType(
    {
        Need.WORDS: _text,
        Need.REASON: _text,
        Need.TRIED: _text,
        Need.AREA: _text,
        Need.CONTACT: _flag,
        Need.CATEGORY: _text,
        Need.LEVEL: _level,
        Need.SCALE: Scale,
        Need.URGENT: _flag,
        Need.UNIT: _unit,
        Need.ASSISTING: _units,
        Need.DEPARTMENTS: _units,
        Need.POST: lambda raw: UUID(str(raw)),
        Need.PHOTO: _files,
        Need.AFTER_PHOTO: _files,
        Need.FOR_REPORTER: _flag,
        Need.AMOUNT: _number,
        Need.CONSENT_ON: _day,
        Need.REVIEW_ON: _day,
        Need.CHANNEL: Channel,
        Need.RECEIPT: _text,
        Need.RECEIPT_ON: _day,
        Need.CLOSING: ClosingType,
        Need.RATING: Rating,
        Need.MAIN_CASE: lambda raw: UUID(str(raw)),
        Need.CARD: Card,
        Need.ANSWER_DUE: _instant,
    }
)
