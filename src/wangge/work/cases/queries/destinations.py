"""Finding the unit and the post that the law has named by kind."""

from uuid import UUID

from wangge.lib.area_code import at_level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.posts import post_at
from wangge.registers.organisations.queries.units import unit_at
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.registers.organisations.rules.unit_kinds import unit_kind
from wangge.work.cases.rules.facts import UnitFacts
from wangge.work.cases.rules.outcome import Destination, UnitSought


def find_unit(destination: Destination) -> UnitFacts:
    """The unit itself, or the one of the kind whose area holds the place."""
    if not isinstance(destination, UnitSought):
        return destination
    level = unit_kind(destination.kind).level
    return unit_facts(unit_at(destination.kind, at_level(destination.area_code, level)))


def unit_facts(unit: Unit) -> UnitFacts:
    return UnitFacts(unit.pk, unit.kind, unit_kind(unit.kind).level, unit.area_id)


def find_post(unit_id: UUID, kind: PostKind) -> UUID:
    """The unit's post of a kind. Every unit has one by rule; a lack is told, never passed over."""
    post = post_at(unit_id, kind.value)
    if post is None:
        raise Refusal(Message("organisation.unit_without_post"))
    return post.pk
