"""What the tags print: messages, dates and numbers in the reader's language. No template code."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.conf import settings

from wangge.lib.message import Message
from wangge.lib.when import SHANGHAI, is_near, said_clock, said_date, said_duration


def said(text: Any, language: str, *, now: datetime | None = None) -> str:
    """The words of a Message; anything else as text, None as nothing.

    A text of its own begins with a capital; inside a sentence, the name of a unit or a move does not.
    """
    if text is None:
        return ""
    if isinstance(text, Message):
        words = within(text, language, now=now)
        return words[:1].upper() + words[1:]
    return str(text)


def within(message: Message, language: str, *, now: datetime | None = None) -> str:
    """The words of a Message as part of a sentence."""
    words: str = settings.WORDS.say(message, language, now=now)
    return words


def near(instant: date | datetime, language: str, *, now: datetime, clock: bool = False) -> str:
    """A day or an instant as people say it, seen from ``now``; ``clock`` never drops the time."""
    today = now.astimezone(SHANGHAI).date()
    if not isinstance(instant, datetime):
        return _day(instant, today, language)
    local = instant.astimezone(SHANGHAI)
    if clock or is_near(local.date(), today):
        return _at(local, today, language)
    return _day(local.date(), today, language)


def exact(instant: date | datetime, language: str) -> str:
    """The full date; for an instant also the time of day."""
    if isinstance(instant, datetime):
        return _at(instant.astimezone(SHANGHAI), None, language)
    return _day(instant, None, language)


def _at(local: datetime, today: date | None, language: str) -> str:
    day = _day(local.date(), today, language)
    return within(Message("when.at", day=day, clock=said_clock(local)), language)


@lru_cache(maxsize=4096)
def _day(day: date, today: date | None, language: str) -> str:
    """Cached: a list names the same few days again and again."""
    return within(said_date(day, today), language)


def distance(instant: datetime, language: str, *, now: datetime) -> str:
    """How long ago the instant was, or in how long it will be."""
    code = "web.ago" if instant <= now else "web.ahead"
    return within(Message(code, span=said_duration(now - instant)), language)


def grouped(number: int | float | str) -> str:
    """A number with thousands set apart: 737,786. Text that is ready to read passes unchanged."""
    if isinstance(number, str):
        return number
    return f"{number:,}"
