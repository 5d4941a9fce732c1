"""What a plan costs, as named objects that explain themselves.

Prices are in person·m². They are computed here plainly from the assignment; the search keeps its
own running sums, and tests hold both to the same figures.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np

from gridding.faces import Ints
from gridding.graph import Bools, Graph
from gridding.message import Message, message
from gridding.problem import Problem
from gridding.projection import Floats


@dataclass(frozen=True)
class Assignment:
    """Grid of each household, counted from 0, on the graph of the village.

    ``renumbered`` maps earlier grid numbers to the new numbers of the same grids where they differ,
    to 0 where a grid is no more.
    """

    problem: Problem
    graph: Graph
    grid: Ints
    k: int
    renumbered: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def centroids(self) -> Floats:
        """Centroid of each grid (k × 2), households weighted as in the inertia."""
        masses = self.problem.masses
        total = np.bincount(self.grid, weights=masses, minlength=self.k)
        sums = [
            np.bincount(self.grid, weights=masses * self.problem.points[:, axis], minlength=self.k)
            for axis in (0, 1)
        ]
        return np.column_stack(sums) / np.maximum(total, 1e-300)[:, None]

    @cached_property
    def squares(self) -> Floats:
        """Squared distance of each household to the centroid of its grid, in m²."""
        gaps = self.problem.points - self.centroids[self.grid]
        squares: Floats = (gaps**2).sum(axis=1)
        return squares

    @cached_property
    def loads(self) -> Floats:
        """Load of each grid."""
        loads: Floats = np.bincount(self.grid, weights=self.problem.loads, minlength=self.k).astype(
            np.float64
        )
        return loads

    @cached_property
    def persons(self) -> Ints:
        """Persons of each household."""
        return np.array([h.persons for h in self.problem.households], dtype=np.int64)


class Objective(Protocol):
    """A named part of F."""

    name: str

    def price(self, assignment: Assignment) -> float:
        """Its share of F in person·m²."""
        ...

    def said(self, assignment: Assignment) -> Message:
        """What an official should know of it."""
        ...


class Inertia:
    """Persons times squared distance to the centroid of the grid; an empty household weighs 1."""

    name = "inertia"

    def price(self, assignment: Assignment) -> float:
        """Σ max(p, 1) |x - c|²."""
        return float((assignment.problem.masses * assignment.squares).sum())

    def said(self, assignment: Assignment) -> Message:
        """The mean walk."""
        return message("inertia.said", metres=round(mean_walk(assignment)))


class SplitHamlets:
    """Persons in the smaller pieces of hamlets that lie in several grids."""

    name = "splits"

    def price(self, assignment: Assignment) -> float:
        """The price of a split times (persons away from the largest piece + 10 a further piece)."""
        settings = assignment.problem.settings
        total = 0.0
        for pieces in hamlet_pieces(assignment).values():
            away = sum(pieces.values()) - max(pieces.values())
            total += away + settings.piece_persons * (len(pieces) - 1)
        return settings.split_price_m**2 * total

    def said(self, assignment: Assignment) -> Message:
        """Which hamlets are split and how many persons live apart from the rest."""
        split = split_hamlets(assignment)
        if not split:
            return message("splits.none")
        away = sum(sum(pieces.values()) - max(pieces.values()) for pieces in split.values())
        return message(
            "splits.some", count=len(split), persons=away, hamlets=", ".join(sorted(split))
        )


class CutOff:
    """Persons whom an unbridged barrier separates from the main body of their grid."""

    name = "cut_off"

    def price(self, assignment: Assignment) -> float:
        """The price of a person cut off times their number."""
        return assignment.problem.settings.cut_off_price_m**2 * persons_cut_off(assignment)

    def said(self, assignment: Assignment) -> Message:
        """How many are cut off."""
        persons = persons_cut_off(assignment)
        return message("cutoff.some", persons=persons) if persons else message("cutoff.none")


class Changes:
    """Persons whose grid is another than today; nothing where there is no division today."""

    name = "changes"

    def price(self, assignment: Assignment) -> float:
        """The price of a change times the persons who change."""
        persons = assignment.persons[changed(assignment)].sum()
        return float(assignment.problem.settings.change_price_m**2 * persons)

    def said(self, assignment: Assignment) -> Message:
        """How many households and persons change."""
        moved = changed(assignment)
        if not moved.any():
            return message("change.none")
        persons = int(assignment.persons[moved].sum())
        return message("change.some", households=int(moved.sum()), persons=persons)


OBJECTIVES: tuple[Objective, ...] = (Inertia(), SplitHamlets(), CutOff(), Changes())
"""F is the sum of the first three; the fourth is added when there is a division to keep."""


def mean_walk(assignment: Assignment) -> float:
    """Mean distance of a person to the centroid of the grid, in metres."""
    walks = assignment.problem.masses * np.sqrt(assignment.squares)
    return float(walks.sum() / assignment.problem.masses.sum())


def hamlet_pieces(assignment: Assignment) -> dict[str, dict[int, int]]:
    """Persons of each hamlet by grid."""
    pieces: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    grids = assignment.grid.tolist()
    for household, grid in zip(assignment.problem.households, grids, strict=True):
        if household.hamlet is not None:
            pieces[household.hamlet][grid] += household.persons
    return pieces


def split_hamlets(assignment: Assignment) -> dict[str, dict[int, int]]:
    """The hamlets that lie in more than one grid."""
    pieces = hamlet_pieces(assignment)
    return {hamlet: grids for hamlet, grids in pieces.items() if len(grids) > 1}


def persons_cut_off(assignment: Assignment) -> int:
    """Persons not in the part of their grid, without crossings, that has most persons."""
    edges, crossing = assignment.graph.edges()
    inside = assignment.grid[edges[:, 0]] == assignment.grid[edges[:, 1]]
    parts = components(len(assignment.grid), edges[inside & ~crossing])
    persons = np.bincount(parts, weights=assignment.persons).astype(np.int64)
    body: dict[int, int] = defaultdict(int)
    for part in np.unique(parts).tolist():
        grid = int(assignment.grid[part])
        body[grid] = max(body[grid], int(persons[part]))
    return int(persons.sum()) - sum(body.values())


def changed(assignment: Assignment) -> Bools:
    """Which households had another grid before.

    Newcomers do not count, nor do those whose grid only has another number.
    """
    renumbered = assignment.renumbered
    earlier = {
        household: renumbered.get(number, number)
        for household, number in (assignment.problem.earlier or {}).items()
    }
    grids = assignment.grid.tolist()
    return np.array(
        [
            household.id in earlier and earlier[household.id] != grid + 1
            for household, grid in zip(assignment.problem.households, grids, strict=True)
        ],
        dtype=bool,
    )


def components(n: int, edges: Ints) -> Ints:
    """The connected part of each of ``n`` nodes, named by its first member."""
    leader = list(range(n))

    def find(node: int) -> int:
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for one, other in edges.tolist():
        a, b = find(one), find(other)
        leader[max(a, b)] = min(a, b)
    return np.array([find(node) for node in range(n)], dtype=np.int64)
