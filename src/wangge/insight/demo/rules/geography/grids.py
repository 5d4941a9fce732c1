"""The grids of the demo's villages, as the division engine made them.

A search takes a second, but its loops take half a minute to compile on a fresh machine. So what it
found stands in ``data/village_grids.csv``: a letter for each household, in the order in which they
are settled. A test has the engine divide again and compares; ``wangge demo redivide`` writes it again.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon

from gridding.ground import ground_of
from gridding.objective import Assignment
from gridding.plan import Plan
from gridding.problem import Problem
from gridding.reading import problem_from
from wangge.insight.demo.rules.geography.barriers import Barriers
from wangge.insight.demo.rules.geography.divisions import DATA
from wangge.insight.demo.rules.geography.settlements import Settlement

FILE: Final = DATA / "village_grids.csv"
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class DrawnGrid:
    """A grid with its outline in lon/lat and the positions of its households in the list given."""

    code: str
    outline: Polygon
    households: tuple[int, ...]
    synthetic: bool = True


def problem_of_village(
    outline: Polygon, settlement: Settlement, barriers: Barriers, *, grids: int | None = None
) -> Problem:
    """A village as the engine takes it; `grids` where their number was set by hand."""
    homes = settlement.households
    features = [
        _feature("village", outline),
        *(
            _feature(
                "household",
                home.point,
                id=f"{number:05d}",
                persons=home.registered_persons,
                hamlet=str(home.group_number),
            )
            for number, home in enumerate(homes)
        ),
        *(_feature("barrier", line, type="river") for line in barriers.rivers),
        *(_feature("barrier", line, type="ridge") for line in barriers.ridges),
        *(_feature("bridge", bridge) for bridge in barriers.bridges),
    ]
    wishes = {"k": grids, "hamlets": "whole"}
    return problem_from({"type": "FeatureCollection", "features": features, "problem": wishes})


def divided(problem: Problem) -> str:
    """What the engine finds: a letter for each household."""
    from gridding.division import best_plan  # noqa: PLC0415 - compiles for half a minute

    numbers = best_plan(problem).numbers
    return "".join(LETTERS[numbers[household.id] - 1] for household in problem.households)


def drawn(village: str, problem: Problem, letters: str) -> tuple[DrawnGrid, ...]:
    """The grids that tile the village, from the letter of each household."""
    grid = np.array([LETTERS.index(letter) for letter in letters], dtype=np.int64)
    ground = ground_of(problem)
    plan = Plan(problem, ground, Assignment(problem, ground.graph, grid, int(grid.max()) + 1))
    outlines = shapely.transform(np.array(plan.polygons, dtype=object), problem.frame.to_file)
    return tuple(
        DrawnGrid(
            code=f"{village}{number + 1:03d}",
            outline=outline,
            households=tuple(np.flatnonzero(grid == number).tolist()),
        )
        for number, outline in enumerate(outlines)
    )


@cache
def kept() -> Mapping[str, str]:
    """The letters of each village, as the engine found them once."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {row["village"]: row["grids"] for row in csv.DictReader(lines)}


def grid_of_group(grids: Sequence[DrawnGrid], settlement: Settlement, group: int) -> str:
    """The code of the grid in which most households of the group live."""
    homes = settlement.households
    return max(
        grids,
        key=lambda grid: sum(homes[home].group_number == group for home in grid.households),
    ).code


def _feature(kind: str, shape: Polygon | Point | LineString, **facts: object) -> dict[str, object]:
    if isinstance(shape, Point):
        geometry: object = {"type": "Point", "coordinates": [shape.x, shape.y]}
    elif isinstance(shape, LineString):
        geometry = {"type": "LineString", "coordinates": [list(pair) for pair in shape.coords]}
    else:
        ring = [list(pair) for pair in shape.exterior.coords]
        geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"kind": kind, **facts}, "geometry": geometry}
