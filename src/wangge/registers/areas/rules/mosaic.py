"""Areas side by side: who is whose neighbour, in which tint, and how outlines look from afar.

All areas of one level are looked at together, because a line that two share must stay one line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon

TINTS: Final = 6
"""Tints a map has: enough for any map, whichever area is drawn first (see `tinted`)."""

PIXEL_AT_ZOOM_11: Final = 38.0
"""Metres of the web projection; what is smaller cannot be seen at the zooms the low lines serve."""

Neighbours = Mapping[int, frozenset[int]]


def from_afar(outlines: Sequence[MultiPolygon]) -> list[MultiPolygon]:
    """The outlines (web metres) with fewer corners, shared lines still shared.

    Where neighbours overlap or leave gaps, a line counts as two and each is thinned by itself. An
    outline that would vanish or cross itself is kept as it is.
    """
    thinned = shapely.coverage_simplify(list(outlines), PIXEL_AT_ZOOM_11)
    return [
        _multi(low) if low.is_valid and not low.is_empty else full
        for low, full in zip(thinned, outlines, strict=True)
    ]


def _multi(shape: Polygon | MultiPolygon) -> MultiPolygon:
    return shape if isinstance(shape, MultiPolygon) else MultiPolygon([shape])


def neighbours(outlines: Sequence[MultiPolygon]) -> Neighbours:
    """The neighbours of each area, by index: those with which it shares more than a point."""
    shapes = np.asarray(outlines, dtype=object)
    tree = shapely.STRtree(shapes)
    one, other = tree.query(shapes, predicate="intersects")
    pairs = one < other
    one, other = one[pairs], other[pairs]
    shared = shapely.length(shapely.intersection(shapes[one], shapes[other])) > 0
    found: dict[int, set[int]] = {index: set() for index in range(len(outlines))}
    for a, b in zip(one[shared].tolist(), other[shared].tolist(), strict=True):
        found[a].add(b)
        found[b].add(a)
    return {index: frozenset(adjacent) for index, adjacent in found.items()}


def tinted(adjacent: Neighbours, present: Mapping[int, int | None]) -> dict[int, int]:
    """A tint (0…5) for each area so that neighbours differ, changing as few as possible.

    Areas that have a tint no neighbour shares keep it. If the others then find none free, all are
    tinted again, those with the fewest neighbours last: a map of areas that are each in one piece
    always has an area with at most five neighbours, so six tints suffice.
    """
    kept = _undisputed(adjacent, present)
    chosen = _painted(adjacent, kept, [area for area in adjacent if area not in kept])
    return chosen or _painted(adjacent, {}, _fewest_last(adjacent)) or dict.fromkeys(adjacent, 0)


def _undisputed(adjacent: Neighbours, present: Mapping[int, int | None]) -> dict[int, int]:
    kept: dict[int, int] = {}
    for area in sorted(adjacent):
        tint = present.get(area)
        if tint is not None and tint not in {kept.get(other) for other in adjacent[area]}:
            kept[area] = tint
    return kept


def _painted(
    adjacent: Neighbours, given: Mapping[int, int], order: Sequence[int]
) -> dict[int, int] | None:
    """Each area of `order` in the free tint that is used least; None where none is free."""
    tints = dict(given)
    used = Counter(tints.values())
    for area in order:
        free = set(range(TINTS)) - {tints.get(other) for other in adjacent[area]}
        if not free:
            return None
        tints[area] = min(free, key=lambda tint: (used[tint], tint))
        used[tints[area]] += 1
    return tints


def _fewest_last(adjacent: Neighbours) -> list[int]:
    left = {area: set(others) for area, others in adjacent.items()}
    taken: list[int] = []
    while left:
        area = min(left, key=lambda each: (len(left[each]), each))
        for other in left.pop(area):
            left[other].discard(area)
        taken.append(area)
    return taken[::-1]
