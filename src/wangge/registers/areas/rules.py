"""The law of places: the sorts of special grids, and lists of villager groups as people write them."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message

GRID: Final = "grid"
SPECIAL_GRID: Final = "special_grid"
LAST_GROUP: Final = 999

_SPAN: Final = re.compile(r"([0-9]{1,3})(?:[-~\u2013\u2014\u81f3]([0-9]{1,3}))?")
_BETWEEN: Final = re.compile(r"[,;/\u3001]+")
_BLANKS: Final = re.compile(r"\s+")
_GROUP_WORD: Final = re.compile(r"\u7b2c|(?:\u6751\u6c11)?\u5c0f?\u7ec4")


_NUMBER_ALONE: Final = re.compile(r"(?:\u7b2c\s*)?([0-9]+)\s*(?:\u53f7?\u7f51\u683c)?")


def is_number_alone(name: str) -> bool:
    """Whether a grid's name says no more than its number, with or without the word for a grid."""
    return _NUMBER_ALONE.fullmatch(name) is not None


def grid_words(name: str) -> Message | str:
    """A grid as people say it: one that is called by its number alone says that it is a grid."""
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


class UnreadableGroups(Invalid):
    """The text is no list of group numbers."""


def group_numbers(text: str) -> tuple[int, ...]:
    """The numbers in a list such as 1, 3-5 or with the Chinese comma and word for group; sorted.

    UnreadableGroups if there are none, or for anything that is no number from 1 to 999.
    """
    numbers: set[int] = set()
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", text))
    for part in filter(None, _BETWEEN.split(_GROUP_WORD.sub("", plain))):
        found = _SPAN.fullmatch(part)
        if found is None:
            raise UnreadableGroups(Message("area.groups_unreadable", part=part))
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= LAST_GROUP:
            raise UnreadableGroups(Message("area.groups_unreadable", part=part))
        numbers.update(range(first, last + 1))
    if not numbers:
        raise UnreadableGroups(Message("area.groups_none"))
    return tuple(sorted(numbers))
