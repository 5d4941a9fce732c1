"""What every lawful plan keeps, as named objects that say whether and where it is broken."""

import math
from collections.abc import Iterator
from typing import Protocol

import numpy as np

from gridding.message import Message, message
from gridding.objective import Assignment, components


class Constraint(Protocol):
    """A named condition on a plan."""

    name: str

    def breaches(self, assignment: Assignment) -> Iterator[Message]:
        """One message for every place where it is broken, worst first; none if it holds."""
        ...

    def kept(self, assignment: Assignment) -> Message:
        """The words for a plan that keeps it."""
        ...


class EachInOneGrid:
    """H1: every household in exactly one of exactly k grids."""

    name = "partition"

    def breaches(self, assignment: Assignment) -> Iterator[Message]:
        """One message if a grid is empty or a number is out of range."""
        k = assignment.k
        used = np.unique(assignment.grid)
        full = len(used) == k and used.min() == 0 and used.max() == k - 1
        if len(assignment.problem.households) and not full:
            yield message("partition.broken", k=k)

    def kept(self, assignment: Assignment) -> Message:
        """All are in."""
        return message("partition.kept", k=assignment.k)


class Connected:
    """H2: a grid is connected through touching cells."""

    name = "connection"

    def breaches(self, assignment: Assignment) -> Iterator[Message]:
        """One message for every grid in several pieces."""
        edges, _ = assignment.graph.edges()
        inside = assignment.grid[edges[:, 0]] == assignment.grid[edges[:, 1]]
        parts = components(len(assignment.grid), edges[inside])
        grids = assignment.grid[np.unique(parts)]
        for grid in np.flatnonzero(np.bincount(grids, minlength=assignment.k) > 1).tolist():
            yield message("connection.broken", grid=grid + 1)

    def kept(self, assignment: Assignment) -> Message:
        """All hold together."""
        return message("connection.kept")


class Balanced:
    """H3: the load of every grid within the tolerance of the target."""

    name = "balance"

    def breaches(self, assignment: Assignment) -> Iterator[Message]:
        """One message for every grid beyond its limits, the farthest first."""
        problem = assignment.problem
        low, high = problem.limits
        off = np.abs(assignment.loads - problem.target)
        for grid in np.argsort(-off, kind="stable").tolist():
            load = float(assignment.loads[grid])
            if low <= load <= high:
                continue
            yield message(
                "balance.over" if load > high else "balance.under",
                percent=percent(problem.settings.tolerance),
                grid=grid + 1,
                load=whole(load),
                unit=message(f"unit.{problem.balance_on}"),
                target=whole(problem.target),
            )

    def kept(self, assignment: Assignment) -> Message:
        """All within."""
        problem = assignment.problem
        return message(
            "balance.kept",
            percent=percent(problem.settings.tolerance),
            target=whole(problem.target),
        )


CONSTRAINTS: tuple[Constraint, ...] = (EachInOneGrid(), Connected(), Balanced())


def whole(amount: float) -> int:
    """The nearest whole number, a half upwards as the figures on the board: 492.5 -> 493."""
    return math.floor(amount + 0.5)


def percent(share: float) -> float | int:
    """A share as percent with one decimal at most: 0.1 -> 10."""
    rounded = round(share * 100, 1)
    return int(rounded) if rounded == int(rounded) else rounded
