"""Groups grown from a packing of cores, then improved until members travel little."""

import math
from random import Random

from gridding.cores import Neighbourhood, grids_in
from gridding.packing import travel

TRIES_PER_GRID = 60
"""Tries of the improvement for each grid: half flips, half of them re-cuts of two groups."""


class Groups:
    """The groups of one component: a set of bits for each, with its travel."""

    def __init__(self, town: Neighbourhood, component: int, cores: tuple[int, ...]) -> None:
        self.town = town
        self.sets = list(cores)
        self._absorb(component)
        self.costs = [travel(town, grids_in(bits)) for bits in self.sets]
        self.home = {g: n for n, bits in enumerate(self.sets) for g in grids_in(bits)}

    def total(self) -> float:
        """Members times distance to the medoid of their group, in metres."""
        return sum(self.costs)

    def _absorb(self, component: int) -> None:
        """Give every free grid to the touching group that it makes travel least more."""
        costs = [travel(self.town, grids_in(bits)) for bits in self.sets]
        free = component & ~sum(self.sets)
        while free:
            offers = []
            for grid in grids_in(free):
                for n, bits in enumerate(self.sets):
                    if self.town.neighbour_bits[grid] & bits:
                        grown = travel(self.town, grids_in(bits | 1 << grid))
                        offers.append((grown - costs[n], grid, n, grown))
            _, grid, n, grown = min(offers)
            self.sets[n] |= 1 << grid
            costs[n] = grown
            free &= ~(1 << grid)

    def improve(self, rng: Random) -> None:
        """Anneal by moving single grids and by cutting the union of two groups again."""
        grids = sorted(self.home)
        if len(self.sets) < 2:
            return
        tries = TRIES_PER_GRID * len(grids)
        heat = 0.3 * self.total() / len(grids) + 1e-9
        cooling = 0.002 ** (1 / tries)
        best, best_total = list(self.sets), self.total()
        for _ in range(tries):
            heat *= cooling
            grid = rng.choice(grids)
            others = [h for h in self.town.neighbours[grid] if self.home[h] != self.home[grid]]
            if not others:
                continue
            one, two = self.home[grid], self.home[rng.choice(others)]
            if rng.random() < 0.5:
                cut = (self.sets[one] & ~(1 << grid), self.sets[two] | 1 << grid)
                if not (cut[0] and self.town.suffices(cut[0]) and self.town.connected(cut[0])):
                    continue
            else:
                halves = self._cut_anew(self.sets[one] | self.sets[two], rng)
                if halves is None:
                    continue
                cut = halves
            costs = [travel(self.town, grids_in(bits)) for bits in cut]
            rise = sum(costs) - self.costs[one] - self.costs[two]
            if rise > 0 and rng.random() >= math.exp(-rise / heat):
                continue
            self._set(one, cut[0], costs[0])
            self._set(two, cut[1], costs[1])
            if self.total() < best_total - 1e-9:
                best, best_total = list(self.sets), self.total()
        for n, bits in enumerate(best):
            self._set(n, bits, travel(self.town, grids_in(bits)))

    def _set(self, n: int, bits: int, cost: float) -> None:
        self.sets[n], self.costs[n] = bits, cost
        for grid in grids_in(bits):
            self.home[grid] = n

    def _cut_anew(self, union: int, rng: Random) -> tuple[int, int] | None:
        """Cut a random tree of the union at its best edge, or None if no edge leaves two groups."""
        grids = grids_in(union)
        root = rng.choice(grids)
        order, parent, seen = [root], {root: root}, 1 << root
        for here in order:
            near = [h for h in self.town.neighbours[here] if union >> h & 1 and not seen >> h & 1]
            rng.shuffle(near)
            for other in near:
                seen |= 1 << other
                parent[other] = here
                order.append(other)
            if len(order) > 2 and rng.random() < 0.3:
                # Not always broad first, or all trees would be bushes.
                tail = order[order.index(here) + 1 :]
                rng.shuffle(tail)
                order[order.index(here) + 1 :] = tail
        below = {grid: 1 << grid for grid in grids}
        for grid in reversed(order[1:]):
            below[parent[grid]] |= below[grid]
        cuts = []
        for grid in order[1:]:
            one, two = below[grid], union & ~below[grid]
            if self.town.suffices(one) and self.town.suffices(two):
                cost = travel(self.town, grids_in(one)) + travel(self.town, grids_in(two))
                cuts.append((cost, one, two))
        if not cuts:
            return None
        _, one, two = min(cuts)
        return one, two
