"""Which code a grid of a draft gets: that of the grid it continues, else one never used before.

A grid continues the one it has most households in common with; the largest overlap of the village
is decided first, so that a code goes where most of its people go. Codes are 12 + 3 digits and never
used again, not even those of grids that ended long ago.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from wangge.lib.area_code import next_grid_code

Household = TypeVar("Household")


def kept_codes(today: Mapping[Household, str], drawn: Mapping[Household, int]) -> dict[int, str]:
    """Numbers of a draft that continue a present grid, with its code; each code at most once.

    ``today`` says in which grid a household lies; households outside any grid are left out. Equal
    overlaps go to the lower code and number.
    """
    common = Counter(
        (today[household], number) for household, number in drawn.items() if household in today
    )
    kept: dict[int, str] = {}
    for (code, number), _ in sorted(common.items(), key=lambda each: (-each[1], each[0])):
        if number not in kept and code not in kept.values():
            kept[number] = code
    return kept


def codes_of_draft(
    village: str, numbers: Iterable[int], kept: Mapping[int, str], used: Iterable[str]
) -> dict[int, str]:
    """The code of every grid of a draft: kept, or the next the village has never had.

    ``used`` is every grid code the village ever gave, ended grids and special grids included.
    InvalidAreaCode once 999 is taken.
    """
    given = [*used, *kept.values()]
    codes: dict[int, str] = {}
    for number in sorted(set(numbers)):
        codes[number] = kept.get(number) or next_grid_code(village, given)
        given.append(codes[number])
    return codes
