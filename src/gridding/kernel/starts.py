"""Where a search begins: balanced power diagrams, snapped to hamlets and made connected."""

import numpy as np

from gridding.jit import compiled
from gridding.kernel.connection import Scratch, holds_without
from gridding.kernel.dice import Dice, below, uniform
from gridding.kernel.terrain import Floats, Ints, Prices, Terrain

ROUNDS = 40
"""Rounds of the power diagram: weights follow the load, centres follow the centroids."""


@compiled
def power_start(t: Terrain, p: Prices, k: int, dice: Dice, number: int, scratch: Scratch) -> Ints:
    """A division into ``k`` connected grids of roughly even load, from random seeds.

    Starts differ on purpose, by their ``number``: in some the village is stretched in a random
    direction, in some the sides of barriers are lifted apart as if they were storeys, in some
    hamlets are made whole.
    """
    n = len(t.x)
    grid = np.zeros(n, dtype=np.int64)
    if k > 1:
        place = _bent(t, dice, 1.0 if number % 2 == 0 else 0.0, 2.0 if number % 4 >= 2 else 0.0)
        _power(t, p, k, place, _seeds(t, k, place, dice), grid)
        if p.whole or number % 3 != 2:
            _snap(t, k, grid)
        mend(t, k, grid, scratch)
    return grid


@compiled
def _bent(t: Terrain, dice: Dice, lift: float, stretch: float) -> Floats:
    """Points (n × 3) with sides lifted apart and one direction stretched, by random amounts."""
    n = len(t.x)
    spread = 0.0
    for i in range(n):
        spread += t.x[i] ** 2 + t.y[i] ** 2
    spread = np.sqrt(spread / n)
    heights = np.empty(n)
    for side in range(n):
        heights[side] = (uniform(dice) - 0.5) * 4.0 * lift * spread
    turn = uniform(dice) * np.pi
    across = 1.0 + uniform(dice) * stretch
    c, s = np.cos(turn), np.sin(turn)
    place = np.empty((n, 3))
    for i in range(n):
        place[i, 0] = c * t.x[i] + s * t.y[i]
        place[i, 1] = across * (c * t.y[i] - s * t.x[i])
        place[i, 2] = heights[t.side[i]]
    return place


@compiled
def _away(place: Floats, i: int, centre: Floats, g: int) -> float:
    return float(
        (place[i, 0] - centre[g, 0]) ** 2
        + (place[i, 1] - centre[g, 1]) ** 2
        + (place[i, 2] - centre[g, 2]) ** 2
    )


@compiled
def _seeds(t: Terrain, k: int, place: Floats, dice: Dice) -> Floats:
    """Households drawn with odds by mass and squared distance to the seeds drawn before."""
    n = len(t.x)
    centre = np.empty((k, 3))
    gap = np.full(n, 1.0)
    for g in range(k):
        total = 0.0
        for i in range(n):
            total += t.mass[i] * gap[i]
        left = uniform(dice) * total
        chosen = below(dice, n)
        for i in range(n):
            left -= t.mass[i] * gap[i]
            if left <= 0.0:
                chosen = i
                break
        centre[g] = place[chosen]
        for i in range(n):
            away = _away(place, i, centre, g)
            gap[i] = away if g == 0 else min(gap[i], away)
    return centre


@compiled
def _power(t: Terrain, p: Prices, k: int, place: Floats, centre: Floats, grid: Ints) -> None:
    n = len(t.x)
    weight = np.zeros(k)
    scale = 0.0
    for i in range(n):
        scale += place[i, 0] ** 2 + place[i, 1] ** 2 + place[i, 2] ** 2
    scale /= n * k
    load = np.empty(k)
    mass = np.empty(k)
    sums = np.empty((k, 3))
    for r in range(ROUNDS):
        load[:] = 0.0
        mass[:] = 0.0
        sums[:, :] = 0.0
        for i in range(n):
            nearest = 0
            least = np.inf
            for g in range(k):
                away = _away(place, i, centre, g) - weight[g]
                if away < least:
                    least = away
                    nearest = g
            grid[i] = nearest
            load[nearest] += t.load[i]
            mass[nearest] += t.mass[i]
            for axis in range(3):
                sums[nearest, axis] += t.mass[i] * place[i, axis]
        step = scale / (1.0 + 0.15 * r)
        for g in range(k):
            if mass[g] > 0.0:
                for axis in range(3):
                    centre[g, axis] = sums[g, axis] / mass[g]
            off = (p.target - load[g]) / (p.target + 1e-9)
            weight[g] += step * max(-1.0, min(1.0, off))


