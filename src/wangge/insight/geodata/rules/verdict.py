"""What would become of a feature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

import shapely
from shapely.geometry.base import BaseGeometry

from wangge.insight.geodata.rules.holdings import Holding
from wangge.insight.geodata.rules.layers import Features, Geometries
from wangge.insight.geodata.rules.states import Change, FeatureState
from wangge.lib.message import Message

_CHINA: Final = shapely.box(73.0, 3.0, 136.0, 54.0)


@dataclass(slots=True)
class Verdict:
    """A feature as it would be written; refused until something else is found."""

    number: int
    shape: BaseGeometry | None = None
    state: FeatureState = FeatureState.REFUSED
    change: Change | None = None
    reasons: list[Message] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)
    villages: list[str] = field(default_factory=list)
    cut: bool = False
    group_number: int | None = None
    household_id: UUID | None = None
    sort: str = ""
    name: str = ""
    mended: BaseGeometry | None = None

    def refuse(self, reason: Message) -> None:
        """It cannot come in."""
        self.state, self.change = FeatureState.REFUSED, None
        self.reasons.append(reason)

    def accept(self, change: Change) -> None:
        """It comes in if its person confirms."""
        self.state, self.change = FeatureState.ACCEPTED, change


@dataclass(frozen=True, slots=True)
class Matter:
    """What is judged: the features, their geometry in degrees, the columns by role."""

    holding: Holding
    features: Features
    shapes: Geometries
    columns: Mapping[str, str]

    def said(self, role: str, index: int) -> str:
        """What the feature says in the column of a role; empty where no column has it."""
        return self.features.said(self.columns.get(role, ""), index)

    def verdicts(self, county: BaseGeometry | None) -> list[Verdict]:
        """One for each feature, refused already where its geometry cannot be used at all."""
        if county is not None:
            shapely.prepare(county)
        found = []
        for index, shape in enumerate(self.shapes):
            verdict = Verdict(self.features.number(index), shape)
            fault = self._fault(index, shape, county)
            if fault is not None:
                verdict.refuse(fault)
            found.append(verdict)
        return found

    def _fault(
        self, index: int, shape: BaseGeometry | None, county: BaseGeometry | None
    ) -> Message | None:
        if index in self.features.faults:
            return self.features.faults[index]
        written = self.features.geometries[index]
        if written is None or written.is_empty:
            return Message("geodata.why.empty")
        if written.geom_type not in self.holding.shapes:
            return Message(
                "geodata.why.wrong_type",
                found=Message(f"geodata.type.{written.geom_type.lower()}"),
                holding=self.holding.words,
            )
        if shape is None or not _CHINA.intersects(shapely.box(*shape.bounds)):
            return Message("geodata.why.outside_china")
        # an outline that crosses itself may make GEOS give up: its frame is asked instead
        asked = shape if shape.is_valid else shapely.box(*shape.bounds)
        if county is not None and not county.intersects(asked):
            return Message("geodata.why.outside_county")
        return None


def open_ones(verdicts: Iterable[Verdict]) -> list[tuple[int, Verdict]]:
    """Those that nothing speaks against yet, by index."""
    return [(index, each) for index, each in enumerate(verdicts) if not each.reasons]
