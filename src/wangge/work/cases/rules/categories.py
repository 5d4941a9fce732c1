"""Categories of cases: two levels of codes, and what follows from the choice of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.work.cases.data import table


@dataclass(frozen=True, slots=True)
class Group:
    """A first-level category (一级分类), two digits: a heading, never chosen for a case."""

    code: str
    name_zh: str

    @property
    def words(self) -> Message:
        """The heading."""
        return Message(f"case.category.{self.code}")


@dataclass(frozen=True, slots=True)
class Category:
    """A category (事件类别), four digits; the first two are its group."""

    code: str
    name_zh: str  # for the search, which compares with what people type
    default_level: Level
    key: str  # the row of the time limits
    flags: str
    after_photo: bool

    @property
    def words(self) -> Message:
        """The category's name."""
        return Message(f"case.category.{self.code}")

    @property
    def group(self) -> str:
        """The code of the first-level category."""
        return self.code[:2]

    @property
    def hides_parties(self) -> bool:
        """P: parties are hidden from all but the handling line."""
        return "P" in self.flags

    @property
    def is_personal_benefit(self) -> bool:
        """S: personal benefit, personal data, short retention; never anonymous."""
        return "S" in self.flags

    @property
    def is_handed_over(self) -> bool:
        """T: handed over to the competent body; only the receipt stays."""
        return "T" in self.flags

    @property
    def is_restricted(self) -> bool:
        """C: a complaint about staff, seen by the unit of the routing only."""
        return "C" in self.flags

    @property
    def emergency_number_first(self) -> bool:
        """E: call 110, 119 or 120 first, the record follows."""
        return "E" in self.flags

    @property
    def goes_straight_to_its_unit(self) -> bool:
        """Complaints and hand-overs pass by the centres: fewer eyes on them."""
        return self.is_restricted or self.is_handed_over

    @property
    def is_only_thanked(self) -> bool:
        """Praise asks for no handling: accepting it closes it with thanks."""
        return self.key == "none"

    @property
    def is_always_checked(self) -> bool:
        """Disputes and safety hazards never close by silence."""
        return self.group in {"01", "02"}

    @property
    def contact_preset(self) -> bool:
        """The preset answer to "may the handler contact you?" (R11).

        No where the reporter may have to fear the answer: disputes, public order, opinions and
        complaints about how a service was given.
        """
        return self.group not in _CONTACT_PRESET_NO and not self.is_restricted


_CONTACT_PRESET_NO: Final = {"01", "08", "09"}


@cache
def groups() -> Mapping[str, Group]:
    """The first-level categories by code, in order."""
    rows = (row for row in table("case_categories") if not row["parent"])
    return MappingProxyType({row["code"]: Group(row["code"], row["zh"]) for row in rows})


@cache
def categories() -> Mapping[str, Category]:
    """The categories a case may have, by code, in order."""
    rows = (row for row in table("case_categories") if row["parent"])
    return MappingProxyType({row["code"]: _category(row) for row in rows})


def category(code: str) -> Category:
    """The category of that code. KeyError if there is none."""
    return categories()[code]


def categories_in(group: str) -> tuple[Category, ...]:
    """The categories of a first-level category, in order."""
    return tuple(each for each in categories().values() if each.group == group)


def _category(row: Mapping[str, str]) -> Category:
    return Category(
        code=row["code"],
        name_zh=row["zh"],
        default_level=Level[row["default_level"].upper()],
        key=row["time_limit"],
        flags=row["flags"],
        after_photo=row["after_photo"] == "yes",
    )
