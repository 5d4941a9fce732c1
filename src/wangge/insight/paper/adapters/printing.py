"""The documents of a village by kind and size, single or for an order."""

from __future__ import annotations

from typing import Final

from wangge.insight.paper.adapters.cards import cards
from wangge.insight.paper.adapters.grid_map import Ground
from wangge.insight.paper.adapters.grounds import Laid, lay
from wangge.insight.paper.adapters.imprint import Imprint
from wangge.insight.paper.adapters.posters import poster, view_of
from wangge.insight.paper.rules.facts import Grid, VillageFacts
from wangge.insight.paper.rules.sheets import Card, Kind, Paper, sheets_for

MEDIA_TYPE: Final = "application/pdf"


def ground_under(
    asked: str, kind: Kind, size: str, facts: VillageFacts, focus: Grid | None = None
) -> Laid:
    """What lies under the map of a document; cards have none, so any choice is right.

    May ask another server: never call it within a transaction.
    """
    if kind is not Kind.POSTERS:
        return Laid(None, asked)
    return lay(asked, view_of(facts, focus), Paper(size))


def document(
    kind: Kind,
    size: str,
    facts: VillageFacts,
    imprint: Imprint,
    *,
    focus: Grid | None = None,
    ground: Ground | None = None,
    for_all: bool = True,
) -> bytes:
    """The PDF of a village, or of the one grid `focus`.

    `for_all`: as many sheets of cards as the households of each grid need; else one.
    """
    if kind is Kind.POSTERS:
        return poster(facts, imprint, Paper(size), focus=focus, ground=ground)
    card = Card(size)
    grids = [focus] if focus else list(facts.grids)
    many = for_all and card is Card.A7
    copies = [sheets_for(grid.households) for grid in grids] if many else ()
    return cards(facts, grids, imprint, card, copies=copies)
