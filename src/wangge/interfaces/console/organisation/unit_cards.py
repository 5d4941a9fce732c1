"""A unit as a card of the duty pages: its posts in few lines, and its mergers in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wangge.interfaces.web.components.shapes import Link
from wangge.lib.message import Message
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.holders import PostLine


@dataclass(frozen=True, slots=True)
class Hands:
    """Posts of a unit with the same holders, or vacant and covered by the same post."""

    posts: Sequence[PostLine]

    @property
    def first(self) -> PostLine:
        """Any of them: who holds and who covers is the same for all."""
        return self.posts[0]


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit, its mergers, and who does its work."""

    anchor: str
    name: Message
    superior: Message | None  # if it is at another level; otherwise it is obvious
    merged_into: Link | None
    took_in: Sequence[Link]
    hands: Sequence[Hands]


def unit_cards(units: Sequence[Unit], posts: Mapping[Unit, list[PostLine]]) -> list[UnitCard]:
    """The units of one place as cards, in their order; mergers lead from one card to the other."""
    anchors = {unit.pk: f"unit-{unit.kind}" for unit in units}
    return [
        UnitCard(
            anchor=anchors[unit.pk],
            name=kind_words(unit),
            superior=_superior_elsewhere(unit),
            merged_into=_to(unit.merged_into) if unit.merged_into else None,
            took_in=[_to(each) for each in units if each.merged_into_id == unit.pk],
            hands=_in_few_hands(posts.get(unit, [])),
        )
        for unit in units
    ]


def kind_words(unit: Unit) -> Message:
    """What a unit is called within its own place: by its kind alone."""
    return Message(f"unit.kind.{unit.kind}")


def _superior_elsewhere(unit: Unit) -> Message | None:
    superior = unit.superior
    return kind_words(superior) if superior and superior.area_id != unit.area_id else None


def _to(unit: Unit) -> Link:
    return Link(kind_words(unit), f"#unit-{unit.kind}")


def _in_few_hands(posts: Iterable[PostLine]) -> list[Hands]:
    """One person is often deputy, handler and liaison at once; the grids keep a line each."""
    hands: dict[object, list[PostLine]] = {}
    for post in posts:
        who = (*post.holders, *post.substitutes) or post.covered_by
        hands.setdefault((post.place, who), []).append(post)
    return [Hands(each) for each in hands.values()]
