"""Numbers of grids while a draft is drawn: they may have gaps, the engine's have none."""

from __future__ import annotations

from collections.abc import Iterable


def dense_numbers(numbers: Iterable[int]) -> dict[int, int]:
    """Each number that occurs with its place among them, from 1 without a gap."""
    return {number: place for place, number in enumerate(sorted(set(numbers)), start=1)}
