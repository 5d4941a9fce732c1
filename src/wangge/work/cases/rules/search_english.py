"""Finding a category by everyday English: "the street lamps are broken" leads to street lights.

English has words where Chinese has characters, and the same word in several forms; so a phrase is
a set of words without their endings, and order does not count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from wangge.work.cases.data import table
from wangge.work.cases.rules.categories import categories

_SEPARATOR: Final = "|"
_WORD: Final = re.compile(r"[a-z]{2,}")
_ENDINGS: Final = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_SHORTEST_STEM: Final = 3


@dataclass(frozen=True, slots=True)
class _Phrase:
    category: str
    words: frozenset[str]

    @property
    def telling(self) -> frozenset[str]:
        return frozenset(word for word in self.words if word not in _SAYS_NOTHING)


def fits(text: str) -> Mapping[str, int]:
    """How well each category fits English text; those that do not fit are left out.

    A phrase that is said whole weighs like a Chinese word that is; of others what they share.
    """
    said = _stems(text)
    best: dict[str, int] = {}
    for phrase in _phrases():
        fit = _fit(phrase, said)
        if fit:
            best[phrase.category] = max(fit, best.get(phrase.category, 0))
    return best


def _fit(phrase: _Phrase, said: frozenset[str]) -> int:
    if phrase.words <= said:
        return 500 + 10 * len(phrase.words)
    return 20 * len(phrase.telling & said)


@cache
def _phrases() -> tuple[_Phrase, ...]:
    return tuple(
        _Phrase(row["code"], _stems(words))
        for row in table("category_words_en")
        if row["code"] in categories()
        for words in row["words"].split(_SEPARATOR)
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, _WORD.findall(text.casefold())))


def _stem(word: str) -> str:
    """Without the usual endings: lamps, leaking and damaged become lamp, leak and damag."""
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            word = stem + instead
            break
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word


# "No water" and "sent away" say something as a phrase; these words alone find nothing.
_SAYS_NOTHING: Final = _stems(
    "about and are away build cannot card do does down fall fell for from has in is not no of off "
    "on out so somebody someone that the them there they this to was we were with you"
)
