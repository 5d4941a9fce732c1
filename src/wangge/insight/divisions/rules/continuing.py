"""Which grid of a new division continues which grid of today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

Household = TypeVar("Household", str, int)
Former = TypeVar("Former", str, int)


def continued(
    today: Mapping[Household, Former],
    then: Mapping[Household, int],
    load: Mapping[Household, int],
) -> dict[int, Former]:
    """Today's number, or code, of each grid of `then` that continues one.

    Both map households to grids. A grid continues the one it shares the largest load with, the
    largest share of all first; a grid that shares nobody is new. A household without a load counts
    as one.
    """
    shared: Counter[tuple[int, Former]] = Counter()
    for household, number in then.items():
        if household in today:
            shared[number, today[household]] += max(1, load.get(household, 1))
    kept: dict[int, Former] = {}
    for (number, former), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if number not in kept and former not in kept.values():
            kept[number] = former
    return kept


def numbered_like(today: Mapping[int, int], k: int) -> dict[int, int]:
    """New numbers 1…k for grids 1…k, so that a grid bears the number of the one it continues.

    `today` is what `continued` gave. Where that number is above k, or nobody is continued, the
    free numbers follow in order.
    """
    numbers = {number: former for number, former in today.items() if former <= k}
    free = iter(sorted(set(range(1, k + 1)) - set(numbers.values())))
    return {number: numbers.get(number) or next(free) for number in range(1, k + 1)}
