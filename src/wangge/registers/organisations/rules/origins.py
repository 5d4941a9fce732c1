"""Where grid workers and station heads come from (A17), in order of preference."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from wangge.lib.message import Message
from wangge.registers.organisations.rules.post_kinds import PostKind


class Origin(StrEnum):
    """An origin; the order of the members is the order of preference."""

    VILLAGE_POLICE = "village_police"  # 驻村辅警
    RESIDENT_CADRE = "resident_cadre"  # 驻村干部
    GRADUATE_OFFICIAL = "graduate_official"  # 大学生村官
    POVERTY_TEAM = "poverty_team"  # 扶贫工作队员
    VILLAGE_COMMITTEE = "village_committee"  # 村两委成员

    @property
    def words(self) -> Message:
        """The origin's name."""
        return Message(f"organisation.origin.{self.value}")

    @property
    def rank(self) -> int:
        """0 for the origin that is preferred."""
        return list(Origin).index(self)


_STATION: Final = "v_service_station"
RECORDED_AT: Final = frozenset(
    (_STATION, kind.value) for kind in (PostKind.GRID_WORKER, PostKind.GRID_DEPUTY, PostKind.HEAD)
)
"""Kinds of unit and post at which appointments record an origin."""


def records_origin(unit_kind: str, post_kind: str) -> bool:
    """Whether an appointment to such a post says where the person comes from."""
    return (unit_kind, post_kind) in RECORDED_AT


UNITS_OF_ORIGIN: Final = {
    "d_police": Origin.VILLAGE_POLICE,
    "t_government": Origin.RESIDENT_CADRE,
    "v_committee": Origin.VILLAGE_COMMITTEE,
    "v_branch": Origin.VILLAGE_COMMITTEE,
}
"""Units whose members have an origin by their office; the others are known from earlier terms."""
