"""The search for one village: many short coolings from different starts, long ones from the best.

Everything is counted in moves, so that the same seed gives the same plan on every machine; a limit
in seconds only stops early.
"""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from gridding.kernel.anneal import Schedule, anneal
from gridding.kernel.connection import scratch_for
from gridding.kernel.dice import Dice, dice_from
from gridding.kernel.division import (
    Division,
    division_of,
    excess,
    inertia,
    price,
    total_unevenness,
)
from gridding.kernel.starts import mend, power_start
from gridding.kernel.terrain import Flags, Ints, Prices, Terrain

FEWEST_MOVES = 300_000
MOVES_PER_HOUSEHOLD = 1100
MOST_MOVES = 10_000_000
"""The usual effort: the first for any village, the second for each household, up to the third."""

RICH_MOVES_PER_HOUSEHOLD = 2300
MOST_RICH_MOVES = 1_950_000
"""Among a few hundred households more is tried: it halves what chance makes of a plan (a mean of
0.6 % above the best known at 800 households becomes 0.3 %) and still takes half a second."""

MOVES_PER_SECOND = 2_500_000
"""What a slow processor manages; turns a budget in seconds into one in moves."""

SEGMENT = 100_000
"""Moves between two looks at the clock."""

RESCUES = 12
"""Further coolings, for balance before all else, where no lawful plan has been found."""

HOPELESS_RESCUES = 2
"""As many where a single household exceeds the limit, so that none can be found."""


class Heat(NamedTuple):
    """One round: so many divisions share this share of all moves, cooled from hot to cold.

    Temperatures in units of the mean inertia of a person.
    """

    divisions: int
    share: float
    hot: float
    cold: float


ROUNDS = (Heat(30, 0.4, 1.0, 0.02), Heat(6, 0.3, 0.5, 0.01), Heat(2, 0.3, 0.2, 0.003))

KEPT = Heat(1, 1.0, 0.1, 0.003)
"""The single cooling of a division that is to be kept as far as possible."""


@dataclass(frozen=True)
class Budget:
    """Effort of one search: ``moves`` tried (None: the usual) and a limit in CPU seconds."""

    moves: int | None = None
    seconds: float | None = None

    def moves_for(self, households: int) -> int:
        """How many moves a search among so many households may try."""
        if self.moves is not None:
            return self.moves
        if self.seconds is not None:
            return int(self.seconds * MOVES_PER_SECOND)
        rich = min(RICH_MOVES_PER_HOUSEHOLD * households, MOST_RICH_MOVES)
        return max(rich, min(FEWEST_MOVES + MOVES_PER_HOUSEHOLD * households, MOST_MOVES))


