"""Where the names on a map go: none on another, none cut, each near what it names.

Each label has candidate positions, which cost more the farther away they are. Labels are placed by
rank, each in its cheapest free position; then they are placed again as long as that helps, and a
label that found no room may push one other aside. If some still have none, everything starts again
with those first. The same names always get the same places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, pi, sin
from typing import Final

from wangge.insight.paper.rules.shapes import Box, Line, Spot, lines_cross

_GAP: Final = 1.2  # mm from a marker to its name
_BESIDE: Final = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
_AWAY: Final = (4.0, 8.0, 13.0, 19.0, 26.0, 34.0, 44.0)  # mm of leader line
_WAYS: Final = 16
_COST_OF_MM: Final = 1.0
_COST_OF_LEADER: Final = 10.0
_COST_OF_MARKER: Final = 6.0  # a name that hides another's marker
_ROUNDS: Final = 6
_RESTARTS: Final = 4  # with those first that found no room before
_TRIED: Final = 40  # positions of a label that has no room, before it is left out


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its size in millimetres, and the spots it may name, the best first.

    `on_spot`: it lies on a spot, as the name of an area does; else next to its marker. A label
    without `led` goes nowhere else; one with `led` may stand apart with a line to its first spot.
    The lower the rank, the earlier its choice.
    """

    key: str
    width: float
    height: float
    spots: tuple[Spot, ...]
    rank: int = 0
    on_spot: bool = False
    led: bool = True


@dataclass(frozen=True, slots=True)
class Position:
    """Where a label may lie, at what cost."""

    box: Box
    leader: Line | None
    cost: float


@dataclass(slots=True)
class Layout:
    """The labels that found room, by key, and those that did not."""

    placed: dict[str, Position] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def lay_out(labels: Sequence[Label], frame: Box, taken: Sequence[Box] = ()) -> Layout:
    """Places for as many labels as there is room for, all inside `frame` and clear of `taken`.

    No two boxes overlap, no leader line runs through a box that is not its own, no two cross. Keys
    are unique.
    """
    markers = [label.spots[0] for label in labels if not label.on_spot]
    ordered = sorted(labels, key=lambda label: (label.rank, label.key))
    open_to = {
        label.key: sorted(_positions(label, frame, taken, markers), key=lambda each: each.cost)
        for label in ordered
    }
    best = _attempt(ordered, open_to)
    first = list(best.left_out)
    for _ in range(_RESTARTS):
        if not best.left_out:
            break
        ordered.sort(key=lambda label: (label.rank, label.key not in first, label.key))
        layout = _attempt(ordered, open_to)
        best = min(best, layout, key=lambda each: len(each.left_out))
        first += layout.left_out
    return best


def _attempt(ordered: Sequence[Label], open_to: dict[str, list[Position]]) -> Layout:
    placed: dict[str, Position] = {}
    for label in ordered:
        _settle(label.key, open_to, placed)
    for _ in range(_ROUNDS):
        moved = [_settle(label.key, open_to, placed) for label in ordered]
        made_room = [
            _make_room(label.key, open_to, placed) for label in ordered if label.key not in placed
        ]
        if not any(moved) and not any(made_room):
            break
    return Layout(placed, [label.key for label in ordered if label.key not in placed])


def _settle(key: str, open_to: dict[str, list[Position]], placed: dict[str, Position]) -> bool:
    """Give a label its cheapest free position; says whether it changed."""
    before = placed.pop(key, None)
    others = list(placed.values())
    for position in open_to[key]:
        if all(_go_together(position, other) for other in others):
            placed[key] = position
            return position != before
    return before is not None


def _make_room(key: str, open_to: dict[str, list[Position]], placed: dict[str, Position]) -> bool:
    """Place a label where only one other stands, if that one finds another position."""
    for position in open_to[key][:_TRIED]:
        hindering = (k for k, other in placed.items() if not _go_together(position, other))
        other, second = next(hindering, ""), next(hindering, "")
        if second or not other:
            continue
        before = placed.pop(other)
        placed[key] = position
        _settle(other, open_to, placed)
        if other in placed:
            return True
        del placed[key]
        placed[other] = before
    return False


def _go_together(one: Position, other: Position) -> bool:
    if one.box.overlaps(other.box):
        return False
    if one.leader and other.box.is_crossed_by(one.leader):
        return False
    if other.leader and one.box.is_crossed_by(other.leader):
        return False
    return not (one.leader and other.leader and lines_cross(one.leader, other.leader))


def _positions(
    label: Label, frame: Box, taken: Sequence[Box], markers: Sequence[Spot]
) -> Iterator[Position]:
    """Every position that the sheet allows, whatever the other labels do."""
    for box, leader, cost in _wished(label):
        if not box.lies_in(frame) or any(box.overlaps(other) for other in taken):
            continue
        if leader and any(other.is_crossed_by(leader) for other in taken):
            continue
        own = label.spots[0]
        hidden = sum(box.nearest_to(spot) == spot for spot in markers if spot != own)
        yield Position(box, leader, cost + _COST_OF_MARKER * hidden)


def _wished(label: Label) -> Iterator[tuple[Box, Line | None, float]]:
    for place, spot in enumerate(label.spots):
        if label.on_spot:
            yield Box.around(spot, label.width, label.height), None, float(place)
        else:
            for turn, (right, down) in enumerate(_BESIDE):
                yield _next_to(label, spot, right, down, _GAP), None, place + turn / 2
    if label.led:
        yield from _led(label)


def _next_to(label: Label, spot: Spot, right: float, down: float, gap: float) -> Box:
    """The box whose nearest side or corner lies `gap` from the spot in that direction."""
    middle = Spot(
        spot.x + right * (gap + label.width / 2), spot.y + down * (gap + label.height / 2)
    )
    return Box.around(middle, label.width, label.height)


def _led(label: Label) -> Iterator[tuple[Box, Line | None, float]]:
    """Positions apart from the spot, with a line to it, ring after ring."""
    spot = label.spots[0]
    for away in _AWAY:
        for way in range(_WAYS):
            right, down = cos(2 * pi * way / _WAYS), sin(2 * pi * way / _WAYS)
            box = _next_to(label, Spot(spot.x + right * away, spot.y + down * away), right, down, 0)
            end = box.nearest_to(spot)
            length = hypot(end.x - spot.x, end.y - spot.y)
            yield box, (spot, end), _COST_OF_LEADER + _COST_OF_MM * length
