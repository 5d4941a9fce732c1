"""The engine's front: a problem in, ever better plans out."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from gridding.faces import Ints
from gridding.graph import Graph
from gridding.ground import ground_of
from gridding.keeping import kept_of
from gridding.kernel.terrain import prices_of, terrain_of
from gridding.objective import Assignment
from gridding.plan import Effort, Plan
from gridding.problem import Problem
from gridding.search import USUAL, Budget, Search


def divide(problem: Problem, *, seed: int = 0, budget: Budget = USUAL) -> Iterator[Plan]:
    """Ever better plans for ``problem``; the last one is the best found within ``budget``.

    Always yields at least one plan. If no lawful plan is found, the last one has the smallest
    excess of load and says why. Equal seeds give equal plans as long as the clock does not stop
    the search.
    """
    if not problem.households:
        yield _whole_village(problem, seed)
        return
    ground = ground_of(problem)
    kept = kept_of(problem)
    earlier = np.full(len(problem.households), -1, dtype=np.int64)
    terrain = terrain_of(problem, ground.graph, kept.earlier if kept else earlier)
    search = Search(
        terrain, prices_of(problem), problem.k, seed, budget, kept.start if kept else None
    )
    last = None
    for found in search.run():
        grid = found.grid if kept else _numbered(problem, found.grid)
        renumbered = kept.renumbered if kept else {}
        assignment = Assignment(problem, ground.graph, grid, problem.k, renumbered)
        last = Plan(problem, ground, assignment, seed, _effort(search))
        yield last
    if last is not None:
        yield replace(last, effort=_effort(search))


def best_plan(problem: Problem, *, seed: int = 0, budget: Budget = USUAL) -> Plan:
    """The last plan of :func:`divide`."""
    last = None
    for plan in divide(problem, seed=seed, budget=budget):
        last = plan
    assert last is not None  # noqa: S101 - divide yields at least once
    return last


def _effort(search: Search) -> Effort:
    return Effort(search.seconds(), search.moves, search.stopped)


def _numbered(problem: Problem, grid: Ints) -> Ints:
    """Grids numbered from north to south, so that numbers do not depend on the search's luck."""
    northing = np.bincount(grid, weights=problem.points[:, 1], minlength=problem.k)
    size = np.bincount(grid, minlength=problem.k)
    order = np.argsort(-northing / np.maximum(size, 1), kind="stable")
    place = np.empty(problem.k, dtype=np.int64)
    place[order] = np.arange(problem.k)
    return place[grid]


def _whole_village(problem: Problem, seed: int) -> Plan:
    nothing = np.empty(0, dtype=np.int64)
    graph = Graph(np.zeros(1, dtype=np.int64), nothing, nothing.astype(bool), 0)
    return Plan(problem, None, Assignment(problem, graph, nothing, 1), seed=seed)
