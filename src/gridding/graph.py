"""The graph of a village: households whose cells touch, and which of these edges cross a barrier."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from gridding.cells import TOUCH_M, Cells
from gridding.faces import Ints, Shapes, shapes_at
from gridding.problem import Problem

BRIDGE_REACH_M = 60.0
"""A barrier met this close to a bridge does not separate, in metres."""

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Graph:
    """Neighbours of each household in compressed rows, both directions of each edge.

    The neighbours of ``i`` are ``near[first[i]:first[i + 1]]``; ``crossing`` has the same order as ``near``.
    ``forced`` counts links made because cells alone would not hold a part together.
    """

    first: Ints
    near: Ints
    crossing: Bools
    forced: int

    def edges(self) -> tuple[Ints, Bools]:
        """Each edge once (m × 2, first < second) with its crossing flag."""
        source = np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))
        once = source < self.near
        return np.column_stack([source[once], self.near[once]]), self.crossing[once]


def graph_of(problem: Problem, cells: Cells) -> Graph:
    """The graph of the households of ``problem``, connected by force where cells do not do it."""
    n = len(problem.households)
    part_of = np.zeros(n, dtype=np.int64)
    owned = cells.owner_of >= 0
    part_of[cells.owner_of[owned]] = cells.part_of[owned]
    same_part = (part_of[cells.pairs[:, 0]] == part_of[cells.pairs[:, 1]]) & (cells.lengths > 0)
    touching = same_part & (cells.lengths > TOUCH_M)
    pairs = cells.pairs[touching]
    thin = np.flatnonzero(same_part & ~touching)
    thin = thin[np.argsort(-cells.lengths[thin], kind="stable")]
    held = _linking(n, pairs, cells.pairs[thin])
    crossing = crosses(problem, np.vstack([pairs, held]))
    links = _exclave_links(problem, part_of)
    edges = np.vstack([pairs, held, links])
    flags = np.concatenate([crossing, np.ones(len(links), dtype=bool)])
    first, near, both_flags = _rows(n, edges, flags)
    return Graph(first, near, both_flags, len(held))


def crosses(problem: Problem, pairs: Ints) -> Bools:
    """Whether the straight line between two houses meets a barrier far from every bridge."""
    flags = np.zeros(len(pairs), dtype=bool)
    if not problem.barriers or not len(pairs):
        return flags
    lines: Shapes = np.asarray(shapely.linestrings(problem.points[pairs]), dtype=np.object_)
    tree = shapely.STRtree(lines)
    bridges = shapely.multipoints(list(problem.bridges)) if problem.bridges else None
    barred, met = tree.query(list(problem.barriers), predicate="intersects")
    barriers = np.array(problem.barriers, dtype=object)
    if bridges is None:
        flags[met] = True
        return flags
    shapely.prepare(bridges)
    meetings: Shapes = np.asarray(shapely.intersection(lines[met], barriers[barred]))
    for line, meeting in zip(met.tolist(), meetings, strict=True):
        ends = shapes_at(shapely.get_coordinates(meeting))
        if (shapely.distance(ends, bridges) > BRIDGE_REACH_M).any():
            flags[line] = True
    return flags


def _linking(n: int, pairs: Ints, candidates: Ints) -> Ints:
    """Those of ``candidates``, in their order, that join what ``pairs`` leave apart."""
    leader = list(range(n))

    def find(node: int) -> int:
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for one, other in pairs.tolist():
        leader[find(one)] = find(other)
    chosen = []
    for one, other in candidates.tolist():
        a, b = find(one), find(other)
        if a != b:
            leader[a] = b
            chosen.append((one, other))
    return np.array(chosen, dtype=np.int64).reshape(-1, 2)


def _exclave_links(problem: Problem, part_of: Ints) -> Ints:
    """One link between the nearest households of different parts, as few as hold all together."""
    parts = np.unique(part_of)
    if len(parts) < 2:
        return np.empty((0, 2), dtype=np.int64)
    offers = []
    for place, part in enumerate(parts.tolist()):
        own = np.flatnonzero(part_of == part)
        tree = shapely.STRtree(shapes_at(problem.points[own]))
        for other_part in parts[place + 1 :].tolist():
            others = np.flatnonzero(part_of == other_part)
            (asked, found), gaps = tree.query_nearest(
                shapes_at(problem.points[others]), return_distance=True, all_matches=False
            )
            best = int(np.argmin(gaps))
            offers.append((float(gaps[best]), int(own[found[best]]), int(others[asked[best]])))
    offers.sort()
    by_part = np.array([(part_of[a], part_of[b]) for _, a, b in offers], dtype=np.int64)
    taken = _linking(int(parts.max()) + 1, np.empty((0, 2), dtype=np.int64), by_part)
    wanted = {tuple(pair) for pair in taken.tolist()}
    links = [
        (min(a, b), max(a, b))
        for (_, a, b), pair in zip(offers, by_part.tolist(), strict=True)
        if tuple(pair) in wanted
    ]
    return np.array(links, dtype=np.int64)


def _rows(n: int, edges: Ints, flags: Bools) -> tuple[Ints, Ints, Bools]:
    both = np.vstack([edges, edges[:, ::-1]])
    doubled = np.concatenate([flags, flags])
    order = np.lexsort((both[:, 1], both[:, 0]))
    both, doubled = both[order], doubled[order]
    first = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(both[:, 0], minlength=n), out=first[1:])
    return first, np.ascontiguousarray(both[:, 1]), doubled
