"""Rewards polished by linear programs.

A column found for one set of rewards limits what any other set can be worth. The best rewards
under all limits known, not too far from the best so far, are the answer of a linear program; new
columns are looked for there, and the region of trust grows or shrinks with the success.
"""

from dataclasses import dataclass, field

import numpy as np

from gridding.kernel.columns import blend, cheapest, survey
from gridding.kernel.terrain import Floats, Prices, Terrain
from gridding.plan import Plan

SPACING = 25
"""Points looked at are this many to a side of the village."""

ROUNDS = 45
DESCENTS = 5
"""Times every point is moved to the centroid of its column."""

WINDOW = 0.1
"""Columns dearer than the best by less than this share of a grid's inertia are collected."""

HARVEST = 250
"""Most columns taken in one round."""

ENOUGH = 2e-4
"""The work ends when the linear program promises less than this share of the inertia."""


@dataclass
class _Pool:
    """Columns found: who is in them, and their own inertia."""

    covers: list[Floats] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    known: set[bytes] = field(default_factory=set)

    def add(self, t: Terrain, cover: Floats) -> None:
        """Take a column unless it is known."""
        key = np.round(cover, 6).tobytes()
        if key in self.known:
            return
        self.known.add(key)
        share = cover * t.mass
        x, y = (share * t.x).sum() / share.sum(), (share * t.y).sum() / share.sum()
        self.covers.append(cover.copy())
        self.costs.append(float((share * ((t.x - x) ** 2 + (t.y - y) ** 2)).sum()))


def bundled(t: Terrain, p: Prices, plan: Plan, rewards: Floats) -> Floats:
    """Better rewards than ``rewards``, or the same."""
    goal, k = plan.prices["inertia"], plan.k
    lattice_points = lattice(t, plan)
    near = lattice_points
    pool = _Pool()
    for grid in range(k):
        pool.add(t, (plan.assignment.grid == grid).astype(np.float64))
    best, worth, promised, trust = rewards, -np.inf, np.inf, 0.2
    for _ in range(ROUNDS):
        points = np.vstack([lattice_points, np.unique(np.round(near), axis=0)])
        near, cost = _minima(t, p, rewards, points, WINDOW * goal / k)
        now = float(rewards.sum() + k * cost.min())
        if now > worth:
            if now - worth > 0.5 * (promised - worth):
                trust *= 1.5
            best, worth = rewards, now
        else:
            trust *= 0.6
        _harvest(t, p, rewards, near[np.argsort(cost, kind="stable")[:HARVEST]], pool)
        rewards, promised = _program(t, pool, best, trust * goal / t.mass.sum(), k, goal)
        if promised - worth < ENOUGH * goal:
            break
    return best


def lattice(t: Terrain, plan: Plan) -> Floats:
    """Centroids of the plan first, then a lattice over the box around all households."""
    offset = plan.problem.points.mean(axis=0)
    width, height = np.ptp(t.x), np.ptp(t.y)
    spacing = max(np.sqrt(max(width, 1.0) * max(height, 1.0)), max(width, height) / 4) / SPACING
    x = np.arange(t.x.min(), t.x.max() + spacing, spacing)
    y = np.arange(t.y.min(), t.y.max() + spacing, spacing)
    points = np.array(np.meshgrid(x, y)).reshape(2, -1).T
    return np.vstack([plan.assignment.centroids - offset, points])


def _minima(
    t: Terrain, p: Prices, rewards: Floats, points: Floats, window: float
) -> tuple[Floats, Floats]:
    """Points near which columns are cheapest, and the reduced costs there."""
    cover = np.empty(len(t.x))
    for _ in range(DESCENTS):
        x, y = points.T.copy()
        cost = np.empty(len(x))
        least = survey(t, p, rewards, x, y, 0.0, window, cost)
        kept = cost < least + window
        x, y = x[kept].copy(), y[kept].copy()
        blend(t, p, rewards, x, y, np.ones(len(x)), cover)
        points = np.unique(np.round(np.column_stack([x, y]), 1), axis=0)
    x, y = points.T.copy()
    cost = np.empty(len(x))
    survey(t, p, rewards, x, y, 0.0, np.inf, cost)
    return points, cost


def _harvest(t: Terrain, p: Prices, rewards: Floats, points: Floats, pool: _Pool) -> None:
    cover = np.empty(len(t.x))
    for x, y in points.tolist():
        cheapest(t, p, rewards, x, y, 0.0, np.inf, cover)
        pool.add(t, cover)


def _program(
    t: Terrain, pool: _Pool, centre: Floats, reach: float, k: int, goal: float
) -> tuple[Floats, float]:
    """The best rewards within reach of ``centre`` under all columns, and what they promise.

    It is solved from the other side: columns to be mixed so that each household is covered once,
    where covering more or less may be bought at the edges of the region of trust.
    """
    # Imported here, for most searches never ask for a bound.
    from scipy import sparse  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415
    from scipy.optimize import linprog  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415

    n = len(t.x)
    edge = reach * t.mass
    covers = sparse.csc_matrix(np.array(pool.covers).T)
    count = sparse.csc_matrix(np.ones((1, len(pool.costs))))
    slack = sparse.vstack([sparse.identity(n), sparse.csc_matrix((1, n))])
    rows = sparse.hstack([sparse.vstack([covers, count]), slack, -slack], format="csc")
    prices = np.concatenate([pool.costs, centre + edge, edge - centre]) / goal
    answer = linprog(prices, A_eq=rows, b_eq=np.append(np.ones(n), k), method="highs")
    duals: Floats = np.asarray(answer.eqlin.marginals[:n]) * goal
    return duals, float(answer.fun) * goal
