"""The names on the map: numbers of grids, villager groups, neighbouring villages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np
import shapely
from shapely import Point

from wangge.insight.paper.adapters.picture import View, element, text
from wangge.insight.paper.rules.facts import Grid, Group, Outline, VillageFacts
from wangge.insight.paper.rules.labels import Label, Layout, Position, lay_out
from wangge.insight.paper.rules.shapes import Box, Spot
from wangge.insight.paper.rules.type_width import MM_PER_POINT, width_mm
from wangge.lib.message import Message

Say = Callable[[str | Message], str]

DISC_MM: Final = 13.0
GROUP_POINTS: Final = (15.0, 13.0, 11.0)
"""Sizes of the names of groups on A3, tried until all find room; smaller nobody would read."""

_NEIGHBOUR_POINTS: Final = 15.0
_NAME_POINTS: Final = 14.0
_MARKER_MM: Final = 1.1
_PAD: Final = 0.7
_EDGE: Final = 2.0
_SPOTS: Final = 24
_INK: Final = "#1c2126"
_ACCENT: Final = "#0f6b6b"
_QUIET: Final = "#4a4f54"


def draw(
    facts: VillageFacts, view: View, say: Say, *, focus: Grid | None, taken: Sequence[Box]
) -> Iterator[str]:
    """Every name that finds room, above a line to what it names where it stands apart.

    Of one grid's map only the groups of that grid are named.
    """
    names = _names(facts, view, say, focus)
    layout, points = _arranged(facts, view, names, focus, taken)
    for grid, _ in _numbered(facts):
        if position := layout.placed.get(f"grid {grid.code}"):
            yield _leader(position)
    for key, (_, spot) in names.items():
        if position := layout.placed.get(key):
            yield _leader(position)
        yield element(
            "circle", cx=spot.x, cy=spot.y, r=_MARKER_MM, fill=_INK, stroke="#ffffff",
            stroke_width=0.4,
        )  # fmt: skip
    for neighbour, _ in _beyond(facts, view):
        if position := layout.placed.get(f"neighbour {neighbour}"):
            yield from _plate(neighbour, position.box, _NEIGHBOUR_POINTS, fill=_QUIET)
    for key, (words, _) in names.items():
        if position := layout.placed.get(key):
            yield from _plate(words, position.box, points, fill=_INK)
    for grid, _ in _numbered(facts):
        if position := layout.placed.get(f"grid {grid.code}"):
            yield from _number(grid, position.box, aside=focus is not None and grid is not focus)


def _arranged(
    facts: VillageFacts,
    view: View,
    names: dict[str, tuple[str, Spot]],
    focus: Grid | None,
    taken: Sequence[Box],
) -> tuple[Layout, float]:
    """The layout with the largest names of groups at which all find room, else the smallest."""
    frame = view.frame.grown(-_EDGE)
    fixed = [*_grid_labels(facts, view, focus), *_neighbour_labels(facts, view)]
    for points in GROUP_POINTS:
        groups = [
            Label(key, *_size(words, points), spots=(spot,), rank=1)
            for key, (words, spot) in names.items()
        ]
        layout = lay_out([*fixed, *groups], frame, taken)
        if not any(key in names for key in layout.left_out):
            break
    return layout, points


def _grid_labels(facts: VillageFacts, view: View, focus: Grid | None) -> Iterator[Label]:
    for grid, shape in _numbered(facts):
        spots = _inside(shape, view)
        if not spots:
            continue
        wide = max(DISC_MM, width_mm(grid.name, _NAME_POINTS) + 2 * _PAD if grid.name else 0)
        high = DISC_MM + (_NAME_POINTS * MM_PER_POINT * 1.3 if grid.name else 0)
        aside = focus is not None and grid is not focus
        yield Label(
            f"grid {grid.code}", wide, high, spots, rank=2 if aside else 0, on_spot=True,
            led=not aside,
        )  # fmt: skip


def _neighbour_labels(facts: VillageFacts, view: View) -> Iterator[Label]:
    for name, outline in _beyond(facts, view):
        spots = _inside(outline, view)
        if spots:
            wide, high = _size(name, _NEIGHBOUR_POINTS)
            yield Label(f"neighbour {name}", wide, high, spots, rank=3, on_spot=True, led=False)


def _numbered(facts: VillageFacts) -> list[tuple[Grid, Outline | Point]]:
    """Grids that lie somewhere on the map, with their outline or else their point."""
    found = ((grid, grid.point if grid.outline is None else grid.outline) for grid in facts.grids)
    return [(grid, shape) for grid, shape in found if shape is not None]


def _names(
    facts: VillageFacts, view: View, say: Say, focus: Grid | None
) -> dict[str, tuple[str, Spot]]:
    """Groups by a key of their own, with their words and where they live."""
    shown = focus.groups if focus is not None else facts.groups
    return {
        f"group {number}": (say(group.name), spot)
        for number, group in enumerate(shown)
        if (spot := _home(group, view)) is not None
    }


def _home(group: Group, view: View) -> Spot | None:
    if group.point is None:
        return None
    spot = view.spot(group.point.x, group.point.y)
    return spot if Box.around(spot, 0, 0).lies_in(view.frame.grown(-_EDGE)) else None


def _beyond(facts: VillageFacts, view: View) -> list[tuple[str, Outline]]:
    """Neighbours that come into the picture, each name once, without what is our own."""
    seen: dict[str, Outline] = {}
    for neighbour in facts.neighbours:
        outline = neighbour.outline
        if facts.outline is not None:
            outline = outline.difference(facts.outline)
        if view.shown(outline).area > 0:
            seen.setdefault(neighbour.name, outline)
    return list(seen.items())


def _inside(shape: Outline | Point, view: View) -> tuple[Spot, ...]:
    """Spots in the visible part of an area, the one farthest from its edge first; of a point itself."""
    seen = view.shown(shape)
    if isinstance(seen, Point):
        return () if seen.is_empty else (view.spot(seen.x, seen.y),)
    parts = [part for part in shapely.get_parts(seen) if part.geom_type == "Polygon"]
    if not parts:
        return ()
    whole = max(parts, key=lambda part: part.area)
    middle = shapely.maximum_inscribed_circle(whole, tolerance=2 / view.mm_per_m).coords[0]
    west, south, east, north = whole.bounds
    rows = int(np.sqrt(_SPOTS)) + 1
    xs, ys = np.meshgrid(np.linspace(west, east, rows + 2), np.linspace(south, north, rows + 2))
    thrown = shapely.get_parts(shapely.multipoints(np.column_stack([xs.ravel(), ys.ravel()])))
    inside = [point for point in thrown if whole.contains(point)]
    inside.sort(key=lambda point: -whole.exterior.distance(point))
    spots = [view.spot(*middle), *(view.spot(point.x, point.y) for point in inside)]
    return tuple(spots[:_SPOTS])


def _size(words: str, points: float) -> tuple[float, float]:
    return width_mm(words, points) + 2 * _PAD, points * MM_PER_POINT * 1.2 + _PAD


def _plate(words: str, box: Box, points: float, *, fill: str) -> Iterator[str]:
    yield element(
        "rect", x=box.left, y=box.top, width=box.width, height=box.height, rx=0.8,
        fill="#ffffff", fill_opacity=0.92,
    )  # fmt: skip
    yield text(words, box.middle, size=points * MM_PER_POINT, fill=fill)


def _number(grid: Grid, box: Box, *, aside: bool) -> Iterator[str]:
    middle = Spot(box.middle.x, box.top + DISC_MM / 2)
    colour = "#7d9a9a" if aside else _ACCENT
    yield element(
        "circle", cx=middle.x, cy=middle.y, r=DISC_MM / 2 - 0.5, fill=colour, stroke="#ffffff",
        stroke_width=0.8,
    )  # fmt: skip
    yield text(str(grid.number), middle, size=DISC_MM * 0.6, fill="#ffffff", font_weight="bold")
    if grid.name:
        plate = Box(box.left, box.top + DISC_MM, box.right, box.bottom)
        yield from _plate(grid.name, plate, _NAME_POINTS, fill=_INK)


def _leader(position: Position) -> str:
    """The line from what is named to its name; nothing where they touch."""
    if position.leader is None:
        return ""
    (x, y), (to_x, to_y) = position.leader
    return element(
        "path", d=f"M{x:.2f} {y:.2f}L{to_x:.2f} {to_y:.2f}", stroke=_INK, stroke_width=0.35,
        fill="none",
    )  # fmt: skip
