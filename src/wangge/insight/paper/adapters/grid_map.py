"""The map of a village or of one of its grids, as SVG drawn from geometry."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import shapely
from shapely.geometry.base import BaseGeometry

from wangge.insight.paper.adapters import map_labels
from wangge.insight.paper.adapters.picture import View, element, text
from wangge.insight.paper.rules.facts import Grid, Outline, VillageFacts
from wangge.insight.paper.rules.shapes import Box, Spot
from wangge.lib.message import Message

Say = Callable[[str | Message], str]

TINTS: Final = ("#f3e3b3", "#cfe3cf", "#d9d3ea", "#f3d3c8", "#c9e1ec", "#e4e6b4", "#ead0e0")
_INK: Final = "#1c2126"
_ACCENT: Final = "#0f6b6b"
_BARRIERS: Final = {"river": "#3f7fb0", "railway": "#5a5a5a", "road": "#b8863b", "ridge": "#8a7355"}
_KEY_MM: Final = (24.0, 14.0)  # of the plate for arrow and scale bar, without the bar
_FROM_EDGE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Ground:
    """A picture that lies under the map and covers the view exactly, with its credit."""

    content: bytes
    media_type: str
    credit: str | Message = ""

    @property
    def address(self) -> str:
        return f"data:{self.media_type};base64,{b64encode(self.content).decode()}"


def view_of(facts: VillageFacts, focus: Grid | None, width: float, height: float) -> View | None:
    """What the map shows: the village, or one grid; None where no outline is known."""
    shape = focus.outline if focus is not None and focus.outline is not None else facts.outline
    return View.of(shape, width, height) if shape is not None else None


def draw(
    facts: VillageFacts, view: View, say: Say, *, focus: Grid | None, ground: Ground | None
) -> str:
    """The map as an SVG element of the view's size; `focus` is the grid it is about, if one."""
    key = _corner(facts, view, focus)
    layers = [
        _ground(view, ground),
        *_neighbours(facts, view, over_picture=ground is not None),
        *_grids(facts, view, focus, over_picture=ground is not None),
        *_barriers(facts, view),
        *_borders(facts, view, focus),
        *map_labels.draw(facts, view, say, focus=focus, taken=[key]),
        *_scale_and_arrow(view, key, say),
        element(
            "rect", width=view.width, height=view.height, fill="none", stroke=_INK,
            stroke_width=0.5,
        ),
    ]  # fmt: skip
    return element(
        "svg",
        "".join(layers),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {view.width:g} {view.height:g}",
        width="100%",
        height="100%",
        font_family="Noto Sans CJK SC",
    )


def _corner(facts: VillageFacts, view: View, focus: Grid | None) -> Box:
    """Where arrow and scale bar hide the least of what the map is of; lower left if all are alike."""
    shape = focus.outline if focus is not None and focus.outline is not None else facts.outline
    wide, high = _KEY_MM[0] + view.scale_bar()[1], _KEY_MM[1]
    left, right = _FROM_EDGE, view.width - _FROM_EDGE - wide
    top, bottom = _FROM_EDGE, view.height - _FROM_EDGE - high

    def hidden(box: Box) -> float:
        west, north = view.west, view.north
        covered = shapely.box(
            west + box.left / view.mm_per_m, north - box.bottom / view.mm_per_m,
            west + box.right / view.mm_per_m, north - box.top / view.mm_per_m,
        )  # fmt: skip
        return float(covered.intersection(shape).area) if shape is not None else 0.0

    corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
    return min((Box(x, y, x + wide, y + high) for x, y in corners), key=hidden)


def tints_of(grids: Sequence[Grid]) -> dict[str, str]:
    """A tint for each grid, no two neighbours the same."""
    chosen: dict[str, str] = {}
    for place, grid in enumerate(grids):
        near = {
            chosen[other.code]
            for other in grids[:place]
            if grid.outline is not None
            and other.outline is not None
            and grid.outline.intersects(other.outline)
        }
        free = [tint for tint in TINTS if tint not in near]
        fresh = [tint for tint in free if tint not in chosen.values()]
        chosen[grid.code] = (fresh or free or list(TINTS))[0]
    return chosen


def _ground(view: View, ground: Ground | None) -> str:
    if ground is None:
        return element("rect", width=view.width, height=view.height, fill="#f7f6f1")
    return element(
        "image", href=ground.address, width=view.width, height=view.height,
        preserveAspectRatio="none",
    )  # fmt: skip


