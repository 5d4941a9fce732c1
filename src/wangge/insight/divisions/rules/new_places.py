"""The new grid of a place that was known by its former one, when a village is divided again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NOWHERE = ""
"""Stands for the grid of households and cases that lie in none."""


@dataclass(frozen=True, slots=True)
class NewPlaces:
    """Of a village whose grids change: what the place of an open case becomes.

    ``former`` are the grids that the division replaces or keeps; any other (a special grid) stays.
    ``successors`` names, for a grid that ends, the one that most of its households went to.
    """

    former: frozenset[str]
    codes: Mapping[int, str]  # of each new grid by its number in the draft
    groups: Mapping[int, str]  # of each villager group by its number
    divided: frozenset[int]  # groups whose households lie in several grids
    successors: Mapping[str, str]

    def grid_of(self, grid: str, group: int | None, drawn: int | None) -> str:
        """The grid of a place from now on.

        ``grid`` and ``group`` are what is known of it, ``drawn`` the new grid whose outline holds
        its point. A whole group says most; then the point; then where most of the group, or of a
        grid that ended, went. What says nothing new leaves the place as it is.
        """
        if grid != NOWHERE and grid not in self.former:
            return grid
        of_group = NOWHERE if group is None else self.groups.get(group, NOWHERE)
        if of_group and group not in self.divided:
            return of_group
        of_point = NOWHERE if drawn is None else self.codes.get(drawn, NOWHERE)
        return of_point or of_group or self.successors.get(grid, grid)

    def to_json(self) -> dict[str, Any]:
        """Plain data for JSON; the inverse of ``from_json``."""
        return {
            "former": sorted(self.former),
            "codes": _text_keys(self.codes),
            "groups": _text_keys(self.groups),
            "divided": sorted(self.divided),
            "successors": dict(self.successors),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> NewPlaces:
        """The places that ``to_json`` wrote."""
        return cls(
            former=frozenset(data["former"]),
            codes=_number_keys(data["codes"]),
            groups=_number_keys(data["groups"]),
            divided=frozenset(data["divided"]),
            successors=dict(data["successors"]),
        )


def _text_keys(by_number: Mapping[int, str]) -> dict[str, str]:
    return {str(number): code for number, code in sorted(by_number.items())}


def _number_keys(by_text: Mapping[str, str]) -> dict[int, str]:
    return {int(number): code for number, code in by_text.items()}
