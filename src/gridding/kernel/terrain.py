"""What the inner loops know of a village: arrays that never change during a search."""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gridding.graph import Graph
from gridding.objective import components
from gridding.problem import Problem, hamlet_loads

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.uint8]


WHOLE_EVENNESS = 1e6
"""Price of a person beyond the limits where hamlets come before balance, in m²: (1000 m)²."""

WHOLE_PRICE = 1e9
"""Price of a person in a piece where hamlets are to be kept whole, in m²: above all else."""


class Terrain(NamedTuple):
    """Households, their neighbours and their hamlets.

    Neighbours of ``i``: ``near[first[i]:first[i + 1]]``, in the same order ``crossing``; ``at_barrier[i]``
    says whether any edge of ``i`` crosses, ``barred`` whether any edge at all. Members of hamlet ``h``:
    ``members[members_first[h]:members_first[h + 1]]``. ``earlier`` is the grid of today or -1.
    ``side`` numbers the parts of the village that no uncrossed edge joins. ``piece_price`` is the
    price of a person apart from the rest of the hamlet, by hamlet.
    """

    x: Floats
    y: Floats
    mass: Floats
    square: Floats
    persons: Floats
    load: Floats
    hamlet: Ints
    earlier: Ints
    first: Ints
    near: Ints
    crossing: Flags
    at_barrier: Flags
    barred: bool
    side: Ints
    members_first: Ints
    members: Ints
    piece_price: Floats


class Prices(NamedTuple):
    """Limits of a lawful load and what each fault costs, in person·m².

    ``piece`` is what one more piece of a hamlet costs, in persons. With ``whole`` hamlets come
    before balance: moves are made by hamlets, and a load outside its limits only costs ``even``.
    """

    low: float
    high: float
    target: float
    piece: float
    cut: float
    change: float
    even: float
    whole: bool


def terrain_of(problem: Problem, graph: Graph, earlier: Ints) -> Terrain:
    """The arrays of ``problem``; points are taken from the middle of the village."""
    points = problem.points - problem.points.mean(axis=0)
    names = sorted({h.hamlet for h in problem.households if h.hamlet is not None})
    place = {name: index for index, name in enumerate(names)}
    hamlet = np.array(
        [-1 if h.hamlet is None else place[h.hamlet] for h in problem.households], dtype=np.int64
    )
    members = np.argsort(hamlet, kind="stable")[(hamlet < 0).sum() :].astype(np.int64)
    members_first = np.zeros(len(names) + 1, dtype=np.int64)
    np.cumsum(np.bincount(hamlet[hamlet >= 0], minlength=len(names)), out=members_first[1:])
    crossing = graph.crossing.astype(np.uint8)
    source = np.repeat(np.arange(len(points)), np.diff(graph.first))
    at_barrier = np.zeros(len(points), dtype=np.uint8)
    at_barrier[source[graph.crossing]] = 1
    mass = problem.masses
    return Terrain(
        x=np.ascontiguousarray(points[:, 0]),
        y=np.ascontiguousarray(points[:, 1]),
        mass=mass,
        square=mass * (points**2).sum(axis=1),
        persons=np.array([h.persons for h in problem.households], dtype=np.float64),
        load=problem.loads,
        hamlet=hamlet,
        earlier=earlier,
        first=graph.first,
        near=graph.near,
        crossing=crossing,
        at_barrier=at_barrier,
        barred=bool(crossing.any()),
        side=_sides(graph),
        members_first=members_first,
        members=members,
        piece_price=_piece_prices(problem, names),
    )


def _piece_prices(problem: Problem, names: list[str]) -> Floats:
    price = float(problem.settings.split_price_m**2)
    prices = np.full(len(names), price)
    if problem.settings.hamlets == "whole":
        loads = hamlet_loads(problem)
        fits = [loads[name] <= problem.limits[1] for name in names]
        prices[np.array(fits, dtype=bool)] = WHOLE_PRICE
    return prices


def _sides(graph: Graph) -> Ints:
    edges, crossing = graph.edges()
    parts = components(len(graph.first) - 1, edges[~crossing])
    return np.unique(parts, return_inverse=True)[1].astype(np.int64)


def prices_of(problem: Problem) -> Prices:
    """The prices of ``problem``; without an earlier division a change costs nothing."""
    settings = problem.settings
    low, high = (float(limit) for limit in whole_limits(problem))
    return Prices(
        low=low,
        high=high,
        target=problem.target,
        piece=float(max(settings.piece_persons, 1 if settings.hamlets == "whole" else 0)),
        cut=float(settings.cut_off_price_m**2),
        change=float(settings.change_price_m**2) if problem.earlier is not None else 0.0,
        even=WHOLE_EVENNESS,
        whole=settings.hamlets == "whole",
    )


def whole_limits(problem: Problem) -> tuple[int, int]:
    """Smallest and largest lawful load as whole numbers, for loads are whole.

    Where no whole number is lawful, those nearest to the target.
    """
    low, high = math.ceil(problem.limits[0]), math.floor(problem.limits[1])
    if low <= high:
        return low, high
    return math.floor(problem.target), math.ceil(problem.target)
