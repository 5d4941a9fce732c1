"""What the tags print: messages, dates and numbers in the reader's language. No template code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings

from wangge.lib.message import Message
from wangge.lib.when import SHANGHAI, said_date, said_duration, said_instant


def said(text: Any, language: str, *, now: datetime | None = None) -> str:
    """The words of a Message; anything else as text, None as nothing."""
    if text is None:
        return ""
    if isinstance(text, Message):
        words: str = settings.WORDS.say(text, language, now=now)
        return words
    return str(text)


def near(instant: date | datetime, language: str, *, now: datetime, clock: bool = False) -> str:
    """A day or an instant as people say it, seen from ``now``; ``clock`` never drops the time."""
    today = now.astimezone(SHANGHAI).date()
    if not isinstance(instant, datetime):
        return said(said_date(instant, today), language)
    if not clock:
        return said(said_instant(instant, now), language)
    local = instant.astimezone(SHANGHAI)
    day = said_date(local.date(), today)
    return said(Message("when.at", day=day, clock=f"{local:%H:%M}"), language)


def exact(instant: date | datetime, language: str) -> str:
    """The full date, with the time of day for an instant."""
    if isinstance(instant, datetime):
        return said(said_instant(instant, None), language)
    return said(said_date(instant, None), language)


def distance(instant: datetime, language: str, *, now: datetime) -> str:
    """How long ago the instant was, or in how long it will be."""
    code = "web.ago" if instant <= now else "web.ahead"
    return said(Message(code, span=said_duration(now - instant)), language)


def grouped(number: int | float) -> str:
    """A number with thousands set apart: 737,786."""
    return f"{number:,}"


def paired(left: Iterable[Any], right: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Columns with the cells of a row. ValueError when their numbers differ."""
    return zip(left, right, strict=True)
