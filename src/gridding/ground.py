"""The ground a plan stands on: the village's cells and their graph, made once for all plans."""

from dataclasses import dataclass

from gridding.cells import Cells, cells_of
from gridding.graph import Graph, graph_of
from gridding.problem import Problem


@dataclass(frozen=True)
class Ground:
    """A problem with its cells and graph."""

    problem: Problem
    cells: Cells
    graph: Graph


def ground_of(problem: Problem) -> Ground:
    """Make cells and graph of a village with at least one household."""
    cells = cells_of(problem)
    return Ground(problem, cells, graph_of(problem, cells))
