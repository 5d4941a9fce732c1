"""What can be printed, in which sizes; where an order stands; how long its file is kept."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wangge.lib.message import Message

KEPT_FOR: Final = timedelta(days=14)
"""How long the file of an order can be fetched."""

STALLED_AFTER: Final = timedelta(minutes=10)
"""No piece was done for so long: the worker that was at it is gone."""


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
        return 8 if self is Card.A7 else 1


SIZES: Final = MappingProxyType({Kind.POSTERS: tuple(Paper), Kind.CARDS: tuple(Card)})


class OrderState(StrEnum):
    """Where an order stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def words(self) -> Message:
        return Message(f"paper.state.{self.value}")

    @property
    def is_open(self) -> bool:
        return self in {OrderState.WAITING, OrderState.RUNNING}


def sheets_for(households: int) -> int:
    """Sheets of A4 that give every household of a grid a card; one at least."""
    return max(1, -(-households // Card.A7.on_a_page))
