"""How wide a line of text runs: never less than the font draws, so that what fits here fits there.

Advances of Noto Sans CJK in thousandths of the type size, rounded up by kind of character.
"""

from __future__ import annotations

from typing import Final
from unicodedata import east_asian_width

_SQUARE: Final = 1.0  # Chinese characters and full-width punctuation
_DIGIT: Final = 0.58
_LATIN: Final = 0.72
_BROAD: Final = 0.96
MM_PER_POINT: Final = 25.4 / 72


def ems(text: str) -> float:
    """The width of a line of text in units of its type size."""
    return sum(_of(character) for character in text)


def width_mm(text: str, points: float) -> float:
    """The width of a line of text in millimetres at a type size."""
    return ems(text) * points * MM_PER_POINT


def lines(text: str, points: float, width: float) -> int:
    """How many lines the text takes in a column of `width` millimetres, broken anywhere."""
    room = width / (points * MM_PER_POINT)
    taken, used = 1, 0.0
    for character in text:
        wide = _of(character)
        if used + wide > room and used:
            taken, used = taken + 1, 0.0
        used += wide
    return taken


def _of(character: str) -> float:
    if east_asian_width(character) in "WFA":
        return _SQUARE
    if character.isdigit():
        return _DIGIT
    return _BROAD if character in "mwMW@%" else _LATIN
