"""A plan: which household belongs to which grid, with its figures and its words."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon

from gridding.constraints import CONSTRAINTS, percent
from gridding.graph import Bools
from gridding.ground import Ground
from gridding.keeping import DISSOLVED
from gridding.message import Message, message
from gridding.objective import OBJECTIVES, Assignment, changed, split_hamlets
from gridding.problem import Problem, hamlet_loads

OTHER_TOLERANCE = 0.25
"""The figure that is not balanced is warned of when a grid is off by more than this share."""


@dataclass(frozen=True)
class Effort:
    """What a search spent: CPU seconds, moves tried, and whether the clock stopped it."""

    seconds: float = 0.0
    moves: int = 0
    stopped: bool = False


@dataclass(frozen=True)
class Bound:
    """A proven lower bound of the inertia of every lawful plan, in person·m², and what it cost."""

    inertia: float
    seconds: float


@dataclass(frozen=True)
class Plan:
    """A division of one village.

    ``ground`` is None only for a village without households, whose single grid is the village.
    """

    problem: Problem
    ground: Ground | None
    assignment: Assignment
    seed: int = 0
    effort: Effort = Effort()
    bound: Bound | None = None
    notes: tuple[Message, ...] = ()

    def with_bound(self, bound: Bound) -> "Plan":
        """The same plan with a bound to be measured by."""
        return replace(self, bound=bound)

    @property
    def k(self) -> int:
        """The number of grids."""
        return self.assignment.k

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Grid number (1 … k) of each household id."""
        grids = (self.assignment.grid + 1).tolist()
        return {h.id: g for h, g in zip(self.problem.households, grids, strict=True)}

    @cached_property
    def prices(self) -> dict[str, float]:
        """Each objective's share of F, by name, in person·m²."""
        return {objective.name: objective.price(self.assignment) for objective in OBJECTIVES}

    @cached_property
    def f(self) -> float:
        """F in person·m²: inertia, split hamlets, persons cut off. Changes are not part of F."""
        return sum(price for name, price in self.prices.items() if name != "changes")

    @cached_property
    def moved(self) -> Bools:
        """Which households change grid."""
        return changed(self.assignment)

    @cached_property
    def breaches(self) -> list[Message]:
        """Everything unlawful in the plan; empty if it is feasible."""
        return [breach for rule in CONSTRAINTS for breach in rule.breaches(self.assignment)]

    @property
    def feasible(self) -> bool:
        """Whether the plan keeps every hard constraint."""
        return not self.breaches

    @property
    def reason(self) -> Message | None:
        """Why the plan is not feasible: the household that cannot fit, else the worst breach."""
        if self.feasible:
            return None
        _, high = self.problem.limits
        worst = int(np.argmax(self.problem.loads))
        if self.problem.loads[worst] > high:
            return message(
                "balance.one_household",
                household=self.problem.households[worst].id,
                load=int(self.problem.loads[worst]),
                limit=int(high),
            )
        return self.breaches[0]

    @cached_property
    def deviations(self) -> list[float]:
        """(W - T) / T of each grid; 0 where nobody lives."""
        target = self.problem.target
        if target <= 0:
            return [0.0] * self.k
        return [float(load) / target - 1 for load in self.assignment.loads]

    @cached_property
    def gap(self) -> float | None:
        """How far the inertia lies above its bound, as a share; None without a usable bound."""
        if self.bound is None or not self.feasible or self.bound.inertia <= 0:
            return None
        return self.prices["inertia"] / self.bound.inertia - 1

    @cached_property
    def polygons(self) -> list[Polygon | MultiPolygon]:
        """The polygon of each grid in metres; several parts only where the village has exclaves."""
        if self.ground is None:
            return [self.problem.village]
        cells = self.ground.cells
        label = np.where(cells.owner_of >= 0, self.assignment.grid[cells.owner_of], -1)
        parts = cells.dissolved(label)
        for lone in parts.pop(-1, []):
            gaps = [float(shapely.distance(lone, parts[grid]).min()) for grid in range(self.k)]
            parts[int(np.argmin(gaps))].append(lone)
        shapes = [
            parts[grid][0] if len(parts[grid]) == 1 else MultiPolygon(parts[grid])
            for grid in range(self.k)
        ]
        return [shapely.orient_polygons(shape) for shape in shapes]

    def warnings(self) -> list[Message]:
        """What an official should know besides the figures."""
        said = [*self.problem.warnings(), *self.notes]
        if self.ground is not None and self.ground.graph.forced:
            said.append(message("problem.forced_links", count=self.ground.graph.forced))
        if (other := self._other_dimension()) is not None:
            said.append(other)
        for earlier, grid in self.assignment.renumbered.items():
            if grid == DISSOLVED:
                said.append(message("change.dissolved", earlier=earlier))
            else:
                said.append(message("change.renumbered", earlier=earlier, grid=grid))
        if self.effort.stopped:
            said.append(message("search.stopped", seconds=round(self.effort.seconds, 2)))
        said.extend(self._oversized_hamlets())
        if self.bound is not None and not self.feasible:
            said.append(message("bound.infeasible"))
        return said

    def explanation(self) -> list[Message]:
        """The plan in words: each constraint kept or broken, each objective's account."""
        said: list[Message] = []
        for rule in CONSTRAINTS:
            said.extend(list(rule.breaches(self.assignment)) or [rule.kept(self.assignment)])
        for objective in OBJECTIVES:
            if self.ground is None or (objective.name == "changes" and not self.problem.earlier):
                continue
            said.append(objective.said(self.assignment))
        if self.problem.settings.hamlets == "whole" and self.ground is not None:
            worst = max(abs(deviation) for deviation in self.deviations)
            split = len(split_hamlets(self.assignment))
            said.append(message("whole.balance", percent=percent(worst), count=split))
        return said

    def _oversized_hamlets(self) -> list[Message]:
        """Where hamlets are kept whole: those that do not fit into a grid."""
        if self.problem.settings.hamlets != "whole":
            return []
        limit = self.problem.limits[1]
        return [
            message(
                "whole.too_large",
                hamlet=hamlet,
                load=int(load),
                unit=message(f"unit.{self.problem.balance_on}"),
                limit=int(limit),
            )
            for hamlet, load in sorted(hamlet_loads(self.problem).items())
            if load > limit
        ]

    def _other_dimension(self) -> Message | None:
        by_households = self.problem.balance_on == "households"
        weights = self.assignment.persons if by_households else None
        values = np.bincount(self.assignment.grid, weights=weights, minlength=self.k)
        mean = float(values.mean())
        if mean <= 0:
            return None
        off = np.abs(values / mean - 1)
        worst = int(np.argmax(off))
        if off[worst] <= OTHER_TOLERANCE:
            return None
        return message(
            "problem.other_dimension",
            grid=worst + 1,
            dimension=message("dimension.persons" if by_households else "dimension.households"),
            value=int(values[worst]),
            target=round(mean),
            percent=percent(float(off[worst])),
        )