def _neighbours(facts: VillageFacts, view: View, *, over_picture: bool) -> Iterator[str]:
    """Each line once: two dashed lines over each other would fill their gaps."""
    edges = shapely.union_all([each.outline.boundary for each in facts.neighbours])
    line = shapely.line_merge(edges)
    if over_picture:
        yield _drawn(
            view, line, fill="none", stroke="#ffffff", stroke_width=1.1, stroke_opacity=0.8
        )
    yield _drawn(
        view, line, fill="none", stroke=_INK if over_picture else "#767b80", stroke_width=0.45,
        stroke_dasharray="2 1.4",
    )  # fmt: skip


def _grids(
    facts: VillageFacts, view: View, focus: Grid | None, *, over_picture: bool
) -> Iterator[str]:
    tints = tints_of(facts.grids)
    ordinary_first = sorted(facts.grids, key=lambda grid: grid.special)
    for grid in ordinary_first:
        if grid.outline is None:
            continue
        aside = focus is not None and grid is not focus
        opacity = (0.12 if aside else 0.3) if over_picture else (0.3 if aside else 0.9)
        yield _drawn(
            view, grid.outline, fill=tints[grid.code], fill_opacity=opacity, stroke="#ffffff",
            stroke_width=1.9,
        )  # fmt: skip
    for grid in ordinary_first:
        if grid.outline is None:
            continue
        yield _drawn(
            view, grid.outline, fill="none", stroke=_ACCENT, stroke_width=0.9,
            stroke_linejoin="round",
        )  # fmt: skip


def _barriers(facts: VillageFacts, view: View) -> Iterator[str]:
    for barrier in facts.barriers:
        yield _drawn(
            view, barrier.line, fill="none", stroke=_BARRIERS.get(barrier.kind, "#777777"),
            stroke_width=0.9, stroke_linecap="round",
        )  # fmt: skip


def _borders(facts: VillageFacts, view: View, focus: Grid | None) -> Iterator[str]:
    if facts.outline is not None:
        yield from _border(view, facts.outline, 1.1)
    if focus is not None and focus.outline is not None:
        yield from _border(view, focus.outline, 1.5)


def _border(view: View, outline: Outline, width: float) -> Iterator[str]:
    for stroke, broad in (("#ffffff", width + 1.0), (_INK, width)):
        yield _drawn(
            view, outline, fill="none", stroke=stroke, stroke_width=broad, stroke_linejoin="round"
        )


def _drawn(view: View, shape: BaseGeometry, **attributes: str | float) -> str:
    """The shape's visible part; its lines run out of the picture instead of along its edge."""
    west, south, east, north = view.ground
    beyond = 4 / view.mm_per_m
    seen = shapely.clip_by_rect(shape, west - beyond, south - beyond, east + beyond, north + beyond)
    path = view.path(seen)
    return element("path", d=path, fill_rule="evenodd", **attributes) if path else ""


def _scale_and_arrow(view: View, key: Box, say: Say) -> Iterator[str]:
    metres, length = view.scale_bar()
    words = (
        Message("paper.kilometres", km=metres // 1000)
        if metres >= 1000
        else Message("paper.metres", m=metres)
    )
    yield element(
        "rect", x=key.left, y=key.top, width=key.width, height=key.height, rx=1.5,
        fill="#ffffff", fill_opacity=0.88,
    )  # fmt: skip
    base, start = key.bottom - 4, key.left + 17
    half = length / 2
    yield element("rect", x=start, y=base - 1.4, width=half, height=1.4, fill=_INK)
    yield element(
        "rect", x=start + half, y=base - 1.4, width=half, height=1.4, fill="#ffffff",
        stroke=_INK, stroke_width=0.3,
    )  # fmt: skip
    yield element(
        "rect", x=start, y=base - 1.4, width=length, height=1.4, fill="none", stroke=_INK,
        stroke_width=0.3,
    )  # fmt: skip
    yield text(say(words), Spot(start + half, key.top + 4.6), size=4.6, fill=_INK)
    tip = Spot(key.left + 7.5, key.top + 4.8)
    yield element("path", d=f"M{tip.x:.2f} {tip.y:.2f}l3 8l-3 -2l-3 2Z", fill=_INK)
    yield text(say(Message("paper.north")), Spot(tip.x, key.top + 2.6), size=3.6, fill=_INK)
