"""Notices as lines of a page: a person's own, and those that could not be sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.listing import with_parameter
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message

NEWEST_FIRST = ("-created_at", "-id")


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as a line of a page."""

    said: Message
    at: datetime
    url: str = ""  # of the thing it is about
    number: str = ""  # of the case that the sentence names
    read_url: str = ""  # empty once it was read
    again_url: str = ""
    channel: Message | None = None
    tried: Message | None = None


def tabs_of(request: Request, tabs: Mapping[str, Message], shown: str) -> list[Link]:
    """Tabs for which notices are shown; the choice is part of the address."""
    return [
        Link(words, with_parameter(request, "show", name), current=name == shown)
        for name, words in tabs.items()
    ]
