"""The coming into force of a draft, cut into pieces: what is done, in which order, a piece at a time.

Each piece is one transaction and stands for itself: a job that was killed goes on with the next,
and a piece that is refused keeps its reason and holds nobody up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from wangge.insight.divisions.rules.new_places import NOWHERE
from wangge.insight.divisions.rules.what_if import Change, VillageToday
from wangge.lib.message import Message

CHUNK: Final = 200
"""Households that are moved in one transaction: about a grid."""

ROOM: Final = 100_000
"""Pieces of one kind that a village may have: the kind decides the order before the number does."""


class PieceKind(StrEnum):
    """What a piece does, in the order in which the pieces are done."""

    GRIDS = "grids"  # new grids begin; done together with the beginning of the whole
    OUTLINES = "outlines"  # every grid has its line from the day on
    GROUPS = "groups"  # villager groups come to their grid
    HOUSEHOLDS = (
        "households"  # a chunk of households comes to one grid, or waits for somebody's word
    )
    POSTS = "posts"  # a worker's and a deputies' post for each new grid
    CASES = "cases"  # which open cases lie elsewhere now: each becomes a piece
    CASE = "case"  # one open case
    ENDING = "ending"  # a grid ends with its posts, in favour of others

    @property
    def words(self) -> Message:
        """What the piece does."""
        return Message(f"division.piece.{self.value}")


_ORDER: Final = tuple(PieceKind)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the work: its place in the order, and the codes and keys it is about."""

    sequence: int
    kind: PieceKind
    subject: dict[str, Any]


def sequence_of(kind: PieceKind, number: int) -> int:
    """The place of the piece with this number, from 0, among all. ValueError if there is no room."""
    if not 0 <= number < ROOM:
        raise ValueError(f"there is no room for piece {number} of {kind}")
    return _ORDER.index(kind) * ROOM + number


def pieces_of(today: VillageToday, change: Change) -> tuple[Piece, ...]:
    """All pieces of a change in order. Pieces of single cases come when the cases are sought."""
    return tuple(
        Piece(sequence_of(kind, number), kind, subject)
        for kind in _ORDER
        for number, subject in enumerate(_subjects(kind, today, change))
    )


def case_pieces(cases: Iterable[Mapping[str, str]], first: int = 0) -> tuple[Piece, ...]:
    """A piece for each case that goes along; the first gets the number ``first`` among them."""
    return tuple(
        Piece(sequence_of(PieceKind.CASE, number), PieceKind.CASE, dict(subject))
        for number, subject in enumerate(cases, start=first)
    )


def _subjects(kind: PieceKind, today: VillageToday, change: Change) -> Iterator[dict[str, Any]]:
    match kind:
        case PieceKind.GRIDS if change.begins:
            yield {"codes": list(change.begins)}
        case PieceKind.OUTLINES:
            yield {"codes": {str(number): code for number, code in sorted(change.codes.items())}}
        case PieceKind.GROUPS:
            changed = {
                str(number): code
                for number, code in sorted(change.places.groups.items())
                if code and code != today.groups[number]
            }
            if changed:
                yield {"groups": changed}
        case PieceKind.HOUSEHOLDS:
            yield from _chunks(today, change.placed)
            if change.unplaced:
                yield {"code": NOWHERE, "households": list(change.unplaced)}
        case PieceKind.POSTS if change.begins:
            yield {"codes": list(change.begins)}
        case PieceKind.CASES:
            yield change.places.to_json()
        case PieceKind.ENDING:
            for ending in change.ends:
                yield {"code": ending.code, "successors": list(ending.successors)}
        case _:
            return


def _chunks(today: VillageToday, placed: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The households that are to be entered in another grid, grid by grid."""
    coming: dict[str, list[str]] = {}
    for key, code in sorted(placed.items()):
        if today.households[key].grid != code or not today.households[key].entered:
            coming.setdefault(code, []).append(key)
    for code, keys in sorted(coming.items()):
        for start in range(0, len(keys), CHUNK):
            yield {"code": code, "households": keys[start : start + CHUNK]}
