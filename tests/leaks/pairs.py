"""A sample of a table that still has every pair of values.

Most faults of sight lie between two things: an address forgets a place, a rank is taken for another,
a thing is found by a key from elsewhere. The whole table is asked with `pytest tests/leaks --all`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import TypeVar

Row = TypeVar("Row")
Pair = tuple[tuple[int, object], tuple[int, object]]
SEED = 20260302


def covering(
    rows: Mapping[Row, Sequence[object]], met: set[Pair], *, of_the_first: bool = False
) -> list[Row]:
    """A few of the rows that have every pair of values found in any of them.

    A row's values stand in the order of the factors. Pairs in `met` are not needed again; those of the
    chosen rows are added to it. `of_the_first`: only pairs with the first factor are needed, the others
    are welcome. Greedy, with ties broken by a fixed seed: the same rows always give the same sample.
    """
    along = {row: set(_pairs(rows[row])) for row in _shuffled(rows)}
    must = {row: _of_the_first(pairs) if of_the_first else pairs for row, pairs in along.items()}
    left = [row for row, pairs in must.items() if pairs - met]
    chosen: list[Row] = []
    while left:
        best = max(left, key=lambda row: (len(must[row] - met), len(along[row] - met)))
        chosen.append(best)
        met |= along[best]
        left = [row for row in left if must[row] - met]
    return chosen


def without_the_first(met: set[Pair]) -> set[Pair]:
    """The pairs without those of the first factor, numbered as if it were not there."""
    return {((i - 1, one), (j - 1, other)) for (i, one), (j, other) in met - _of_the_first(met)}


def _of_the_first(pairs: set[Pair]) -> set[Pair]:
    return {pair for pair in pairs if pair[0][0] == 0}


def _shuffled(rows: Mapping[Row, Sequence[object]]) -> list[Row]:
    listed = list(rows)
    Random(SEED).shuffle(listed)
    return listed


def _pairs(values: Sequence[object]) -> Iterator[Pair]:
    factors = list(enumerate(values))
    return ((one, other) for at, one in enumerate(factors) for other in factors[at + 1 :])
