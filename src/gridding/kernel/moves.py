"""Moves between two grids, each priced, tried and taken back if it is too dear or not lawful.

A move returns the change of the price it made (F, changes and unevenness), or ``REFUSED``.
"""

import numpy as np

from gridding.jit import compiled
from gridding.kernel.connection import body, holds_without
from gridding.kernel.division import (
    Division,
    inertia_of,
    name_parts,
    split_price,
    unevenness,
)
from gridding.kernel.terrain import Ints, Prices, Terrain

REFUSED = np.inf


@compiled
def flip(t: Terrain, p: Prices, d: Division, i: int, b: int, beta: float, most: float) -> float:
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
    relief = p.cut * _cut_relief(t, d, i, a, b)
    h = t.hamlet[i]
    if change - relief - _split_relief(t, p, d, h) > most:
        return REFUSED
    if h >= 0:
        before = split_price(t, p, d, h)
        _recount(t, d, i, a, b)
        change += split_price(t, p, d, h) - before
    if change - relief > most:
        if h >= 0:
            _recount(t, d, i, b, a)
        return REFUSED
    cut_a, plain_a = _cut_without(t, d, i)
    cut_b, plain_b = 0.0, True
    if cut_a >= 0.0:
        cut_b, plain_b = _cut_with(t, d, i, b)
        change += p.cut * (cut_a + cut_b - d.cut[a] - d.cut[b])
    if cut_a < 0.0 or change > most:
        if h >= 0:
            _recount(t, d, i, b, a)
        return REFUSED
    left = neighbour_in(t, d.grid, i, a)
    link = _link(t, d, i, b)
    _settle(t, d, i, a, b)
    if t.barred:
        _book_leaving(t, d, i, left, cut_a, plain_a)
        _book_joining(t, d, i, link, cut_b, plain_b)
    return float(change)


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
    mass = sx = sy = square = load = change = persons = 0.0
    for n in range(count):
        i = who[n]
        persons += t.persons[i]
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
    if change - p.cut * (min(d.cut[a], persons) + d.cut[b]) > most:
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
    lawful = False
    if left >= 0:
        reached, cut_a, _ = body(t, d.grid, d.scratch, left)
        if reached == d.size[a] - count:
            reached, cut_b, _ = body(t, d.grid, d.scratch, who[0])
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
    if t.barred:
        name_parts(t, d, left)
        name_parts(t, d, who[0])
    return float(change)


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
            saved += _split_relief(t, p, d, t.hamlet[i])
    for n in range(size):
        i = back[n]
        mass -= t.mass[i]
        sx -= t.mass[i] * t.x[i]
        sy -= t.mass[i] * t.y[i]
        square -= t.square[i]
        load -= t.load[i]
        if n == 0 or t.hamlet[i] != t.hamlet[back[n - 1]]:
            saved += _split_relief(t, p, d, t.hamlet[i])
    saved += p.cut * (d.cut[a] + d.cut[b])
    if p.change > 0.0:
        for n in range(count):
            saved += p.change * t.persons[out[n]]
        for n in range(size):
            saved += p.change * t.persons[back[n]]
    change = _moment_change(d, a, b, mass, sx, sy, square)
    return float(change + beta * _load_change(p, d, a, b, load) - saved)


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
def _split_relief(t: Terrain, p: Prices, d: Division, h: int) -> float:
    """The most that moving one household can save on the pieces of its hamlet."""
    return split_price(t, p, d, h) if h >= 0 else 0.0


@compiled
def _cut_relief(t: Terrain, d: Division, i: int, a: int, b: int) -> float:
    """The most persons that moving ``i`` can join to a main body again.

    In the grid it leaves, only ``i`` itself; in the grid it joins, only if it links two parts.
    """
    relief = min(d.cut[a], t.persons[i])
    if d.cut[b] > 0.0:
        links = 0
        for e in range(t.first[i], t.first[i + 1]):
            if d.grid[t.near[e]] == b and t.crossing[e] == 0:
                links += 1
        if links > 1:
            relief += d.cut[b]
    return float(relief)


