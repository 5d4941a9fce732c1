"""The state of a search: who is in which grid, with the sums that make every price quick.

All prices in person·m²; see ``objective.py`` for what they mean.
"""

from typing import NamedTuple

import numpy as np

from gridding.jit import compiled
from gridding.kernel.connection import Scratch, gather, part_of, scratch_for
from gridding.kernel.terrain import Floats, Ints, Prices, Terrain


class Division(NamedTuple):
    """Grid of each household and sums by grid.

    ``mass``, ``sx``, ``sy``, ``square``: moments about the middle of the village. ``people`` and
    ``homes`` are persons and households by hamlet and grid. ``inner`` counts crossing edges inside
    a grid (0 means nobody can be cut off), ``cut`` the persons cut off, ``parts`` the parts that
    hang together without crossing; empty houses may be a part with nobody in it. Where there are
    barriers, ``root`` names the part of each household by one of its members, ``weight`` has its
    persons under that name, and ``main`` the name of the main body of each grid.
    """

    grid: Ints
    mass: Floats
    sx: Floats
    sy: Floats
    square: Floats
    load: Floats
    size: Ints
    people: Floats
    homes: Ints
    inner: Ints
    cut: Floats
    parts: Ints
    main: Ints
    root: Ints
    weight: Floats
    scratch: Scratch


def division_of(terrain: Terrain, grid: Ints, k: int) -> Division:
    """The division that puts each household into ``grid`` (0 … k-1), with all sums made."""
    hamlets = len(terrain.members_first) - 1
    division = Division(
        grid=grid.astype(np.int64).copy(),
        mass=np.zeros(k),
        sx=np.zeros(k),
        sy=np.zeros(k),
        square=np.zeros(k),
        load=np.zeros(k),
        size=np.zeros(k, dtype=np.int64),
        people=np.zeros((hamlets, k)),
        homes=np.zeros((hamlets, k), dtype=np.int64),
        inner=np.zeros(k, dtype=np.int64),
        cut=np.zeros(k),
        parts=np.ones(k, dtype=np.int64),
        main=np.zeros(k, dtype=np.int64),
        root=np.zeros(len(grid), dtype=np.int64),
        weight=np.zeros(len(grid)),
        scratch=scratch_for(len(grid)),
    )
    tally(terrain, division)
    return division


@compiled
def tally(t: Terrain, d: Division) -> None:
    """Compute every sum again from ``grid``."""
    d.mass[:] = 0.0
    d.sx[:] = 0.0
    d.sy[:] = 0.0
    d.square[:] = 0.0
    d.load[:] = 0.0
    d.size[:] = 0
    d.people[:, :] = 0.0
    d.homes[:, :] = 0
    d.inner[:] = 0
    d.cut[:] = 0.0
    d.parts[:] = 1
    for i in range(len(d.grid)):
        g = d.grid[i]
        d.mass[g] += t.mass[i]
        d.sx[g] += t.mass[i] * t.x[i]
        d.sy[g] += t.mass[i] * t.y[i]
        d.square[g] += t.square[i]
        d.load[g] += t.load[i]
        d.size[g] += 1
        if t.hamlet[i] >= 0:
            d.people[t.hamlet[i], g] += t.persons[i]
            d.homes[t.hamlet[i], g] += 1
        for e in range(t.first[i], t.first[i + 1]):
            if t.crossing[e] and t.near[e] > i and d.grid[t.near[e]] == g:
                d.inner[g] += 1
    if t.barred:
        for g in range(len(d.mass)):
            for i in range(len(d.grid)):
                if d.grid[i] == g:
                    name_parts(t, d, i)
                    break


@compiled
def name_parts(t: Terrain, d: Division, seed: int) -> None:
    """Name the parts of the grid of ``seed`` again, and book what is cut off in it."""
    g = d.grid[seed]
    s = d.scratch
    tail, _ = gather(t, d.grid, s, seed)
    total = 0.0
    most = -1.0
    d.parts[g] = 0
    for q in range(tail):
        name = s.queue[q]
        if s.seen[name] == s.stamp[0]:
            continue
        persons = 0.0
        for m in range(part_of(t, d.grid, s, name)):
            d.root[s.part[m]] = name
            persons += t.persons[s.part[m]]
        d.weight[name] = persons
        d.parts[g] += 1
        total += persons
        if persons > most:
            most = persons
            d.main[g] = name
    d.cut[g] = total - most


@compiled
def inertia_of(mass: float, sx: float, sy: float, square: float) -> float:
    """Inertia about the centroid from moments, in person·m²."""
    if mass <= 0.0:
        return 0.0
    return square - (sx * sx + sy * sy) / mass


@compiled
def excess(p: Prices, load: float) -> float:
    """By how much a load lies outside its limits."""
    if load > p.high:
        return load - p.high
    if load < p.low:
        return p.low - load
    return 0.0


@compiled
def total_excess(p: Prices, d: Division) -> float:
    """The sum of all loads outside their limits; 0 means a lawful balance."""
    total = 0.0
    for g in range(len(d.load)):
        total += excess(p, d.load[g])
    return total


@compiled
def unevenness(p: Prices, load: float) -> float:
    """What the search charges for a load outside its limits, before the price of a person."""
    over = excess(p, load)
    return over + over * over / (0.05 * p.target + 1.0)


@compiled
def total_unevenness(p: Prices, d: Division) -> float:
    """The sum of all unevenness."""
    total = 0.0
    for g in range(len(d.load)):
        total += unevenness(p, d.load[g])
    return total


@compiled
def split_price(t: Terrain, p: Prices, d: Division, h: int) -> float:
    """The price of the pieces of hamlet ``h``."""
    total = 0.0
    most = 0.0
    pieces = 0
    for g in range(d.people.shape[1]):
        if d.homes[h, g] > 0:
            pieces += 1
            total += d.people[h, g]
            most = max(most, d.people[h, g])
    return t.piece_price[h] * (total - most + p.piece * (pieces - 1)) if pieces > 1 else 0.0


@compiled
def inertia(d: Division) -> float:
    """The inertia of all grids."""
    total = 0.0
    for g in range(len(d.mass)):
        total += inertia_of(d.mass[g], d.sx[g], d.sy[g], d.square[g])
    return total


@compiled
def price(t: Terrain, p: Prices, d: Division) -> float:
    """F with the price of changes; deviations of load are not in it."""
    total = inertia(d)
    for h in range(d.people.shape[0]):
        total += split_price(t, p, d, h)
    for g in range(len(d.cut)):
        total += p.cut * d.cut[g]
    if p.change > 0.0:
        for i in range(len(d.grid)):
            if t.earlier[i] >= 0 and t.earlier[i] != d.grid[i]:
                total += p.change * t.persons[i]
    return total
