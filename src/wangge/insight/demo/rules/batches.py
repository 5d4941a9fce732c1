"""The two batches of the demo: 53 villages with 254 grids in force, the others begun in August.

Where the small demo shows no households, grids are lists of villager groups with one worker each,
as a county without geodata has them (C02–C04).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from random import Random
from typing import Final

from wangge.insight.demo.rules.geography.divisions import townships, villages

FIRST_BATCH_VILLAGES: Final = 53
FIRST_BATCH_GRIDS: Final = 254
WITHOUT_GRIDS: Final = "431124402598"  # the farm's living area: no grids by default
_FEWEST = 3  # grids of a village


@dataclass(frozen=True, slots=True)
class ListedVillage:
    """A village whose grids are lists of groups: the groups of each grid in order."""

    code: str
    grids: tuple[tuple[str, tuple[int, ...]], ...]


def first_batch(drawn: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The villages of the first batch: those with drawn grids, then from each township in turn."""
    others = [[v.code for v in villages(t.code) if v.code not in drawn] for t in townships()]
    in_turn = [v for row in zip_longest(*others) for v in row if v and v != WITHOUT_GRIDS]
    return (*drawn, *in_turn)[:FIRST_BATCH_VILLAGES]


def plan_lists(drawn: Mapping[str, Sequence[str]], rng: Random) -> tuple[ListedVillage, ...]:
    """Grids of two or three groups for the villages that have none, so that the sum comes out."""
    without = [village for village in first_batch(drawn) if village not in drawn]
    wanted = FIRST_BATCH_GRIDS - sum(len(grids) for grids in drawn.values())
    counts = dict.fromkeys(without, _FEWEST)
    for village in rng.choices(without, k=wanted - _FEWEST * len(without)):
        counts[village] += 1
    return tuple(ListedVillage(code, tuple(_grids(code, counts[code], rng))) for code in without)


def _grids(village: str, count: int, rng: Random) -> Iterator[tuple[str, tuple[int, ...]]]:
    last = 0
    for number in range(1, count + 1):
        groups = tuple(range(last + 1, last + rng.choice((2, 2, 3)) + 1))
        yield f"{village}{number:03d}", groups
        last = groups[-1]
