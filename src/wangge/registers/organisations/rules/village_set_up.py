"""The set-up of a village: one committee, two associations, two stations (一委两会两站, A12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wangge.lib.message import Message


@dataclass(frozen=True, slots=True)
class SetUpPart:
    """A part of the set-up and the kinds of units that stand for it."""

    code: str
    unit_kinds: tuple[str, ...]

    @property
    def words(self) -> Message:
        """The name of the part."""
        return Message(f"organisation.village.{self.code}")


ASSOCIATIONS: Final = "associations"

VILLAGE_SET_UP: Final = (
    SetUpPart("committee", ("v_committee",)),
    SetUpPart(ASSOCIATIONS, ("v_mediation", "v_oversight")),
    SetUpPart("stations", ("v_service_station", "v_mediation_station")),
)
"""What the two associations are is nowhere laid down: a county that means others names them in
`settings.VILLAGE_ASSOCIATIONS`."""
