"""The villages of the small demo: where people live, what parts them, and the grids in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.random import default_rng

from gridding.problem import Problem
from wangge.insight.demo.rules.geography.barriers import Barriers, between_hamlets
from wangge.insight.demo.rules.geography.grids import (
    DrawnGrid,
    divided,
    drawn,
    grid_of_group,
    kept,
    problem_of_village,
)
from wangge.insight.demo.rules.geography.outlines import CountyOutlines
from wangge.insight.demo.rules.geography.settlements import Settlement, settle
from wangge.insight.demo.rules.geography.small_county import SMALL_VILLAGE, VILLAGES, VillageSize


@dataclass(frozen=True, slots=True)
class Village:
    """A village of the demo that has households: where they live and which grids divide it."""

    code: str
    settlement: Settlement
    barriers: Barriers
    grids: tuple[DrawnGrid, ...]

    def grid_of_group(self, number: int) -> str:
        """The code of the grid in which most of a villager group lives."""
        return grid_of_group(self.grids, self.settlement, number)


@dataclass(frozen=True, slots=True)
class _Land:
    settlement: Settlement
    barriers: Barriers
    problem: Problem


def draw_villages(outlines: CountyOutlines, seed: int) -> dict[str, Village]:
    """The villages with their grids; the same seed draws the same villages."""
    letters = kept()
    return {
        code: Village(
            code, land.settlement, land.barriers, drawn(code, land.problem, letters[code])
        )
        for code, land in _lands(outlines, seed)
    }


def divide_again(outlines: CountyOutlines, seed: int) -> Mapping[str, str]:
    """What the engine finds for each village, to be compared with what is kept."""
    return {code: divided(land.problem) for code, land in _lands(outlines, seed)}


def _lands(outlines: CountyOutlines, seed: int) -> Iterator[tuple[str, _Land]]:
    for code, size in VILLAGES.items():
        yield code, _land(code, size, outlines, seed)


def _land(code: str, size: VillageSize, outlines: CountyOutlines, seed: int) -> _Land:
    rng = default_rng([seed, int(code)])
    outline = outlines.villages[code]
    settlement = settle(outline, rng=rng, households=size.households, groups=size.groups)
    barriers = Barriers()
    if size is not SMALL_VILLAGE:
        homes = np.array([(home.point.x, home.point.y) for home in settlement.households])
        barriers = between_hamlets(outline, homes, rng=rng)
    problem = problem_of_village(outline, settlement, barriers, grids=size.grids)
    return _Land(settlement, barriers, problem)
