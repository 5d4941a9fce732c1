"""What can be printed, and in which sizes."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """What is printed."""

    POSTERS = "posters"
    CARDS = "cards"


class Paper(StrEnum):
    """A sheet of a poster, landscape, and how it is scaled from A3."""

    A3 = "a3"
    A4 = "a4"

    @property
    def scale(self) -> float:
        """Its lengths compared to those of A3."""
        return 1.0 if self is Paper.A3 else 0.70707


class Card(StrEnum):
    """The size of a card.

    A7, so that eight fill a sheet of A4, one sheet for eight households; four of A6 would double
    the paper for the same words. A6 is printed singly, for doors and boards.
    """

    A7 = "a7"
    A6 = "a6"

    @property
    def on_a_page(self) -> int:
        """How many cards fill a page."""
        return 8 if self is Card.A7 else 1


SIZES: Final = MappingProxyType({Kind.POSTERS: tuple(Paper), Kind.CARDS: tuple(Card)})


def sheets_for(households: int) -> int:
    """Sheets of A4 that give every household of a grid a card; one at least."""
    return max(1, -(-households // Card.A7.on_a_page))
