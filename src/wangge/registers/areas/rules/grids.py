"""The law of grids: the sorts of special ones, and how people name a grid."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from wangge.lib.message import Message

GRID: Final = "grid"
SPECIAL_GRID: Final = "special_grid"

_NUMBER_ALONE: Final = re.compile(r"(?:\u7b2c\s*)?([0-9]+)\s*(?:\u53f7?\u7f51\u683c)?")


def is_number_alone(name: str) -> bool:
    """Whether a grid's name says no more than its number, with or without the word for a grid."""
    return _NUMBER_ALONE.fullmatch(name) is not None


def grid_words(name: str) -> Message | str:
    """A grid as people call it: a bare number gets the word for a grid."""
    found = _NUMBER_ALONE.fullmatch(name)
    return Message("area.grid_name", number=found[1]) if found else name


class SpecialSort(StrEnum):
    """What a special grid is."""

    SCHOOL = "school"
    HOSPITAL = "hospital"
    MARKET = "market"
    ENTERPRISE = "enterprise"
    ESTATE = "estate"
    OTHER = "other"

    @property
    def words(self) -> Message:
        """Its name."""
        return Message(f"area.special.{self.value}")