@compiled
def _recount(t: Terrain, d: Division, i: int, a: int, b: int) -> None:
    h = t.hamlet[i]
    d.people[h, a] -= t.persons[i]
    d.people[h, b] += t.persons[i]
    d.homes[h, a] -= 1
    d.homes[h, b] += 1


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
        change -= split_price(t, p, d, h)
        while n < count and t.hamlet[who[n]] == h:
            _recount(t, d, who[n], a, b)
            n += 1
        change += split_price(t, p, d, h)
    return float(change)


@compiled
def neighbour_in(t: Terrain, grid: Ints, i: int, g: int) -> int:
    """A neighbour of ``i`` in grid ``g``, -1 if it touches none."""
    for e in range(t.first[i], t.first[i + 1]):
        if grid[t.near[e]] == g:
            return int(t.near[e])
    return -1


@compiled
def _cut_without(t: Terrain, d: Division, i: int) -> tuple[float, bool]:
    """Persons cut off in the grid of ``i`` once it has left, -1 if the grid would fall apart.

    Also whether no part but that of ``i`` changes, and that one only by ``i``.
    """
    a = d.grid[i]
    if d.inner[a] == 0:
        return (0.0 if holds_without(t, d.grid, d.scratch, i, False) else -1.0), True
    whole_part = holds_without(t, d.grid, d.scratch, i, True)
    if whole_part and d.parts[a] == 1:
        return 0.0, True
    if not holds_without(t, d.grid, d.scratch, i, False):
        return -1.0, False
    if whole_part:
        if d.root[i] != d.main[a]:
            return d.cut[a] - t.persons[i], True
        if d.weight[d.main[a]] - t.persons[i] >= d.cut[a]:
            return d.cut[a], True
    d.grid[i] = -1
    cut = body(t, d.grid, d.scratch, neighbour_in(t, d.grid, i, a))[1]
    d.grid[i] = a
    return cut, False


@compiled
def _cut_with(t: Terrain, d: Division, i: int, b: int) -> tuple[float, bool]:
    """Persons cut off in grid ``b`` once ``i`` is in it, and whether ``i`` joins or founds one part
    without changing any other."""
    if not t.barred:
        return 0.0, True
    main = d.main[b]
    link = _link(t, d, i, b)
    if link == -1 and t.persons[i] <= d.weight[main]:
        return d.cut[b] + t.persons[i], True
    if link >= 0:
        if d.root[link] == main:
            return d.cut[b], True
        if d.weight[d.root[link]] + t.persons[i] <= d.weight[main]:
            return d.cut[b] + t.persons[i], True
    a = d.grid[i]
    d.grid[i] = b
    cut = body(t, d.grid, d.scratch, i)[1]
    d.grid[i] = a
    return cut, False


@compiled
def _book_leaving(t: Terrain, d: Division, i: int, left: int, cut: float, plain: bool) -> None:
    """Take ``i`` out of its part of the grid it has left; ``left`` is a household still there."""
    if plain and d.root[i] != i:
        d.weight[d.root[i]] -= t.persons[i]
        d.cut[d.grid[left]] = cut
    else:
        name_parts(t, d, left)


@compiled
def _book_joining(t: Terrain, d: Division, i: int, link: int, cut: float, plain: bool) -> None:
    """Put ``i`` into the part of ``link``, or into one of its own where that is -1."""
    b = d.grid[i]
    if not plain:
        name_parts(t, d, i)
        return
    d.cut[b] = cut
    if link < 0:
        d.parts[b] += 1
        d.root[i] = i
        d.weight[i] = t.persons[i]
    else:
        d.root[i] = d.root[link]
        d.weight[d.root[i]] += t.persons[i]


@compiled
def _link(t: Terrain, d: Division, i: int, b: int) -> int:
    """A neighbour of ``i`` in grid ``b`` across no barrier; -1 if none, -2 if in several parts."""
    link = -1
    for e in range(t.first[i], t.first[i + 1]):
        j = t.near[e]
        if d.grid[j] == b and t.crossing[e] == 0:
            if link >= 0 and d.root[j] != d.root[link]:
                return -2
            link = j
    return int(link)


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
