"""The names of persons: one spelling, and the mask that stands for them by default (张*)."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

MIDDLE_DOT: Final = "\u00b7"

_DOTS: Final = re.compile(r"\s*[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff0e.]\s*")
_BLANKS: Final = re.compile(r"\s+")
_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_COMPOUND_SURNAMES: Final = frozenset(
    Path(__file__).with_name("compound_surnames.txt").read_text(encoding="utf-8").split()
)


def normalise_name(text: str) -> str:
    """One spelling of a name: half-width, one kind of middle dot, no blanks inside Han names."""
    name = unicodedata.normalize("NFKC", text).strip()
    if not _HAN.search(name):
        return _BLANKS.sub(" ", name)
    return _BLANKS.sub("", _DOTS.sub(MIDDLE_DOT, name))


def surname(name: str) -> str:
    """The family name of a Han name; of a name with a middle dot the part before it."""
    before, dot, _ = name.partition(MIDDLE_DOT)
    if dot:
        return before
    return name[:2] if len(name) > 2 and name[:2] in _COMPOUND_SURNAMES else name[:1]


def mask_name(name: str) -> str:
    """The surname and one star, whatever the length of the rest.

    Of a name with a middle dot only the first character is shown, because its first part is
    most of the name; a single character is hidden whole.
    """
    spelt = normalise_name(name)
    if len(spelt) < 2:
        return "*" * len(spelt)
    return (spelt[:1] if MIDDLE_DOT in spelt else surname(spelt)) + "*"
