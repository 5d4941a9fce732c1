"""Kinds of units: which exist at each level, and which merged into which (A08–A11)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from wangge.lib.area_code import Level
from wangge.lib.message import Message


class UnitForm(StrEnum):
    """What sort of body a unit is; posts and lines follow from it."""

    GROUP = "group"  # 领导小组
    CENTRE = "centre"  # 中心
    DEPARTMENT = "department"  # 县直部门
    UTILITY = "utility"  # 公用企业
    GOVERNMENT = "government"  # 乡镇党委政府
    OFFICE = "office"  # 乡镇站所
    DISPATCHED = "dispatched"  # 派驻机构: an area in the township, a superior in the county
    COMMITTEE = "committee"  # 村级委员会
    PARTY = "party"  # 村党组织
    STATION = "station"  # 村两站


@dataclass(frozen=True, slots=True)
class UnitKind:
    """One kind of unit; a county has one unit of a kind in each area of its level."""

    code: str
    level: Level
    form: UnitForm
    superior: str | None  # the kind above, where the table names one
    merged_into: str | None  # the township centre that took this office in

    @property
    def words(self) -> Message:
        """The kind's name."""
        return Message(f"unit.kind.{self.code}")


@cache
def unit_kinds() -> Mapping[str, UnitKind]:
    """Every kind by its code, in the order of the table."""
    table = files("wangge.registers.organisations.data") / "unit_kinds.csv"
    with table.open(encoding="utf-8") as lines:
        kinds = [_kind(row) for row in csv.DictReader(lines)]
    return MappingProxyType({kind.code: kind for kind in kinds})


def unit_kind(code: str) -> UnitKind:
    """The kind of that code. KeyError if there is none."""
    return unit_kinds()[code]


def offices_merged_into(centre: str) -> tuple[str, ...]:
    """The former offices that merged into a centre: the function map read downwards."""
    return tuple(kind.code for kind in unit_kinds().values() if kind.merged_into == centre)


def centre_that_took_in(office: str) -> str | None:
    """The centre an office was merged into, if it was: the function map read upwards."""
    return unit_kind(office).merged_into


def _kind(row: Mapping[str, str]) -> UnitKind:
    return UnitKind(
        code=row["code"],
        level=Level[row["level"].upper()],
        form=UnitForm(row["kind"]),
        superior=row["superior"] or None,
        merged_into=row["centre"] or None,
    )
