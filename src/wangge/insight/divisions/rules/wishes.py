"""What a county wishes of a division: the figures of the standard and how people are counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from gridding.problem import Settings
from wangge.insight.divisions.rules.states import Manner
from wangge.lib.message import Message


class Counted(StrEnum):
    """Who counts as a person of a household."""

    REGISTERED = "registered"
    USUAL = "usual"

    @property
    def words(self) -> Message:
        return Message(f"division.counted.{self.value}")


class Rounding(StrEnum):
    """How 2.5 grids become a whole number of grids."""

    HALF_UP = "half_up"
    CEIL = "ceil"

    @property
    def words(self) -> Message:
        return Message(f"division.rounding.{self.value}")


class Start(StrEnum):
    """Whether a division starts from the grids of today, so that few change, or from nothing."""

    TODAY = "today"
    AFRESH = "afresh"

    @property
    def words(self) -> Message:
        return Message(f"division.start.{self.value}")


@dataclass(frozen=True, slots=True)
class Wishes:
    """The settings of a scenario. A share for the tolerance, whole numbers for the standard.

    Defaults are the county's rule: a grid of 200 households or 500 persons (B01), within 10 %.
    ``bound`` asks for the proven lower bound too, which costs seconds a village.
    """

    tolerance: float = 0.1
    households_per_grid: int = 200
    persons_per_grid: int = 500
    rounding: Rounding = Rounding.HALF_UP
    counted: Counted = Counted.REGISTERED
    start: Start = Start.TODAY
    bound: bool = False

    def engine(self, manner: Manner, k: int | None = None) -> Settings:
        """The same wishes as the engine takes them; `k` where it was set by hand."""
        return Settings(
            k=k,
            tolerance=self.tolerance,
            households_per_grid=float(self.households_per_grid),
            persons_per_grid=float(self.persons_per_grid),
            rounding=self.rounding.value,
            exclaves=True,
            hamlets="whole" if manner is Manner.WHOLE else "soft",
        )

    def to_json(self) -> dict[str, Any]:
        """As a scenario stores them."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Wishes:
        """What `to_json` wrote; what is missing there has its default."""
        known = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        wishes = cls(**known)
        return replace(
            wishes,
            rounding=Rounding(wishes.rounding),
            counted=Counted(wishes.counted),
            start=Start(wishes.start),
        )


TOLERANCES = range(1, 51)
"""Per cent: under one no village divides, over a half it is no balance."""

HOUSEHOLDS = range(20, 1001)
PERSONS = range(50, 3001)


def faults_of(wishes: Wishes) -> dict[str, Message]:
    """What is wrong with the single wishes, by name; empty if they make sense."""
    faults: dict[str, Message] = {}
    spans = (
        ("tolerance", round(wishes.tolerance * 100), TOLERANCES),
        ("households_per_grid", wishes.households_per_grid, HOUSEHOLDS),
        ("persons_per_grid", wishes.persons_per_grid, PERSONS),
    )
    for name, value, span in spans:
        if value not in span:
            faults[name] = Message("division.wish.out_of_span", least=span[0], most=span[-1])
    return faults