USUAL = Budget()


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
    """One search with its clock, dice and best division so far.

    ``kept`` is a division to stay close to, -1 where a household has no grid yet.
    """

    def __init__(
        self,
        terrain: Terrain,
        prices: Prices,
        k: int,
        seed: int,
        budget: Budget,
        kept: Ints | None = None,
        *,
        load_kernel: bool = True,
    ) -> None:
        if load_kernel:
            load_loops()
        self.terrain = terrain
        self.prices = prices
        self.k = k
        self.kept = kept
        self.total_moves = budget.moves_for(len(terrain.x))
        self.limit = budget.seconds
        self.dice: Dice = dice_from(seed)
        self.best: Found | None = None
        self.moves = 0
        self.stopped = False
        self._began = time.process_time()
        self._scratch = scratch_for(len(terrain.x))

    def seconds(self) -> float:
        """CPU seconds spent so far."""
        return time.process_time() - self._began

    def run(self) -> Iterator[Found]:
        """Ever better divisions; at least one."""
        if self.k == 1:
            grid = np.zeros(len(self.terrain.x), dtype=np.int64)
            yield self._measured(division_of(self.terrain, grid, 1))
        elif self.kept is not None:
            grid = self.kept.copy()
            mend(self.terrain, self.k, grid, self._scratch)
            yield from self._cooled(grid, self.total_moves, KEPT)
            yield from self._rescued()
        else:
            yield from self._fresh()
            yield from self._rescued()

    def _fresh(self) -> Iterator[Found]:
        """Rounds of coolings: from each round the best go on, with more moves each."""
        pool = [(0.0, start, self._start(start)) for start in range(ROUNDS[0].divisions)]
        for heat in ROUNDS:
            pool.sort(key=lambda entry: entry[:2])
            cooled = []
            for place, (_, _, grid) in enumerate(pool[: heat.divisions]):
                moves = int(heat.share * self.total_moves / heat.divisions)
                division = yield from self._cooled(grid, moves, heat)
                cooled.append((self._rank(division), place, division.grid))
            pool = cooled

    def _rescued(self) -> Iterator[Found]:
        hopeless = self.terrain.load.max() > self.prices.high
        heat = Heat(1, 1.0, 1.0, 0.003)
        for number in range(HOPELESS_RESCUES if hopeless else RESCUES):
            if self.stopped or self.best is None or self.best.excess <= 0:
                return
            afresh = number % 3 == 2 and self.kept is None
            grid = self._start(number) if afresh else self.best.grid
            yield from self._cooled(grid, self.total_moves // 3, heat, soft=30.0, hard=300.0)

    def _start(self, number: int) -> Ints:
        return power_start(self.terrain, self.prices, self.k, self.dice, number, self._scratch)

    def _rank(self, division: Division) -> float:
        found = self._measured(division)
        unit = inertia(division) / float(self.terrain.mass.sum())
        return found.price + found.excess * 100 * unit

    def _cooled(
        self, grid: Ints, moves: int, heat: Heat, *, soft: float = 1.0, hard: float = 20.0
    ) -> Generator[Found, None, Division]:
        """Cool a division in segments; yields what is better than the best, returns the end.

        ``soft`` and ``hard`` are what a load outside its limits costs at first and at last, in the
        unit of temperatures; where hamlets are kept whole that price is fixed.
        """
        division = division_of(self.terrain, grid, self.k)
        unit = inertia(division) / self.terrain.mass.sum() + 1e-9
        if self.prices.whole:
            soft = hard = self.prices.even / unit
        segments = max(1, -(-moves // SEGMENT))
        best = division.grid.copy()
        for segment in range(segments):
            if self._out_of_time():
                break
            begin, end = segment / segments, (segment + 1) / segments
            cooling, hardening = heat.cold / heat.hot, hard / soft
            schedule = Schedule(
                moves // segments,
                unit * heat.hot * cooling**begin,
                unit * heat.hot * cooling**end,
                unit * soft * hardening**begin,
                unit * soft * hardening**end,
            )
            lawful = self.best is not None and self.best.excess <= 0
            known = self.best.price if self.best is not None and lawful else np.inf
            reached = anneal(self.terrain, self.prices, division, schedule, self.dice, best, known)
            self.moves += schedule.moves
            if reached < known:
                yield from self._offer(Found(best.copy(), reached, 0.0))
        yield from self._offer(self._measured(division))
        return division

    def _offer(self, found: Found) -> Iterator[Found]:
        if found.better_than(self.best):
            self.best = found
            yield found

    def _measured(self, division: Division) -> Found:
        """The division with its price; where hamlets are whole, balance is part of the price."""
        worst = max(excess(self.prices, load) for load in division.load)
        asked = price(self.terrain, self.prices, division)
        if self.prices.whole:
            asked += self.prices.even * total_unevenness(self.prices, division)
            worst = 0.0
        return Found(division.grid.copy(), asked, worst)

    def _out_of_time(self) -> bool:
        if self.limit is not None and self.seconds() >= self.limit:
            self.stopped = True
        return self.stopped


@cache
def load_loops() -> None:
    """Read the compiled loops from disk, or compile them (half a minute), before any clock starts."""
    x = np.arange(3.0)
    ones, zeros = np.ones(3), np.zeros(3, dtype=np.int64)
    flags: Flags = np.zeros(4, dtype=np.uint8)
    terrain = Terrain(
        x=x, y=x, mass=ones, square=2 * x * x, persons=ones, load=ones, hamlet=zeros,
        earlier=zeros - 1, first=np.array([0, 1, 3, 4]), near=np.array([1, 0, 2, 1]),
        crossing=flags, at_barrier=flags[:3],
        barred=False, side=zeros, members_first=np.array([0, 3]),
        members=np.arange(3), piece_price=np.ones(1),
    )  # fmt: skip
    prices = Prices(1.0, 2.0, 1.5, 10.0, 1.0, 0.0, 1.0, whole=False)
    for _ in Search(terrain, prices, 2, 0, Budget(moves=64), load_kernel=False).run():
        pass
