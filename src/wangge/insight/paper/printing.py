"""The documents of a village by kind and size, single or for an order."""

from __future__ import annotations

from typing import Final

from wangge.insight.paper.cards import cards
from wangge.insight.paper.facts import Grid, VillageFacts
from wangge.insight.paper.imprint import Imprint
from wangge.insight.paper.posters import poster
from wangge.insight.paper.rules import Card, Kind, Paper, sheets_for

MEDIA_TYPE: Final = "application/pdf"


def document(
    kind: Kind,
    size: str,
    facts: VillageFacts,
    imprint: Imprint,
    *,
    focus: Grid | None = None,
    for_all: bool = True,
) -> bytes:
    """The PDF of a village, or of the one grid `focus`.

    `for_all`: as many sheets of cards as the households of each grid need; else one.
    """
    if kind is Kind.POSTERS:
        return poster(facts, imprint, Paper(size), focus=focus)
    card = Card(size)
    grids = [focus] if focus else list(facts.grids)
    many = for_all and card is Card.A7
    copies = [sheets_for(grid.households) for grid in grids] if many else ()
    return cards(facts, grids, imprint, card, copies=copies)
