"""Who answers to whom: the responsibility chain, level upon level (A05)."""

from __future__ import annotations

from typing import Final

from wangge.lib.area_code import Level
from wangge.registers.organisations.rules.unit_kinds import unit_kind, unit_kinds

VILLAGE_STATION: Final = "v_service_station"
TOWNSHIP_CENTRE: Final = "t_grid_centre"
COUNTY_CENTRE: Final = "county_grid_centre"
TOWNSHIP_GOVERNMENT: Final = "t_government"
LEADING_GROUP: Final = "leading_group"

CENTRES: Final = {
    Level.VILLAGE: VILLAGE_STATION,
    Level.TOWNSHIP: TOWNSHIP_CENTRE,
    Level.COUNTY: COUNTY_CENTRE,
}
"""The "centre of the level": where a level receives its cases and gives them out."""


def superior_of(code: str) -> str | None:
    """The kind of unit directly above; None for the leading group alone.

    The table names the superior where the reference county does. Elsewhere the line of the
    duty sheets holds: the station answers to the township centre, other village bodies and
    every township body to the township, the township and the county's units to the leading group.
    """
    kind = unit_kind(code)
    if kind.superior is not None:
        return kind.superior
    if code == LEADING_GROUP:
        return None
    if code == VILLAGE_STATION:
        return TOWNSHIP_CENTRE
    if kind.level is Level.COUNTY or code == TOWNSHIP_GOVERNMENT:
        return LEADING_GROUP
    return TOWNSHIP_GOVERNMENT


def line_above(code: str) -> tuple[str, ...]:
    """Every kind above this one, the nearest first."""
    line: list[str] = []
    above = superior_of(code)
    while above is not None:
        line.append(above)
        above = superior_of(above)
    return tuple(line)


def line_below(code: str) -> tuple[str, ...]:
    """Every kind that answers to this one, directly or through others, in the order of the table."""
    return tuple(kind for kind in unit_kinds() if code in line_above(kind))
