"""Finding the unit that the law has named by kind and place."""

from wangge.lib.area_code import at_level
from wangge.registers.organisations.queries.reach import unit_facts
from wangge.registers.organisations.queries.units import unit_at
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.registers.organisations.rules.unit_kinds import unit_kind
from wangge.work.cases.rules.outcome import Destination, UnitSought


def find_unit(destination: Destination) -> UnitFacts:
    """The unit itself, or the one of the kind whose area holds the place."""
    if not isinstance(destination, UnitSought):
        return destination
    level = unit_kind(destination.kind).level
    return unit_facts(unit_at(destination.kind, at_level(destination.area_code, level)))
