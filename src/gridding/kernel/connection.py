"""Whether a grid holds together, and who in it is cut off by a barrier."""

from typing import NamedTuple

import numpy as np

from gridding.jit import compiled
from gridding.kernel.terrain import Ints, Terrain


class Scratch(NamedTuple):
    """Working memory: ``seen[i] == stamp[0]`` marks a household as visited in the last walk.

    ``queue`` and ``part`` hold households in the order they are met.
    """

    seen: Ints
    queue: Ints
    part: Ints
    stamp: Ints


def scratch_for(n: int) -> Scratch:
    """Working memory for ``n`` households."""
    seen, queue, part = np.zeros((3, n), dtype=np.int64)
    return Scratch(seen, queue, part, np.zeros(1, dtype=np.int64))


@compiled
def body(t: Terrain, grid: Ints, s: Scratch, seed: int) -> tuple[int, float, int]:
    """Households reachable from ``seed`` inside its grid, persons cut off among them, and in how
    many parts they hang together without crossing a barrier.

    The main body is the part with most persons; all other persons are cut off.
    """
    tail, crossed = gather(t, grid, s, seed)
    if not crossed:
        return tail, 0.0, 1
    total = 0.0
    most = -1.0
    parts = 0
    for q in range(tail):
        if s.seen[s.queue[q]] != s.stamp[0]:
            count = part_of(t, grid, s, s.queue[q])
            persons = 0.0
            for m in range(count):
                persons += t.persons[s.part[m]]
            total += persons
            most = max(most, persons)
            parts += 1
    return tail, total - most, parts


@compiled
def gather(t: Terrain, grid: Ints, s: Scratch, seed: int) -> tuple[int, bool]:
    """Queue all that can be reached from ``seed`` in its grid; their number, and whether any edge
    among them crosses. They are marked as seen with one less than the stamp."""
    g = grid[seed]
    s.stamp[0] += 2
    mark = s.stamp[0] - 1
    s.queue[0] = seed
    s.seen[seed] = mark
    head, tail = 0, 1
    crossed = False
    while head < tail:
        i = s.queue[head]
        head += 1
        for e in range(t.first[i], t.first[i + 1]):
            j = t.near[e]
            if grid[j] == g:
                if t.crossing[e]:
                    crossed = True
                if s.seen[j] != mark:
                    s.seen[j] = mark
                    s.queue[tail] = j
                    tail += 1
    return tail, crossed


@compiled
def part_of(t: Terrain, grid: Ints, s: Scratch, seed: int) -> int:
    """List in ``part`` all that hangs together with ``seed`` without crossing; their number.

    They are marked as seen with the stamp.
    """
    g = grid[seed]
    mark = s.stamp[0]
    s.part[0] = seed
    s.seen[seed] = mark
    head, tail = 0, 1
    while head < tail:
        i = s.part[head]
        head += 1
        for e in range(t.first[i], t.first[i + 1]):
            j = t.near[e]
            if t.crossing[e] == 0 and grid[j] == g and s.seen[j] != mark:
                s.seen[j] = mark
                s.part[tail] = j
                tail += 1
    return tail


@compiled
def holds_without(t: Terrain, grid: Ints, s: Scratch, i: int, uncrossed: bool) -> bool:
    """Whether the grid of ``i`` stays in one piece when ``i`` leaves it.

    Looks only around ``i``: its neighbours in the grid must find each other. With ``uncrossed``
    only edges that cross no barrier count. A grid of one household does not hold.
    """
    g = grid[i]
    s.stamp[0] += 2
    wanted = s.stamp[0] - 1
    found = s.stamp[0]
    count = 0
    seed = -1
    for e in range(t.first[i], t.first[i + 1]):
        j = t.near[e]
        if grid[j] == g and not (uncrossed and t.crossing[e]):
            s.seen[j] = wanted
            count += 1
            seed = j
    if count <= 1:
        return count == 1
    s.seen[i] = found
    s.seen[seed] = found
    s.queue[0] = seed
    tail = 1
    head = 0
    count -= 1
    while head < tail:
        here = s.queue[head]
        head += 1
        for e in range(t.first[here], t.first[here + 1]):
            j = t.near[e]
            if grid[j] != g or s.seen[j] == found or (uncrossed and t.crossing[e]):
                continue
            if s.seen[j] == wanted:
                count -= 1
                if count == 0:
                    return True
            s.seen[j] = found
            s.queue[tail] = j
            tail += 1
    return False
