"""The statistical divisions of the demo county, as frozen on 2023-06-30 (see data/README.md)."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from wangge.lib.area_code import TownshipKind, township_kind, village_sequence

COUNTY: Final = "431124"
DATA: Final = Path(__file__).parents[2] / "data"

# Numbers of villages' committees begin here; below it come the residents' committees (居委会).
_FIRST_VILLAGERS_COMMITTEE: Final = 200


@dataclass(frozen=True, slots=True)
class Division:
    """One row of the division table; `level` is province, prefecture, county, township, village."""

    code: str
    name: str
    level: str
    parent: str

    @property
    def in_street(self) -> bool:
        """Whether the township or village is, or lies in, a street (街道)."""
        return township_kind(self.code) is TownshipKind.STREET

    @property
    def is_community(self) -> bool:
        """Whether the village-level division is a community (社区) of residents."""
        return village_sequence(self.code) < _FIRST_VILLAGERS_COMMITTEE


@cache
def divisions() -> tuple[Division, ...]:
    """Every division from the province down to the villages, in the order of the table."""
    return tuple(Division(**row) for row in rows("daoxian_divisions.csv"))


def townships() -> tuple[Division, ...]:
    """The 23 township-level divisions."""
    return tuple(division for division in divisions() if division.level == "township")


def villages(within: str = COUNTY) -> tuple[Division, ...]:
    """The village-level divisions whose code begins with `within`; all 370 by default."""
    return tuple(
        division
        for division in divisions()
        if division.level == "village" and division.code.startswith(within)
    )


def shown_name(name: str) -> str:
    """The name as it is shown: without the ending that only says which committee governs it."""
    for row in rows("division_name_endings.csv"):
        if name.endswith(row["ending"]):
            return name.removesuffix(row["ending"]) + row["shown_as"]
    return name


def rows(file_name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the demo's CSV files."""
    with (DATA / file_name).open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)
