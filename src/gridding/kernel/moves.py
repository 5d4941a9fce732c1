"""Moves between two grids, each priced, tried and taken back if it is too dear or not lawful.

A move returns the change of the price it made (F, changes and unevenness), or ``REFUSED``.
"""

import numpy as np

from gridding.jit import compiled
from gridding.kernel.connection import body, holds_without
from gridding.kernel.division import Division, inertia_of, split_price, unevenness
from gridding.kernel.terrain import Ints, Prices, Terrain

REFUSED = np.inf


@compiled
def flip(
    t: Terrain, p: Prices, d: Division, i: int, b: int, beta: float, most: float
) -> float:
    """Move household ``i`` to the touching grid ``b`` if the price rises by at most ``most``."""
    a = d.grid[i]
    if d.size[a] <= 1:
        return REFUSED
    change = _moment_change(d, a, b, t.mass[i], t.mass[i] * t.x[i], t.mass[i] * t.y[i], t.square[i])
    change += beta * _load_change(p, d, a, b, t.load[i])
    if p.change > 0.0 and t.earlier[i] >= 0:
        if t.earlier[i] == a:
            change += p.change * t.persons[i]
        elif t.earlier[i] == b:
            change -= p.change * t.persons[i]
    if change - p.cut * (d.cut[a] + d.cut[b]) - _split_relief(p, d, t.hamlet[i]) > most:
        return REFUSED
    h = t.hamlet[i]
    if h >= 0:
        before = split_price(p, d, h)
        _recount(t, d, i, a, b)
        change += split_price(p, d, h) - before
    if change - p.cut * (d.cut[a] + d.cut[b]) > most:
        if h >= 0:
            _recount(t, d, i, b, a)
        return REFUSED
    cut_a, cut_b = 0.0, 0.0
    parts_a, parts_b = 1, 1
    lawful = True
    if d.inner[a] == 0:
        lawful = holds_without(t, d.grid, d.scratch, i, False)
    elif d.parts[a] > 1 or not holds_without(t, d.grid, d.scratch, i, True):
        lawful = holds_without(t, d.grid, d.scratch, i, False)
        if lawful:
            d.grid[i] = b
            left = neighbour_in(t, d.grid, i, a)
            _, cut_a, parts_a = body(t, d.grid, d.scratch, left)
            d.grid[i] = a
    if lawful and not _joins_freely(t, d, i, b):
        d.grid[i] = b
        _, cut_b, parts_b = body(t, d.grid, d.scratch, i)
        d.grid[i] = a
    change += p.cut * (cut_a + cut_b - d.cut[a] - d.cut[b])
    if not lawful or change > most:
        if h >= 0:
            _recount(t, d, i, b, a)
        return REFUSED
    _settle(t, d, i, a, b)
    d.cut[a], d.cut[b] = cut_a, cut_b
    d.parts[a], d.parts[b] = parts_a, parts_b
    return change


@compiled
def shift(
    t: Terrain, p: Prices, d: Division, who: Ints, count: int, b: int, beta: float, most: float
) -> float:
    """Move the first ``count`` of ``who``, all of one grid, to grid ``b`` in one go."""
    if count == 1:
        return flip(t, p, d, who[0], b, beta, most)
    a = d.grid[who[0]]
    if d.size[a] <= count:
        return REFUSED
    mass = sx = sy = square = load = change = 0.0
    for n in range(count):
        i = who[n]
        mass += t.mass[i]
        sx += t.mass[i] * t.x[i]
        sy += t.mass[i] * t.y[i]
        square += t.square[i]
        load += t.load[i]
        if p.change > 0.0 and t.earlier[i] >= 0:
            if t.earlier[i] == a:
                change += p.change * t.persons[i]
            elif t.earlier[i] == b:
                change -= p.change * t.persons[i]
    change += _moment_change(d, a, b, mass, sx, sy, square)
    change += beta * _load_change(p, d, a, b, load)
    change += _recount_all(t, p, d, who, count, a, b)
    if change - p.cut * (d.cut[a] + d.cut[b]) > most:
        _recount_all(t, p, d, who, count, b, a)
        return REFUSED
    for n in range(count):
        d.grid[who[n]] = b
    left = -1
    for n in range(count):
        left = neighbour_in(t, d.grid, who[n], a)
        if left >= 0:
            break
    cut_a, cut_b = 0.0, 0.0
    parts_a, parts_b = 1, 1
    lawful = False
    if left >= 0:
        reached, cut_a, parts_a = body(t, d.grid, d.scratch, left)
        if reached == d.size[a] - count:
            reached, cut_b, parts_b = body(t, d.grid, d.scratch, who[0])
            lawful = reached == d.size[b] + count
    change += p.cut * (cut_a + cut_b - d.cut[a] - d.cut[b])
    if not lawful or change > most:
        for n in range(count):
            d.grid[who[n]] = a
        _recount_all(t, p, d, who, count, b, a)
        return REFUSED
    for n in range(count):
        d.grid[who[n]] = a
    for n in range(count):
        _settle(t, d, who[n], a, b)
    d.cut[a], d.cut[b] = cut_a, cut_b
    d.parts[a], d.parts[b] = parts_a, parts_b
    return change


