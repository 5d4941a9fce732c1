"""Which code a grid of a draft gets: that of the grid it continues, else one never used before.

Codes are 12 + 3 digits and never used again, not even those of grids that ended long ago.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wangge.lib.area_code import next_grid_code


def codes_of_draft(
    village: str, numbers: Iterable[int], kept: Mapping[int, str], used: Iterable[str]
) -> dict[int, str]:
    """The code of every grid of a draft: kept, or the next the village has never had.

    ``kept`` is what ``continued`` found; ``used`` is every grid code the village ever gave, ended
    grids and special grids included. InvalidAreaCode once 999 is taken.
    """
    given = [*used, *kept.values()]
    codes: dict[int, str] = {}
    for number in sorted(set(numbers)):
        codes[number] = kept.get(number) or next_grid_code(village, given)
        given.append(codes[number])
    return codes
