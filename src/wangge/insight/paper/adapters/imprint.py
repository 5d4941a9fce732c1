"""What every sheet shows besides its own content: addresses, numbers, the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final

import segno
from django.conf import settings
from django.utils.safestring import SafeString

from wangge.lib.message import Message
from wangge.registers.organisations.rules.contacts import PublicContact

LANGUAGE: Final = "zh"
"""Paper hangs on a village's wall: it is in the county's language, no matter who prints it."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """`address` is the beginning of the addresses in QR codes; a code of an area completes it."""

    day: date
    address: str
    hotline: str
    supervision: str  # empty: the number of the township's centre, else the hotline
    review_number: str  # of the map (审图号), empty where there is none

    @property
    def language(self) -> str:
        return LANGUAGE


def imprint_of(address: str, day: date) -> Imprint:
    """The county's imprint of a day."""
    return Imprint(
        day=day,
        address=address,
        hotline=settings.HOTLINE,
        supervision=settings.SUPERVISION_PHONE,
        review_number=settings.MAP_REVIEW_NUMBER,
    )


VACANT: Final = Message("paper.vacant")


def number_of(contact: PublicContact, imprint: Imprint) -> tuple[str, str]:
    """The number to print for a grid, and whose it is in words unless it is the worker's own."""
    if contact.phone and not contact.of_station:
        return contact.phone, ""
    if contact.phone:
        return contact.phone, say(Message("paper.call_station"))
    return imprint.hotline, say(Message("paper.call_hotline"))


def say(words: str | Message) -> str:
    """The words as they are printed."""
    return settings.WORDS.say(words, LANGUAGE) if isinstance(words, Message) else words


def qr_of(imprint: Imprint, code: str) -> SafeString:
    """A QR code as SVG that leads to the worker of a grid, or to the grids of a village.

    A quarter of it may be dirty or torn before it fails (level Q).
    """
    drawn = BytesIO()
    segno.make(imprint.address + code, micro=False, error="q").save(
        drawn, kind="svg", xmldecl=False, svgclass=None, lineclass=None, omitsize=True, border=1
    )
    return SafeString(drawn.getvalue().decode())
