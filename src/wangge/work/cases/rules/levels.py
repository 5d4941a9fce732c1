"""Which units stand at and above a case: the centre of its level, and who oversees it."""

from __future__ import annotations

from wangge.lib.area_code import Level, contains
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.registers.organisations.rules.lines import (
    CENTRES,
    COUNTY_CENTRE,
    LEADING_GROUP,
    TOWNSHIP_CENTRE,
    TOWNSHIP_GOVERNMENT,
    line_above,
    superior_of,
)
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.limits import ExtendBy
from wangge.work.cases.rules.move_codes import MoveCode


def centre_of(level: Level) -> str:
    """The kind of unit that is the centre of a level."""
    return CENTRES[level]


def is_of_kind_here(unit: UnitFacts, kind: str, case: CaseFacts) -> bool:
    """Whether the unit is the one of that kind for the place of the case."""
    return unit.kind == kind and contains(unit.area_code, case.area_code)


def overseer_of(case: CaseFacts) -> str:
    """The kind of unit meant by "the level above": it grants, checks again and reopens.

    A village's matter is overseen by the township centre, a township's by the county centre,
    a department's by the county centre too. The county centre itself and the units above it are
    overseen by their superior, and so is the unit that holds a restricted case: no other centre
    may see a complaint. The leading group is its own overseer.
    """
    unit = case.responsible
    if case.restricted:
        return superior_of(unit.kind) or LEADING_GROUP
    if unit.level is Level.VILLAGE:
        return TOWNSHIP_CENTRE
    if unit.kind == COUNTY_CENTRE or unit.kind in line_above(COUNTY_CENTRE):
        return superior_of(unit.kind) or LEADING_GROUP
    return COUNTY_CENTRE


def granter_of(case: CaseFacts, code: MoveCode) -> str:
    """The kind of unit that grants what is asked for by a move.

    The county centre where the time limits name it, but not for a case of its own and not for a
    restricted one; the township's leader for an escalation; otherwise the overseer.
    """
    if code is MoveCode.ESCALATE:
        return TOWNSHIP_GOVERNMENT
    by_county = case.term_rule is not None and case.term_rule.extend_by is ExtendBy.COUNTY_CENTRE
    elsewhere = case.responsible.kind != COUNTY_CENTRE and not case.restricted
    if code is MoveCode.EXTEND and by_county and elsewhere:
        return COUNTY_CENTRE
    return overseer_of(case)


def is_checked_above(case: CaseFacts) -> bool:
    """Whether the level above checks, and not the village or the township centre.

    This holds for a reopened case, and for a restricted one, which they may not see.
    """
    return case.restricted or case.reopened > 0
