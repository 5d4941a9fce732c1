"""Division with least change: the grids of today as the place to start from.

A kept grid keeps its number if the number still exists. Where there are fewer grids than today,
those with the smallest loads are dissolved; where there are more, the largest are halved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gridding.faces import Ints
from gridding.features import load_json
from gridding.message import BadInput
from gridding.problem import Problem

DISSOLVED = 0
"""Stands for the new number of a grid that is no more."""


@dataclass(frozen=True)
class Kept:
    """Where a re-division starts.

    ``earlier`` is the grid of today (from 0) of each household, -1 if it has none or is dissolved;
    ``start`` the same with new grids carved out; ``renumbered`` maps earlier numbers to new ones
    where they differ, to :data:`DISSOLVED` where the grid is no more.
    """

    earlier: Ints
    start: Ints
    renumbered: Mapping[int, int]


def earlier_numbers(path: Path) -> dict[str, int]:
    """Household id → grid number from an earlier output file."""
    assignment = load_json(path).get("assignment")
    usable = isinstance(assignment, dict) and all(
        isinstance(number, int) and not isinstance(number, bool) and number >= 1
        for number in assignment.values()
    )
    if not usable or assignment is None:
        raise BadInput("input.keep_unusable", file=path.name)
    return {str(household): number for household, number in assignment.items()}


def kept_of(problem: Problem) -> Kept | None:
    """The start from ``problem.earlier``, or None if nobody there lives here any more."""
    earlier = problem.earlier or {}
    numbers = np.array([earlier.get(h.id, 0) for h in problem.households], dtype=np.int64)
    if not numbers.any():
        return None
    labels = _labels(numbers, problem)
    label_of = np.array([labels.get(number, -1) for number in numbers.tolist()], dtype=np.int64)
    renumbered = {n: label + 1 for n, label in labels.items() if n != label + 1}
    gone = set(np.unique(numbers[numbers > 0]).tolist()) - set(labels)
    start = label_of.copy()
    for label in sorted(set(range(problem.k)) - set(labels.values())):
        _carve(start, label, problem)
    return Kept(label_of, start, renumbered | dict.fromkeys(sorted(gone), DISSOLVED))


def _labels(numbers: Ints, problem: Problem) -> dict[int, int]:
    """The label (from 0) of each earlier number that lives on."""
    loads = np.bincount(numbers, weights=problem.loads)
    alive = [n for n in np.unique(numbers).tolist() if n > 0]
    alive.sort(key=lambda n: (-loads[n], n))
    living = sorted(alive[: problem.k])
    labels = {n: n - 1 for n in living if n <= problem.k}
    free = iter(sorted(set(range(problem.k)) - set(labels.values())))
    return labels | {n: next(free) for n in living if n > problem.k}


def _carve(start: Ints, label: int, problem: Problem) -> None:
    """Give ``label`` half of the heaviest grid, cut across its long axis."""
    settled = start >= 0
    sizes = np.bincount(start[settled], minlength=problem.k)
    loads = np.bincount(start[settled], weights=problem.loads[settled], minlength=problem.k)
    loads[sizes < 2] = -1.0
    members = np.flatnonzero(start == int(np.argmax(loads)))
    points = problem.points[members] - problem.points[members].mean(axis=0)
    _, _, axes = np.linalg.svd(points, full_matrices=False)
    order = members[np.argsort(points @ axes[0], kind="stable")]
    carried = np.cumsum(problem.loads[order])
    half = int(np.searchsorted(carried, carried[-1] / 2))
    start[order[: min(max(half, 1), len(order) - 1)]] = label
