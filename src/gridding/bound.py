"""A proven lower bound of the inertia of every lawful plan of a village.

The relaxation forgets that grids are connected and that a household is in exactly one of them.
Each household has a *reward* for being covered; for any rewards,

    Σ rewards + k · (least reduced cost of a column)

is a bound, where a column is the cheapest set of households (the last one in part) of lawful load
about some point. Rewards are raised where columns cover too little and lowered where they cover
too much, with the columns blended smoothly, and then polished by linear programs (``bundle.py``). At
the end the least reduced cost is proven over the whole village by squares that are halved until
they cannot hide a cheaper column: the bound holds however good the rewards are.
"""

import time
from dataclasses import dataclass

import numpy as np

from gridding.bundle import bundled, lattice
from gridding.kernel.columns import blend, survey
from gridding.kernel.division import division_of, inertia
from gridding.kernel.terrain import Floats, Prices, Terrain, prices_of, terrain_of
from gridding.plan import Bound, Plan

SPACING = 25
"""Points looked at are this many to a side of the village."""

STEPS = 600
REFRESH = 10
"""Every so many steps all points are looked at again, not only the promising ones."""

PROMISING = 0.3
"""A point is promising while its column is dearer than the best by less than this share."""

PATIENCE = 3
MOMENTUM = 0.9
SHARPEST = 5e-4
"""Columns dearer than the best by this share of a grid's inertia hardly count in the end."""

PRECISION = 3e-4
"""Share of the inertia that the final proof may give away."""

SMALLEST_HALF_M = 0.5


@dataclass
class _Ascent:
    """Where the rewards stand: the best so far, its worth, and how boldly to go on."""

    rewards: Floats
    worth: float
    boldness: float = 0.1
    blur: float = 0.02
    stalled: int = 0


def bound_of(plan: Plan) -> Bound:
    """The bound for the problem of ``plan``, which serves only as a place to start from."""
    began = time.process_time()
    if plan.ground is None or plan.k == 1:
        # There is only one plan, and it is its own bound.
        return Bound(plan.prices["inertia"], 0.0)
    problem = plan.problem
    nobody = np.full(len(problem.households), -1, dtype=np.int64)
    terrain = terrain_of(problem, plan.ground.graph, nobody)
    prices = prices_of(problem)
    rewards = bundled(terrain, prices, plan, _rewards(terrain, prices, plan))
    value = rewards.sum() + plan.k * _proven(terrain, prices, rewards, plan)
    return Bound(max(0.0, float(value)), time.process_time() - began)


def _rewards(t: Terrain, p: Prices, plan: Plan) -> Floats:
    k = plan.k
    division = division_of(t, plan.assignment.grid, k)
    goal = inertia(division)
    unit = goal / t.mass.sum()
    points = lattice(t, plan)
    ascent = _Ascent(_first_rewards(t, division.sx / division.mass, division.sy / division.mass), 0)
    ascent.worth = -np.inf
    rewards = ascent.rewards
    drift = np.zeros(len(t.x))
    cover = np.empty(len(t.x))
    near = points
    for step in range(STEPS):
        full = step % REFRESH == 0
        if full:
            near = np.vstack([points, np.unique(np.round(near), axis=0)])
        blur = ascent.blur * goal / k
        margin = PROMISING * goal / k if full else 8 * blur
        x, y = near.T.copy()
        cost = np.empty(len(near))
        least = survey(t, p, rewards, x, y, 0.0, margin, cost)
        worth = float(rewards.sum() + k * least)
        weight = np.exp((least - cost) / blur)
        blend(t, p, rewards, x, y, weight / weight.sum(), cover)
        near = np.column_stack([x, y])[cost < least + margin]
        if full and worth > ascent.worth:
            ascent.rewards, ascent.worth, ascent.stalled = rewards, worth, 0
        elif full:
            ascent.stalled += 1
            if ascent.stalled > PATIENCE:
                ascent.boldness *= 0.7
                ascent.blur = max(0.7 * ascent.blur, SHARPEST)
                ascent.stalled = 0
                rewards = ascent.rewards
                drift[:] = 0.0
                continue
        drift = MOMENTUM * drift + (1 - MOMENTUM) * (1 - k * cover)
        steepness = unit * float((t.mass * drift**2).sum()) + 1e-300
        stride = ascent.boldness * max(goal - worth, 1e-4 * goal) / steepness
        rewards = rewards + stride * unit * t.mass * drift
    return ascent.rewards


def _first_rewards(t: Terrain, cx: Floats, cy: Floats) -> Floats:
    """A fair first guess: between what a household costs in its nearest and next nearest grid."""
    squares = (t.x[:, None] - cx) ** 2 + (t.y[:, None] - cy) ** 2
    squares.sort(axis=1)
    first: Floats = t.mass * (0.8 * squares[:, 0] + 0.2 * squares[:, 1])
    return first


def _proven(t: Terrain, p: Prices, rewards: Floats, plan: Plan) -> float:
    """A proven lower bound of the reduced cost of every column anywhere in the village."""
    allowance = PRECISION * plan.prices["inertia"] / plan.k
    half = max(float(np.ptp(t.x)), float(np.ptp(t.y)), 1.0) / 2 / SPACING
    x = np.arange(t.x.min() + half, t.x.max() + 2 * half, 2 * half)
    y = np.arange(t.y.min() + half, t.y.max() + 2 * half, 2 * half)
    squares = np.array(np.meshgrid(x, y)).reshape(2, -1).T
    known = np.inf
    proven = np.inf
    while len(squares):
        cost = np.empty(len(squares))
        x, y = squares.T.copy()
        known = min(known, survey(t, p, rewards, x, y, 0.0, 0.0, cost))
        survey(t, p, rewards, x, y, half, 2 * allowance, cost)
        open_still = cost < known - allowance
        if half <= SMALLEST_HALF_M:
            open_still[:] = False
        proven = min(proven, float(cost[~open_still].min(initial=np.inf)))
        half /= 2
        corners = half * np.array([(-1, -1), (-1, 1), (1, -1), (1, 1)])
        squares = (squares[open_still][:, None, :] + corners).reshape(-1, 2)
    # Sums of many terms are exact to about one part in 10^12; a hundred times that is given away.
    return proven - 1e-10 * abs(proven)
