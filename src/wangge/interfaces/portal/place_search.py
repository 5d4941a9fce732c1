"""Finding a village or a villager group by the words people use for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import numeric

from django.conf import settings

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.pinyin import full, initials
from wangge.lib.typed_text import compact
from wangge.registers.areas.models import Area, VillagerGroup

MOST: Final = 20
_FEWEST_LETTERS: Final = 2
_TEN: Final = 10

# A number in digits or in words (one to ten), and the word for a group or a team.
_GROUP: Final = re.compile(
    r"\u7b2c?([0-9]{1,3}|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3})\u5c0f?[\u7ec4\u961f]"
)
# Endings of names of villages and townships that people leave out.
_ENDINGS: Final = re.compile(
    r"(?:\u6751|\u793e\u533a|(?:\u571f\u5bb6|[\u7476\u82d7\u4f97])\u65cf\u4e61|\u4e61|\u9547|\u8857\u9053)$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A village, or one of its groups with the grid it lies in (empty where that is not known)."""

    village: str
    township_name: str
    village_name: str
    group: VillagerGroup | None = None

    @property
    def grid(self) -> str:
        """The code of the group's grid, empty where it is not known."""
        return (self.group.grid_id or "") if self.group else ""


def search(typed: str) -> list[Found]:
    """Places that match the words, the most certain first; empty where the words name no place.

    Township, village and group may be typed together; for a village, pinyin or its first letters are
    enough. Four queries.
    """
    words = compact(typed)
    if not words:
        return []
    townships = _townships()
    villages = _villages()
    number = _group_number(words)
    chosen = _fitting(_GROUP.sub("", words), villages, townships)
    found = [
        Found(village.code, townships.get(village.parent_id or "", ""), village.name)
        for village in chosen
    ]
    named = _groups(words, number, found)
    return (named or found)[:MOST]


def _townships() -> dict[str, str]:
    rows = Area.objects.filter(parent=settings.COUNTY_CODE, valid_to=None)
    return dict(rows.values_list("code", "name"))


def _villages() -> list[Area]:
    inside = Area.objects.within(settings.COUNTY_CODE)
    return list(inside.filter(level=Level.VILLAGE, valid_to=None).order_by("code"))


def _fitting(words: str, villages: Sequence[Area], townships: dict[str, str]) -> list[Area]:
    """Villages that the words name; if they name a township too, only those in it."""
    if words.isascii() and words.isalpha() and len(words) >= _FEWEST_LETTERS:
        letters = words.lower()
        return [v for v in villages if letters in (full(_stem(v.name)), initials(_stem(v.name)))]
    named = {code for code, name in townships.items() if _stem(name) in words}
    fitting = [village for village in villages if _names(words, village.name)]
    within = [village for village in fitting if village.parent_id in named]
    if named and not fitting:
        return [village for village in villages if village.parent_id in named]
    return within or fitting


def _names(words: str, name: str) -> bool:
    """Whether the words contain the village's name, or are a part of it."""
    stem = _stem(name)
    return (len(stem) > 1 and stem in words) or (bool(words) and words in name)


def _stem(name: str) -> str:
    return _ENDINGS.sub("", name) or name


def _groups(words: str, number: int | None, villages: Sequence[Found]) -> list[Found]:
    """The groups that the words name: by number in the villages found, or by a name anywhere."""
    places = {each.village: each for each in villages}
    rows = VillagerGroup.objects.select_related("village__parent").order_by("village", "number")
    if number is not None:
        rows = rows.filter(village__in=places, number=number)
    else:
        rows = rows.filter(name__icontains=words, village__valid_to=None)
    return [
        Found(
            row.village_id,
            row.village.parent.name if row.village.parent else "",
            row.village.name,
            row,
        )
        for row in rows[:MOST]
    ]


def _group_number(words: str) -> int | None:
    said = _GROUP.search(words)
    return _number(said[1]) if said else None


def _number(digits: str) -> int:
    """A number up to 99 in digits or in words: three, ten, thirteen, thirty, thirty-three."""
    if digits.isascii():
        return int(digits)
    total = 0
    for value in (int(numeric(digit)) for digit in digits):
        total = max(total, 1) * value if value == _TEN else total + value
    return total


def group_words(group: VillagerGroup) -> str | Message:
    """A group by its name, else its number."""
    return group.name or Message("portal.group", number=group.number)
