"""Cores: the smallest connected sets of grids that could be a group by themselves.

Every group contains a core, and distinct groups contain disjoint ones. So the largest number of
groups is the largest number of disjoint cores. Sets of grids are whole numbers with one bit a grid.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

LIMIT = 80_000
"""Sets looked at before enumeration gives up; towns of empty grids could have astronomically many."""


@dataclass(frozen=True)
class Neighbourhood:
    """A graph of grids with members to be grouped.

    ``full`` is None where no full member is asked for.
    """

    x: Sequence[float]
    y: Sequence[float]
    members: Sequence[int]
    full: Sequence[int] | None
    neighbours: Sequence[Sequence[int]]
    least: int

    def __len__(self) -> int:
        return len(self.members)

    @cached_property
    def neighbour_bits(self) -> list[int]:
        """The neighbours of each grid as bits."""
        return [sum(1 << other for other in near) for near in self.neighbours]

    def suffices(self, bits: int) -> bool:
        """Whether a set has members enough, and a full one where that is asked for."""
        grids = grids_in(bits)
        if sum(self.members[g] for g in grids) < self.least:
            return False
        return self.full is None or any(self.full[g] for g in grids)

    def connected(self, bits: int) -> bool:
        """Whether a set, not empty, hangs together."""
        return self.reach(bits & -bits, bits) == bits

    def reach(self, start: int, inside: int) -> int:
        """All of ``inside`` that can be reached from ``start`` without leaving it."""
        reached = fresh = start
        while fresh:
            around = 0
            for grid in grids_in(fresh):
                around |= self.neighbour_bits[grid]
            fresh = around & inside & ~reached
            reached |= fresh
        return reached

    def components(self, bits: int) -> list[int]:
        """The connected parts of a set."""
        parts = []
        while bits:
            part = self.reach(bits & -bits, bits)
            parts.append(part)
            bits &= ~part
        return parts


def grids_in(bits: int) -> list[int]:
    """The grids of a set, ascending."""
    grids = []
    while bits:
        low = bits & -bits
        grids.append(low.bit_length() - 1)
        bits ^= low
    return grids


def cores_of(town: Neighbourhood, within: int) -> tuple[list[int], bool]:
    """All cores inside a set of grids, and whether the list is complete.

    A core can be taken apart grid by grid, each time leaving a connected set: an idle grid that is
    not a joint first, else any that is not a joint. What is left then has at most one idle grid
    that is not a joint, its *tip*, and the grid taken before touched nothing but the tip. So every
    core is found by growing sets from single grids with members under these two rules.
    """
    queue = [1 << g for g in grids_in(within) if town.members[g] > 0]
    seen = set(queue)
    found: set[int] = set()
    # Breadth first, so that an incomplete list has all the small cores.
    for bits in queue:
        if town.suffices(bits):
            found.add(bits)
            continue
        tips = _tips(town, bits)
        if len(tips) > 1:
            continue
        around = 0
        for grid in tips or grids_in(bits):
            around |= town.neighbour_bits[grid]
        for grid in grids_in(around & within & ~bits):
            grown = bits | 1 << grid
            alone = not tips or (town.neighbour_bits[grid] & bits).bit_count() == 1
            if alone and grown not in seen:
                seen.add(grown)
                queue.append(grown)
        if len(seen) > LIMIT:
            break
    complete = len(seen) <= LIMIT
    return sorted(core for core in found if _minimal(town, core)), complete


def _minimal(town: Neighbourhood, core: int) -> bool:
    """Whether no grid can be left out: without it the rest falls apart or no longer suffices."""
    for grid in grids_in(core):
        rest = core & ~(1 << grid)
        if rest and town.suffices(rest) and town.connected(rest):
            return False
    return True


def _tips(town: Neighbourhood, bits: int) -> list[int]:
    """Idle grids that are no joint: without them the set hangs together and has all it is for.

    A grid is idle if it has no members, or if there are members enough without it and only a full
    one is still missing.
    """
    grids = grids_in(bits)
    if len(grids) < 2:
        return []
    spare = sum(town.members[g] for g in grids) - town.least
    return [
        g
        for g in grids
        if (town.members[g] == 0 or town.members[g] <= spare) and town.connected(bits & ~(1 << g))
    ]


def opened(town: Neighbourhood) -> Neighbourhood:
    """The same grids where a stretch of grids without members is a square that all can cross.

    Grids around one stretch touch each other, and any number of groups may lead through it. So it
    has at least as many groups; its cores have no idle grids and are quickly listed.
    """
    empty = sum(1 << g for g, members in enumerate(town.members) if members == 0)
    near = [set(grids_in(bits & ~empty)) for bits in town.neighbour_bits]
    for stretch in town.components(empty):
        shore = set().union(*(near[g] for g in grids_in(stretch)))
        for grid in shore:
            near[grid] |= shore - {grid}
    for grid in grids_in(empty):
        near[grid].clear()
    return Neighbourhood(
        town.x, town.y, town.members, town.full, [sorted(others) for others in near], town.least
    )
