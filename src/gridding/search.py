"""The search for one village: many short coolings from different starts, long ones from the best.

Everything is counted in moves, so that the same seed gives the same plan on every machine; a limit
in seconds only stops early.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gridding.kernel.anneal import Schedule, anneal
from gridding.kernel.connection import scratch_for
from gridding.kernel.dice import Dice, dice_from
from gridding.kernel.division import Division, division_of, excess, inertia, price
from gridding.kernel.starts import mend, power_start
from gridding.kernel.terrain import Ints, Prices, Terrain

MOVES_PER_HOUSEHOLD = 1800
"""The usual effort. A household's share of it takes about 0.4 ms."""

MOVES_PER_SECOND = 2_500_000
"""What a slow processor manages; turns a budget in seconds into one in moves."""

SEGMENT = 100_000
"""Moves between two looks at the clock."""

RESCUES = 12
"""Further coolings, for balance before all else, where no lawful plan has been found."""


class Heat(NamedTuple):
    """One round: so many divisions share this share of all moves, cooled from hot to cold.

    Temperatures in units of the mean inertia of a person.
    """

    divisions: int
    share: float
    hot: float
    cold: float


ROUNDS = (Heat(20, 0.25, 1.0, 0.02), Heat(5, 0.25, 0.5, 0.01), Heat(2, 0.5, 0.3, 0.003))


@dataclass(frozen=True)
class Budget:
    """Effort of one search: ``moves`` tried (None: the usual) and a limit in CPU seconds."""

    moves: int | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Found:
    """A division found on the way: grids counted from 0, its price, the worst excess of load."""

    grid: Ints
    price: float
    excess: float

    def better_than(self, other: "Found | None") -> bool:
        """Lawful before cheap; among unlawful ones the smallest excess first."""
        if other is None:
            return True
        return (self.excess, self.price) < (other.excess, other.price - 1e-6)


class Search:
    """One search with its clock, dice and best division so far."""

    def __init__(
        self, terrain: Terrain, prices: Prices, k: int, seed: int, budget: Budget
    ) -> None:
        self.terrain = terrain
        self.prices = prices
        self.k = k
        self.budget = budget
        self.dice: Dice = dice_from(seed)
        self.best: Found | None = None
        self.moves = 0
        self.stopped = False
        self._began = time.process_time()
        self._scratch = scratch_for(len(terrain.x))

    def seconds(self) -> float:
        """CPU seconds spent so far."""
        return time.process_time() - self._began

    def total_moves(self) -> int:
        """How many moves this search may try."""
        if self.budget.moves is not None:
            return self.budget.moves
        if self.budget.seconds is not None:
            return int(self.budget.seconds * MOVES_PER_SECOND)
        return MOVES_PER_HOUSEHOLD * len(self.terrain.x)

    def run(self, earlier: Ints | None = None) -> Iterator[Found]:
        """Ever better divisions. ``earlier`` is a division to keep close to."""
        if self.k == 1:
            grid = np.zeros(len(self.terrain.x), dtype=np.int64)
            yield self._measured(division_of(self.terrain, grid, 1))
            return
        if earlier is not None:
            yield from self._kept(earlier)
        else:
            yield from self._fresh()
        yield from self._rescued()

    def _fresh(self) -> Iterator[Found]:
        """Rounds of coolings: from each round the best go on, with more moves each."""
        moves = self.total_moves()
        pool: list[tuple[float, Ints]] = []
        for number, heat in enumerate(ROUNDS):
            if number == 0:
                grids = [
                    power_start(self.terrain, self.prices, self.k, self.dice, start, self._scratch)
                    for start in range(heat.divisions)
                ]
            else:
                pool.sort(key=lambda entry: entry[0])
                grids = [grid for _, grid in pool[: heat.divisions]]
            pool = []
            for grid in grids:
                division = division_of(self.terrain, grid, self.k)
                share = int(heat.share * moves / heat.divisions)
                yield from self._cooled(division, share, heat.hot, heat.cold)
                pool.append((self._rank(division), division.grid.copy()))

    def _kept(self, earlier: Ints) -> Iterator[Found]:
        grid = earlier.copy()
        mend(self.terrain, self.k, grid, self._scratch)
        division = division_of(self.terrain, grid, self.k)
        yield from self._cooled(division, self.total_moves(), 0.1, 0.003)

    def _rescued(self) -> Iterator[Found]:
        for number in range(RESCUES):
            if self.stopped or self.best is None or self.best.excess <= 0:
                return
            grid = self.best.grid
            if number % 3 == 2:
                grid = power_start(
                    self.terrain, self.prices, self.k, self.dice, number, self._scratch
                )
            division = division_of(self.terrain, grid, self.k)
            yield from self._cooled(
                division, self.total_moves() // 3, 1.0, 0.003, soft=30.0, hard=300.0
            )

    def _rank(self, division: Division) -> float:
        found = self._measured(division)
        return found.price + found.excess * 100 * inertia(division) / self.terrain.mass.sum()

    def _cooled(
        self,
        division: Division,
        moves: int,
        hot: float,
        cold: float,
        soft: float = 1.0,
        hard: float = 20.0,
    ) -> Iterator[Found]:
        """Cool ``division`` in segments; temperatures in units of the inertia of one person."""
        unit = inertia(division) / self.terrain.mass.sum() + 1e-9
        segments = max(1, -(-moves // SEGMENT))
        best = division.grid.copy()
        for segment in range(segments):
            if self._out_of_time():
                break
            begin, end = segment / segments, (segment + 1) / segments
            schedule = Schedule(
                moves // segments,
                unit * hot * (cold / hot) ** begin,
                unit * hot * (cold / hot) ** end,
                unit * soft * (hard / soft) ** begin,
                unit * soft * (hard / soft) ** end,
            )
            known = np.inf
            if self.best is not None and self.best.excess <= 0:
                known = self.best.price
            reached = anneal(
                self.terrain, self.prices, division, schedule, self.dice, best, known
            )
            self.moves += schedule.moves
            if reached < known:
                yield from self._offer(Found(best.copy(), reached, 0.0))
        yield from self._offer(self._measured(division))

    def _offer(self, found: Found) -> Iterator[Found]:
        if found.better_than(self.best):
            self.best = found
            yield found

    def _measured(self, division: Division) -> Found:
        worst = max(excess(self.prices, load) for load in division.load)
        return Found(
            division.grid.copy(), price(self.terrain, self.prices, division), worst
        )

    def _out_of_time(self) -> bool:
        limit = self.budget.seconds
        if limit is not None and self.seconds() >= limit:
            self.stopped = True
        return self.stopped
