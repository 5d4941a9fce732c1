"""The cheapest grid around a point, for the lower bound.

A *column* is a grid as the relaxation sees it: any households, each wholly or in part, whose load
is lawful, whether connected or not. Its reduced cost is its inertia less the rewards ``reward`` of
its households.
"""

import numpy as np

from gridding.jit import compiled
from gridding.kernel.terrain import Floats, Prices, Terrain


@compiled
def cheapest(
    t: Terrain,
    p: Prices,
    reward: Floats,
    cx: float,
    cy: float,
    half: float,
    most: float,
    taken: Floats,
) -> float:
    """A lower bound of the reduced cost of every column whose centroid lies in a square.

    The square has its middle at (``cx``, ``cy``) and half its side is ``half`` metres. A column
    about the middle costs more than about its own centroid by mass times their squared distance,
    at most 2 ``half``² in the square: that is granted to every household. ``taken`` receives the
    share of each household in the best column. If the bound is seen to exceed ``most`` before the
    load is made lawful, it is returned as it is then: still a bound.
    """
    n = len(t.x)
    grant = 2.0 * half * half
    cost = np.empty(n)
    load = 0.0
    total = 0.0
    for i in range(n):
        away = (t.x[i] - cx) ** 2 + (t.y[i] - cy) ** 2
        cost[i] = t.mass[i] * (away - grant) - reward[i]
        taken[i] = 0.0
        if cost[i] < 0.0:
            taken[i] = 1.0
            load += t.load[i]
            total += cost[i]
    if total > most:
        return total
    if load > p.high:
        return total + _trimmed(t, cost, taken, load - p.high, 1.0)
    if load < p.low:
        return total + _trimmed(t, cost, taken, p.low - load, 0.0)
    return total


@compiled
def _trimmed(t: Terrain, cost: Floats, taken: Floats, amount: float, now: float) -> float:
    """Give up (``now`` = 1) or take on (``now`` = 0) load where it costs least; what it costs."""
    n = len(cost)
    which = np.empty(n, dtype=np.int64)
    rate = np.empty(n)
    count = 0
    for i in range(n):
        if taken[i] == now and t.load[i] > 0.0:
            which[count] = i
            rate[count] = abs(cost[i]) / t.load[i]
            count += 1
    added = 0.0
    left = amount
    for place in np.argsort(rate[:count]):
        i = which[place]
        share = min(1.0, left / t.load[i])
        taken[i] = now - share if now > 0.5 else share
        added += share * abs(cost[i])
        left -= share * t.load[i]
        if left <= 1e-12:
            break
    return added


@compiled
def survey(
    t: Terrain,
    p: Prices,
    reward: Floats,
    cx: Floats,
    cy: Floats,
    half: float,
    margin: float,
    cost: Floats,
) -> float:
    """A bound of the reduced cost around each of many points, into ``cost``; the least of them.

    Bounds within ``margin`` of the least are as tight as :func:`cheapest` makes them.
    """
    taken = np.empty(len(t.x))
    least = np.inf
    for c in range(len(cx)):
        cost[c] = cheapest(t, p, reward, cx[c], cy[c], half, least + margin, taken)
        least = min(least, cost[c])
    return least


@compiled
def blend(
    t: Terrain, p: Prices, reward: Floats, cx: Floats, cy: Floats, weight: Floats, cover: Floats
) -> None:
    """How much of each household the columns around the points cover, weighted, into ``cover``.

    Every point is moved to the centroid of its column, where the column is cheaper still.
    """
    cover[:] = 0.0
    taken = np.empty(len(t.x))
    for c in range(len(cx)):
        if weight[c] < 1e-5:
            continue
        cheapest(t, p, reward, cx[c], cy[c], 0.0, np.inf, taken)
        mass = sx = sy = 0.0
        for i in range(len(taken)):
            if taken[i] > 0.0:
                share = taken[i] * t.mass[i]
                mass += share
                sx += share * t.x[i]
                sy += share * t.y[i]
                cover[i] += weight[c] * taken[i]
        if mass > 0.0:
            cx[c], cy[c] = sx / mass, sy / mass
