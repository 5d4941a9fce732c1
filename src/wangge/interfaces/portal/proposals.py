"""Which category a report may belong to: proposed from the person's own words, chosen by them.

People who cannot tell leave it to the staff. The report still needs a lawful category, because that
decides who opens it: the best match, unless that one asks for a name and phone that were not
given; without a match, an enquiry (0604), which the village's desk opens within a day and
reclassifies.
"""

from collections.abc import Sequence
from typing import Final

from wangge.work.cases.rules.categories import Category, category
from wangge.work.cases.rules.search import search

MOST: Final = 5
FALLBACK: Final = "0604"


def propose(words: str) -> list[Category]:
    """The categories that fit best, the best first; empty where no word is known."""
    return list(search(words, most=MOST))


def left_to_staff(proposed: Sequence[Category], *, anonymous: bool) -> Category:
    """The category of a report whose author could not tell."""
    fitting = (each for each in proposed if not (anonymous and each.is_personal_benefit))
    return next(fitting, category(FALLBACK))