@compiled
def _snap(t: Terrain, k: int, grid: Ints) -> None:
    """Each hamlet goes where most of its households are."""
    votes = np.empty(k, dtype=np.int64)
    for h in range(len(t.members_first) - 1):
        votes[:] = 0
        for m in range(t.members_first[h], t.members_first[h + 1]):
            votes[grid[t.members[m]]] += 1
        winner = int(np.argmax(votes))
        for m in range(t.members_first[h], t.members_first[h + 1]):
            grid[t.members[m]] = winner


@compiled
def mend(t: Terrain, k: int, grid: Ints, s: Scratch) -> None:
    """Make every grid connected and not empty; -1 in ``grid`` stands for nowhere yet.

    The heaviest part of each grid stays, the rest is given to touching grids, lightest first; an
    empty grid takes a household that others can spare.
    """
    load = _strip(t, k, grid, s)
    _spread(t, grid, load, s)
    size = np.zeros(k, dtype=np.int64)
    for i in range(len(grid)):
        size[grid[i]] += 1
    for g in range(k):
        if size[g] > 0:
            continue
        donor = -1
        for i in range(len(grid)):
            a = grid[i]
            roomier = donor < 0 or load[a] > load[grid[donor]]
            if size[a] > 1 and roomier and holds_without(t, grid, s, i, False):
                donor = i
        size[grid[donor]] -= 1
        load[grid[donor]] -= t.load[donor]
        grid[donor] = g
        size[g] = 1
        load[g] = t.load[donor]


@compiled
def _strip(t: Terrain, k: int, grid: Ints, s: Scratch) -> Floats:
    """Leave only the heaviest connected part of each grid, the rest -1; the loads left."""
    n = len(grid)
    part = np.full(n, -1, dtype=np.int64)
    best_load = np.zeros(k)
    best_part = np.full(k, -1, dtype=np.int64)
    for seed in range(n):
        g = grid[seed]
        if part[seed] >= 0 or g < 0:
            continue
        load = _flood(t, grid, part, s, seed)
        if best_part[g] < 0 or load > best_load[g]:
            best_load[g] = load
            best_part[g] = seed
    for i in range(n):
        if grid[i] >= 0 and part[i] != best_part[grid[i]]:
            grid[i] = -1
    return best_load


@compiled
def _flood(t: Terrain, grid: Ints, part: Ints, s: Scratch, seed: int) -> float:
    """Mark all that hangs together with ``seed`` in its grid; its load."""
    load = 0.0
    s.queue[0] = seed
    part[seed] = seed
    head, tail = 0, 1
    while head < tail:
        i = s.queue[head]
        head += 1
        load += t.load[i]
        for e in range(t.first[i], t.first[i + 1]):
            j = t.near[e]
            if grid[j] == grid[seed] and part[j] < 0:
                part[j] = seed
                s.queue[tail] = j
                tail += 1
    return load


@compiled
def _spread(t: Terrain, grid: Ints, load: Floats, s: Scratch) -> None:
    """Let grids grow over the households that are nowhere, each to its lightest neighbour."""
    head, tail = 0, 0
    for i in range(len(grid)):
        if grid[i] >= 0:
            s.queue[tail] = i
            tail += 1
    while head < tail:
        i = s.queue[head]
        head += 1
        for e in range(t.first[i], t.first[i + 1]):
            j = t.near[e]
            if grid[j] >= 0:
                continue
            lightest = grid[i]
            for f in range(t.first[j], t.first[j + 1]):
                other = grid[t.near[f]]
                if other >= 0 and load[other] < load[lightest]:
                    lightest = other
            grid[j] = lightest
            load[lightest] += t.load[j]
            s.queue[tail] = j
            tail += 1
