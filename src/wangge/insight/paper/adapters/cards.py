"""The contact card (联系卡) of a grid: its worker, other numbers to call, and a QR code.

A card names no household: all of a grid are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from wangge.insight.paper.adapters import pdf
from wangge.insight.paper.adapters.imprint import Imprint, number_of, qr_of, say
from wangge.insight.paper.rules.facts import Grid, VillageFacts
from wangge.insight.paper.rules.sheets import Card
from wangge.lib.message import Message

_LONG_NAME: Final = 8


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on the card of one grid."""

    title: str
    worker: str
    phone: str
    whose: str
    qr: SafeString

    @property
    def long(self) -> bool:
        return len(self.worker) > _LONG_NAME


def cards(
    facts: VillageFacts,
    grids: Sequence[Grid],
    imprint: Imprint,
    card: Card,
    *,
    copies: Sequence[int] = (),
) -> bytes:
    """The PDF: a page for each grid, or as many of each as `copies` says, in the same order."""

    return pdf.made(markup(facts, grids, imprint, card), *styles_of(card), copies=copies)


def styles_of(card: Card) -> tuple[str, str]:
    """The style sheets of a size."""
    return "cards.css", f"cards_{card.value}.css"


def markup(facts: VillageFacts, grids: Sequence[Grid], imprint: Imprint, card: Card) -> str:
    """The cards as the document that is printed, a page for each grid."""
    title = Message("paper.cards", village=facts.name)
    if len(grids) == 1:
        title = Message("paper.cards.grid", village=facts.name, grid=say(grids[0].title))
    return render_to_string(
        "paper/cards.html",
        {
            "language": imprint.language,
            "now": None,
            "title": say(title),
            "author": facts.county,
            "village": facts.name,
            "grids": [_side(grid, imprint) for grid in grids],
            "places": range(card.on_a_page),
            "station_phone": facts.station_phone,
            "imprint": imprint,
        },
    )


def _side(grid: Grid, imprint: Imprint) -> Side:
    phone, whose = number_of(grid.contact, imprint)
    return Side(say(grid.title), grid.contact.worker, phone, whose, qr_of(imprint, grid.code))