@compiled
def exchange_floor(
    t: Terrain, p: Prices, d: Division, out: Ints, count: int, back: Ints, size: int, beta: float
) -> float:
    """The least that exchanging ``out`` for ``back`` can cost: all that pieces and barriers could
    save is taken as saved. Dear exchanges are refused by it before anything is moved."""
    a, b = d.grid[out[0]], d.grid[back[0]]
    mass = sx = sy = square = load = saved = 0.0
    for n in range(count):
        i = out[n]
        mass += t.mass[i]
        sx += t.mass[i] * t.x[i]
        sy += t.mass[i] * t.y[i]
        square += t.square[i]
        load += t.load[i]
        if n == 0 or t.hamlet[i] != t.hamlet[out[n - 1]]:
            saved += _split_relief(p, d, t.hamlet[i])
    for n in range(size):
        i = back[n]
        mass -= t.mass[i]
        sx -= t.mass[i] * t.x[i]
        sy -= t.mass[i] * t.y[i]
        square -= t.square[i]
        load -= t.load[i]
        if n == 0 or t.hamlet[i] != t.hamlet[back[n - 1]]:
            saved += _split_relief(p, d, t.hamlet[i])
    saved += p.cut * (d.cut[a] + d.cut[b])
    if p.change > 0.0:
        for n in range(count):
            saved += p.change * t.persons[out[n]]
        for n in range(size):
            saved += p.change * t.persons[back[n]]
    change = _moment_change(d, a, b, mass, sx, sy, square)
    return change + beta * _load_change(p, d, a, b, load) - saved


@compiled
def _moment_change(
    d: Division, a: int, b: int, mass: float, sx: float, sy: float, square: float
) -> float:
    """Change of inertia when these moments go from grid ``a`` to grid ``b``."""
    before = inertia_of(d.mass[a], d.sx[a], d.sy[a], d.square[a])
    before += inertia_of(d.mass[b], d.sx[b], d.sy[b], d.square[b])
    after = inertia_of(d.mass[a] - mass, d.sx[a] - sx, d.sy[a] - sy, d.square[a] - square)
    after += inertia_of(d.mass[b] + mass, d.sx[b] + sx, d.sy[b] + sy, d.square[b] + square)
    return after - before


@compiled
def _load_change(p: Prices, d: Division, a: int, b: int, load: float) -> float:
    before = unevenness(p, d.load[a]) + unevenness(p, d.load[b])
    return unevenness(p, d.load[a] - load) + unevenness(p, d.load[b] + load) - before


@compiled
def _split_relief(p: Prices, d: Division, h: int) -> float:
    """The most that moving one household can save on the pieces of its hamlet."""
    return split_price(p, d, h) if h >= 0 else 0.0


@compiled
def _recount(t: Terrain, d: Division, i: int, a: int, b: int) -> None:
    h = t.hamlet[i]
    d.people[h, a] -= t.persons[i]
    d.people[h, b] += t.persons[i]
    d.count[h, a] -= 1
    d.count[h, b] += 1


@compiled
def _recount_all(
    t: Terrain, p: Prices, d: Division, who: Ints, count: int, a: int, b: int
) -> float:
    """Recount pieces for all movers; the change of their price. Runs of one hamlet cost once."""
    change = 0.0
    n = 0
    while n < count:
        h = t.hamlet[who[n]]
        if h < 0:
            n += 1
            continue
        change -= split_price(p, d, h)
        while n < count and t.hamlet[who[n]] == h:
            _recount(t, d, who[n], a, b)
            n += 1
        change += split_price(p, d, h)
    return change


@compiled
def neighbour_in(t: Terrain, grid: Ints, i: int, g: int) -> int:
    """A neighbour of ``i`` in grid ``g``, -1 if it touches none."""
    for e in range(t.first[i], t.first[i + 1]):
        if grid[t.near[e]] == g:
            return t.near[e]
    return -1


@compiled
def _joins_freely(t: Terrain, d: Division, i: int, b: int) -> bool:
    """Whether it is plain that nobody is cut off in ``b`` once ``i`` is there."""
    if d.parts[b] > 1:
        return False
    if t.at_barrier[i] == 0:
        return True
    barred = False
    for e in range(t.first[i], t.first[i + 1]):
        if d.grid[t.near[e]] == b:
            if t.crossing[e] == 0:
                return True
            barred = True
    return not barred


@compiled
def _settle(t: Terrain, d: Division, i: int, a: int, b: int) -> None:
    """Book household ``i`` from ``a`` to ``b`` in all sums but those of its hamlet."""
    mass = t.mass[i]
    d.mass[a] -= mass
    d.mass[b] += mass
    d.sx[a] -= mass * t.x[i]
    d.sx[b] += mass * t.x[i]
    d.sy[a] -= mass * t.y[i]
    d.sy[b] += mass * t.y[i]
    d.square[a] -= t.square[i]
    d.square[b] += t.square[i]
    d.load[a] -= t.load[i]
    d.load[b] += t.load[i]
    d.size[a] -= 1
    d.size[b] += 1
    d.grid[i] = b
    if t.at_barrier[i]:
        for e in range(t.first[i], t.first[i + 1]):
            if t.crossing[e]:
                if d.grid[t.near[e]] == a:
                    d.inner[a] -= 1
                elif d.grid[t.near[e]] == b:
                    d.inner[b] += 1
