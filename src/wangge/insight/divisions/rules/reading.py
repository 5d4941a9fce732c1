"""A village as the division engine takes it, and how far what is known of it can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from gridding.problem import Problem
from wangge.insight.divisions.rules.states import Manner
from wangge.insight.divisions.rules.wishes import Start, Wishes
from wangge.lib.message import Message


@dataclass(frozen=True)
class Reading:
    """A village to be divided, and how far what is known of it can be trusted.

    `grids` are the codes of today's grids that have households, in order; `today` gives the number
    (place in `grids`, from 1) of each household's grid. `approximate` households stand at the point
    of their group. `notes` say in words what is missing. Keys of households are their ids as text.
    """

    village_code: str
    problem: Problem
    grids: tuple[str, ...]
    today: Mapping[str, int]
    approximate: int
    notes: tuple[Message, ...]

    @property
    def households(self) -> int:
        """How many there are."""
        return len(self.problem.households)

    @property
    def persons(self) -> int:
        """How many people live in them, counted as the wishes say."""
        return self.problem.persons

    @property
    def standard_k(self) -> int:
        """The number of grids that the rule gives, whatever was set by hand."""
        problem = self.problem
        return replace(problem, settings=replace(problem.settings, k=None)).k

    @cached_property
    def loads(self) -> dict[str, int]:
        """Persons of each household by its key."""
        return {household.id: household.persons for household in self.problem.households}

    def asked(self, wishes: Wishes, manner: Manner, k: int | None = None) -> Reading:
        """The same village under other wishes; who counts as a person stays as it was read."""
        earlier = self.today if wishes.start is Start.TODAY and self.today else None
        problem = replace(self.problem, settings=wishes.engine(manner, k), earlier=earlier)
        return replace(self, problem=problem)


def completed(assignment: Mapping[str, int], problem: Problem) -> dict[str, int]:
    """The assignment for exactly the households of `problem`: newcomers go where their nearest
    neighbour is, those no longer there are left out. Empty if nobody is assigned."""
    ids = [household.id for household in problem.households]
    known = np.array([key in assignment for key in ids])
    if not known.any():
        return {}
    numbers = np.array([assignment.get(key, 0) for key in ids], dtype=np.int64)
    settled = np.flatnonzero(known)
    for index in np.flatnonzero(~known):
        gaps = ((problem.points[settled] - problem.points[index]) ** 2).sum(axis=1)
        numbers[index] = numbers[settled[int(np.argmin(gaps))]]
    return dict(zip(ids, numbers.tolist(), strict=True))
