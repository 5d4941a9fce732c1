"""Finding a category by everyday words: 水管爆了 leads to rural drinking water.

People write a whole sentence, a single word, only the initials of its pinyin, or English.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from wangge.lib.pinyin import full, initials
from wangge.work.cases.data import table
from wangge.work.cases.rules import search_english
from wangge.work.cases.rules.categories import Category, categories, category

_SEPARATOR: Final = "|"
_SHORTEST_CODE: Final = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """One word for a category, spelt in the ways people type it."""

    category: str
    word: str
    pinyin: str
    initials: str
    pairs: frozenset[str]


@cache
def everyday_words() -> dict[str, tuple[str, ...]]:
    """The everyday words of each category, by its code."""
    return {row["code"]: tuple(row["words"].split(_SEPARATOR)) for row in table("category_words")}


def search(text: str, most: int = 8) -> tuple[Category, ...]:
    """The categories that fit ``text`` best, the best first; none if nothing fits.

    Blank text finds nothing. ``most`` limits how many are returned.
    """
    typed = _plain(text)
    if not typed:
        return ()
    pairs = _pairs(typed)
    best: dict[str, int] = {}
    for entry in _entries():
        fit = _fit(entry, typed, pairs)
        if fit:
            best[entry.category] = max(fit, best.get(entry.category, 0))
    for code, fit in search_english.fits(text).items():
        best[code] = max(fit, best.get(code, 0))
    ranked = sorted(best, key=lambda code: (-best[code], code))
    return tuple(category(code) for code in ranked[:most])


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(
        _entry(code, word)
        for code, each in categories().items()
        for word in (each.name_zh, *everyday_words()[code])
    )


def _entry(code: str, word: str) -> _Entry:
    plain = _plain(word)
    return _Entry(code, plain, full(word), initials(word), _pairs(plain))


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _fit(entry: _Entry, typed: str, pairs: frozenset[str]) -> int:
    """How well one word fits, 0 not at all: exact, then said whole, begun, and overlapping words.

    Longer words that stand whole in a sentence weigh more than shorter ones.
    """
    if typed in {entry.word, entry.category}:
        return 1000
    if entry.word in typed:
        return 500 + 10 * len(entry.word)
    if typed.isascii():
        return _fit_of_letters(entry, typed)
    if entry.word.startswith(typed):
        return 400
    if typed in entry.word:
        return 300
    # neighbouring characters in common: 路灯不亮了 and 灯不亮 share two such pairs
    return 20 * len(entry.pairs & pairs)


def _fit_of_letters(entry: _Entry, typed: str) -> int:
    """Digits of the code, initials or whole syllables; a single letter would find everything."""
    if len(typed) < _SHORTEST_CODE:
        return 0
    if typed == entry.initials:
        return 450
    if entry.category.startswith(typed) or entry.pinyin.startswith(typed):
        return 350
    return 250 if entry.initials.startswith(typed) else 0


def _pairs(text: str) -> frozenset[str]:
    """Each two neighbouring characters."""
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))
