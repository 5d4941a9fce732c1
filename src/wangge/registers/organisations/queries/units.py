"""Units: which there are in a place or over it, and what they are called."""

from collections.abc import Iterable

from django.db.models import QuerySet

from wangge.lib.area_code import ancestors
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.models import (
    Unit,
)
from wangge.registers.organisations.rules.unit_kinds import unit_kinds


def unit_at(kind: str, area_code: str) -> Unit:
    """The current unit of a kind in an area. 404 if there is none."""
    unit = units_of_kinds([kind], area_code).first()
    if unit is None:
        raise Refusal.not_found(Message(f"unit.kind.{kind}"))
    return unit


def units_of_kinds(kinds: Iterable[str], *area_codes: str) -> QuerySet[Unit]:
    """Current units of some kinds in any of the areas."""
    return Unit.objects.filter(kind__in=list(kinds), area__in=area_codes, valid_to=None)


def units_over(area_code: str) -> list[Unit]:
    """Every current unit whose area holds the place: the village's first, in the order of the table."""
    places = [*ancestors(area_code), area_code]
    order = list(unit_kinds())
    found = Unit.objects.filter(area__in=places, valid_to=None).select_related("area")
    return sorted(found, key=lambda unit: (-len(unit.area_id), order.index(unit.kind)))


def units_in(area_code: str) -> list[Unit]:
    """The current units of an area in the order of the table of kinds."""
    units = Unit.objects.filter(area=area_code, valid_to=None).select_related(
        "superior", "merged_into"
    )
    order = {kind: place for place, kind in enumerate(unit_kinds())}
    return sorted(units, key=lambda unit: order[unit.kind])


def unit_words(unit: Unit) -> Message:
    """A unit with its place."""
    kind = Message(f"unit.kind.{unit.kind}")
    return Message("organisation.unit", area=unit.area.name, unit=kind)
