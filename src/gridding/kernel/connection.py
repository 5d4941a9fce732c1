"""Whether a grid holds together, and who in it is cut off by a barrier."""

from typing import NamedTuple

import numpy as np

from gridding.jit import compiled
from gridding.kernel.terrain import Ints, Terrain


class Scratch(NamedTuple):
    """Working memory: ``seen[i] == stamp[0]`` marks a household as visited in the last walk.

    ``queue`` holds households in the order they are met, ``place`` where each stands in it.
    """

    seen: Ints
    queue: Ints
    place: Ints
    stamp: Ints


def scratch_for(n: int) -> Scratch:
    """Working memory for ``n`` households."""
    seen, queue, place = np.zeros((3, n), dtype=np.int64)
    return Scratch(seen, queue, place, np.zeros(1, dtype=np.int64))


@compiled
def body(t: Terrain, grid: Ints, s: Scratch, seed: int) -> tuple[int, float, int]:
    """Households reachable from ``seed`` inside its grid, persons cut off among them, and in how
    many parts they hang together without crossing a barrier.

    The main body is the part with most persons; all other persons are cut off.
    """
    g = grid[seed]
    total = 0.0
    most = -1.0
    s.stamp[0] += 2
    stamp = s.stamp[0]
    # First a walk over all edges (marked stamp - 1), then walks over uncrossed edges only (marked
    # stamp), which sort the same queue into the parts that hang together.
    s.queue[0] = seed
    s.seen[seed] = stamp - 1
    tail = 1
    head = 0
    crossed = False
    while head < tail:
        i = s.queue[head]
        head += 1
        total += t.persons[i]
        for e in range(t.first[i], t.first[i + 1]):
            j = t.near[e]
            if grid[j] == g:
                if t.crossing[e]:
                    crossed = True
                if s.seen[j] != stamp - 1:
                    s.seen[j] = stamp - 1
                    s.queue[tail] = j
                    tail += 1
    if not crossed:
        return tail, 0.0, 1
    place = s.place
    for q in range(tail):
        place[s.queue[q]] = q
    done = 0
    parts = 0
    while done < tail:
        persons = 0.0
        parts += 1
        s.seen[s.queue[done]] = stamp
        edge = done + 1
        while done < edge:
            i = s.queue[done]
            done += 1
            persons += t.persons[i]
            for e in range(t.first[i], t.first[i + 1]):
                j = t.near[e]
                if t.crossing[e] == 0 and grid[j] == g and s.seen[j] == stamp - 1:
                    s.seen[j] = stamp
                    other = s.queue[edge]
                    q = place[j]
                    s.queue[edge] = j
                    s.queue[q] = other
                    place[j] = edge
                    place[other] = q
                    edge += 1
        most = max(most, persons)
    return tail, total - most, parts


@compiled
def holds_without(
    t: Terrain, grid: Ints, s: Scratch, i: int, uncrossed: bool
) -> bool:
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
