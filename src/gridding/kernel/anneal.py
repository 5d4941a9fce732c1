"""Simulated annealing over households, hamlet pieces, chunks and swaps."""

from typing import NamedTuple

import numpy as np

from gridding.jit import compiled
from gridding.kernel.dice import Dice, below, exponential, uniform
from gridding.kernel.division import Division, price, total_unevenness, unevenness
from gridding.kernel.moves import REFUSED, exchange_floor, flip, neighbour_in, shift
from gridding.kernel.terrain import Ints, Prices, Terrain

CHUNK = 12
"""Most households in a chunk."""


class Schedule(NamedTuple):
    """One cooling: ``moves`` tries from temperature ``hot`` to ``cold`` (person·m²), while the
    price of unevenness (person·m² per person) rises from ``soft`` to ``hard``."""

    moves: int
    hot: float
    cold: float
    soft: float
    hard: float


@compiled
def anneal(
    t: Terrain, p: Prices, d: Division, s: Schedule, dice: Dice, best: Ints, best_price: float
) -> float:
    """Cool ``d`` down; keep the cheapest lawful division seen in ``best``, return its price.

    ``best_price`` is the price of ``best`` on entry (infinite where there is none). Where hamlets
    are kept whole any division counts, at a price raised by ``even`` times its unevenness.
    """
    n = len(d.grid)
    movers = np.empty(n, dtype=np.int64)
    others = np.empty(n, dtype=np.int64)
    heat = s.hot
    beta = s.soft
    rounds = max(1, s.moves // 64)
    cooling = (s.cold / s.hot) ** (1.0 / rounds)
    hardening = (s.hard / s.soft) ** (1.0 / rounds)
    flips, pieces, chunks = (0.15, 0.6, 0.6) if p.whole else (0.75, 0.80, 0.88)
    now = price(t, p, d)
    uneven = total_unevenness(p, d)
    if (p.whole or uneven <= 0.0) and now + p.even * uneven < best_price:
        best_price = now + p.even * uneven
        best[:] = d.grid
    for _ in range(rounds):
        heat *= cooling
        beta *= hardening
        for _ in range(64):
            i = below(dice, n)
            degree = t.first[i + 1] - t.first[i]
            if degree == 0:
                continue
            j = t.near[t.first[i] + below(dice, degree)]
            a, b = d.grid[i], d.grid[j]
            if a == b:
                continue
            before = unevenness(p, d.load[a]) + unevenness(p, d.load[b])
            most = heat * exponential(dice)
            kind = uniform(dice)
            if kind < flips:
                gain = flip(t, p, d, i, b, beta, most)
            elif kind < pieces:
                count = _piece(t, d, i, movers)
                gain = shift(t, p, d, movers, count, b, beta, most)
            elif kind < chunks:
                count = _chunk(t, d, i, 2 + below(dice, CHUNK - 1), movers)
                gain = shift(t, p, d, movers, count, b, beta, most)
            else:
                gain = _swap(t, p, d, i, j, dice, beta, most, movers, others)
            if gain == REFUSED:
                continue
            levelled = unevenness(p, d.load[a]) + unevenness(p, d.load[b]) - before
            uneven += levelled
            now += gain - beta * levelled
            score = now if uneven < 1e-6 else np.inf
            if p.whole:
                score = now + p.even * uneven
            if score < best_price - 1e-6:
                best_price = score
                best[:] = d.grid
    return best_price


@compiled
def _piece(t: Terrain, d: Division, i: int, movers: Ints) -> int:
    """All of the hamlet of ``i`` that is in its grid."""
    h = t.hamlet[i]
    if h < 0:
        movers[0] = i
        return 1
    count = 0
    for m in range(t.members_first[h], t.members_first[h + 1]):
        if d.grid[t.members[m]] == d.grid[i]:
            movers[count] = t.members[m]
            count += 1
    return count


@compiled
def _chunk(t: Terrain, d: Division, i: int, size: int, movers: Ints) -> int:
    """Up to ``size`` households of one grid around ``i``, nearest first by edges."""
    g = d.grid[i]
    seen = d.scratch.seen
    d.scratch.stamp[0] += 2
    stamp = d.scratch.stamp[0]
    movers[0] = i
    seen[i] = stamp
    count = 1
    head = 0
    while head < count < size:
        here = movers[head]
        head += 1
        for e in range(t.first[here], t.first[here + 1]):
            j = t.near[e]
            if d.grid[j] == g and seen[j] != stamp and count < size:
                seen[j] = stamp
                movers[count] = j
                count += 1
    return count


@compiled
def _swap(
    t: Terrain,
    p: Prices,
    d: Division,
    i: int,
    j: int,
    dice: Dice,
    beta: float,
    most: float,
    movers: Ints,
    others: Ints,
) -> float:
    """Exchange ``i`` (or some around it) for some of the grid of ``j``, as one move."""
    a, b = d.grid[i], d.grid[j]
    back = _way_back(t, d, j, a, dice)
    if back < 0:
        return REFUSED
    count = _handful(t, p, d, i, dice, movers)
    size = _handful(t, p, d, back, dice, others)
    if exchange_floor(t, p, d, movers, count, others, size, beta) > most:
        return REFUSED
    first = shift(t, p, d, movers, count, b, beta, REFUSED)
    if first == REFUSED:
        return REFUSED
    second = REFUSED
    if size > 1 or neighbour_in(t, d.grid, back, a) >= 0:
        second = shift(t, p, d, others, size, a, beta, most - first)
    if second < REFUSED:
        return first + second
    shift(t, p, d, movers, count, a, beta, REFUSED)
    return REFUSED


@compiled
def _handful(t: Terrain, p: Prices, d: Division, i: int, dice: Dice, movers: Ints) -> int:
    """One household or a few around it; its whole piece where hamlets are kept whole."""
    if p.whole:
        return _piece(t, d, i, movers)
    if uniform(dice) < 0.6:
        movers[0] = i
        return 1
    return _chunk(t, d, i, 1 + below(dice, 5), movers)


@compiled
def _way_back(t: Terrain, d: Division, j: int, a: int, dice: Dice) -> int:
    """A household of the grid of ``j`` that touches grid ``a``, found by a short walk from ``j``."""
    b = d.grid[j]
    here = j
    found = -1
    for _ in range(12):
        step = t.near[t.first[here] + below(dice, t.first[here + 1] - t.first[here])]
        if d.grid[step] != b:
            continue
        here = step
        touches = False
        for e in range(t.first[here], t.first[here + 1]):
            if d.grid[t.near[e]] == a:
                touches = True
        if touches:
            found = here
            if uniform(dice) < 0.3:
                break
    return found
