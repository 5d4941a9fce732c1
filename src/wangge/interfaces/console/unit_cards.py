"""A unit as a card of the duty pages: its posts in few lines, and its mergers read both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wangge.interfaces.web.components.shapes import Link
from wangge.lib.message import Message
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.holders import PostLine


@dataclass(frozen=True, slots=True)
class Hands:
    """Posts of a unit that lie in the same hands, or are vacant and covered by the same post."""

    posts: Sequence[PostLine]

    @property
    def first(self) -> PostLine:
        """Any of them: who holds and who covers is the same for all."""
        return self.posts[0]


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit, where it stands in the mergers of its level, and who does its work."""

    anchor: str
    name: Message
    superior: Message | None  # where it stands elsewhere; that of the level goes without saying
    merged_into: Link | None
    took_in: Sequence[Link]
    hands: Sequence[Hands]


def unit_cards(units: Sequence[Unit], posts: Mapping[Unit, list[PostLine]]) -> list[UnitCard]:
    """The units of one place as cards, in their order; mergers lead from one card to the other."""
    anchors = {unit.pk: f"unit-{unit.kind}" for unit in units}
    return [
        UnitCard(
            anchor=anchors[unit.pk],
            name=unit_words(unit),
            superior=_superior_elsewhere(unit),
            merged_into=_to(unit.merged_into) if unit.merged_into else None,
            took_in=[_to(each) for each in units if each.merged_into_id == unit.pk],
            hands=_in_few_hands(posts.get(unit, [])),
        )
        for unit in units
    ]


def unit_words(unit: Unit) -> Message:
    """What a unit is called in its place."""
    return Message(f"unit.kind.{unit.kind}")


def _superior_elsewhere(unit: Unit) -> Message | None:
    superior = unit.superior
    return unit_words(superior) if superior and superior.area_id != unit.area_id else None


def _to(unit: Unit) -> Link:
    return Link(unit_words(unit), f"#unit-{unit.kind}")


def _in_few_hands(posts: Iterable[PostLine]) -> list[Hands]:
    """One person is often deputy, handler and liaison at once; the grids keep a line each."""
    hands: dict[object, list[PostLine]] = {}
    for post in posts:
        who = (*post.holders, *post.substitutes) or post.covered_by
        hands.setdefault((post.place, who), []).append(post)
    return [Hands(each) for each in hands.values()]
