"""The problem of one village: who lives where, what lies between, and what is asked for."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property

import numpy as np
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon

from gridding.message import Message, message
from gridding.projection import METRES, Floats, Frame

ENGINE_VERSION = "2"
"""Part of every plan's key: raised whenever the same input may give another plan."""


@dataclass(frozen=True)
class Household:
    """One household: its point in metres, persons (>= 0), and villager group or hamlet, if any."""

    id: str
    x: float
    y: float
    persons: int
    hamlet: str | None = None


@dataclass(frozen=True)
class Settings:
    """What the county decides; see ``docs/gridding.md`` for each figure.

    Lengths in metres; prices are lengths whose square is the price in person·m² per person.
    ``k`` and ``balance_on`` are computed where they are None.
    """

    k: int | None = None
    balance_on: str | None = None
    tolerance: float = 0.1
    households_per_grid: float = 200.0
    persons_per_grid: float = 500.0
    rounding: str = "half_up"
    exclaves: bool = False
    hamlets: str = "soft"
    split_price_m: float = 500.0
    piece_persons: float = 10.0
    cut_off_price_m: float = 1000.0
    change_price_m: float = 500.0


@dataclass(frozen=True)
class Problem:
    """A village to be divided. Geometry in metres within ``frame``; households sorted by id.

    ``earlier`` maps household ids to the number of their grid today, for a division with least
    change. ``repaired`` lists what was mended on reading.
    """

    village: Polygon | MultiPolygon
    households: tuple[Household, ...]
    barriers: tuple[LineString, ...] = ()
    bridges: tuple[Point, ...] = ()
    settings: Settings = Settings()
    frame: Frame = METRES
    earlier: Mapping[str, int] | None = None
    repaired: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()

    def with_settings(self, **changes: object) -> "Problem":
        """The same village under other settings."""
        return replace(self, settings=replace(self.settings, **changes))  # type: ignore[arg-type]

    @cached_property
    def persons(self) -> int:
        """All persons of the village."""
        return sum(household.persons for household in self.households)

    @cached_property
    def balance_on(self) -> str:
        """``persons`` where they ask for at least as many grids as households, else
        ``households``."""
        if self.settings.balance_on is not None:
            return self.settings.balance_on
        by_persons = self.persons / self.settings.persons_per_grid
        by_households = len(self.households) / self.settings.households_per_grid
        return "persons" if by_persons >= by_households else "households"

    @cached_property
    def wished_k(self) -> int:
        """The number of grids before it is capped at the number of households."""
        if self.settings.k is not None:
            return self.settings.k
        return max(
            1,
            self._rounded(len(self.households) / self.settings.households_per_grid),
            self._rounded(self.persons / self.settings.persons_per_grid),
        )

    @cached_property
    def k(self) -> int:
        """The number of grids: the larger of what households and persons ask for, at least 1."""
        return max(1, min(self.wished_k, len(self.households)))

    def _rounded(self, value: float) -> int:
        if self.settings.rounding == "ceil":
            return math.ceil(value)
        return math.floor(value + 0.5)

    @cached_property
    def loads(self) -> Floats:
        """The load of each household: its persons, or 1 where households are balanced."""
        if self.balance_on == "persons":
            return np.array([h.persons for h in self.households], dtype=np.float64)
        return np.ones(len(self.households))

    @cached_property
    def target(self) -> float:
        """The load of a perfectly even grid, T."""
        return float(self.loads.sum()) / self.k

    @cached_property
    def limits(self) -> tuple[float, float]:
        """Smallest and largest lawful load of a grid; a hair wider than τ against rounding."""
        slack = self.settings.tolerance * self.target + 1e-9 * max(1.0, self.target)
        return self.target - slack, self.target + slack

    @cached_property
    def points(self) -> Floats:
        """Household points, n × 2, in metres."""
        return np.array([(h.x, h.y) for h in self.households], dtype=np.float64).reshape(-1, 2)

    @cached_property
    def masses(self) -> Floats:
        """Weights in the inertia: persons, but 1 for an empty household."""
        return np.array([max(h.persons, 1) for h in self.households], dtype=np.float64)

    def warnings(self) -> list[Message]:
        """What an official should know before looking at any plan."""
        said = list(self.notes)
        if not self.households:
            said.append(message("problem.empty"))
        elif self.wished_k > len(self.households):
            said.append(message("problem.k_capped", wished=self.wished_k, k=self.k))
        return said

    def key(self, seed: int) -> str:
        """Hash of input, engine version and seed: equal keys mean equal plans."""
        digest = hashlib.sha256()
        facts = {
            "version": ENGINE_VERSION,
            "seed": seed,
            "frame": asdict(self.frame),
            "settings": asdict(self.settings),
            "earlier": sorted(self.earlier.items()) if self.earlier is not None else None,
            "households": [(h.id, h.x, h.y, h.persons, h.hamlet) for h in self.households],
        }
        digest.update(json.dumps(facts, sort_keys=True, ensure_ascii=False).encode())
        for shape in (self.village, *self.barriers, *self.bridges):
            digest.update(shapely.to_wkb(shape))
        return digest.hexdigest()


def hamlet_loads(problem: Problem) -> dict[str, float]:
    """The load of each hamlet."""
    loads: dict[str, float] = {}
    for household, load in zip(problem.households, problem.loads.tolist(), strict=True):
        if household.hamlet is not None:
            loads[household.hamlet] = loads.get(household.hamlet, 0.0) + load
    return loads
