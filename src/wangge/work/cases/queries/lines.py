"""A case as one line of a list: what pages and files show of it, in the same words.

Everything goes by the mark that `sight.visible` puts on a case, so a line tells nobody more than
the list itself (see `contents`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from wangge.lib.message import Message
from wangge.work.cases.models import Case
from wangge.work.cases.queries.contents import readable_report
from wangge.work.cases.rules.categories import category

SHOWN_WORDS = 28
"""Characters of a report that a list shows."""


def title_of(case: Case) -> Message | str:
    """The first words of the report; where the reader may not see them, its category."""
    words = readable_report(case).words
    if words is None:
        return Message("console.case.hidden", category=category(case.category).words)
    return beginning(words)


def beginning(words: str) -> str:
    """The first words of a report, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN_WORDS else f"{line[:SHOWN_WORDS]}…"


def light_of(case: Case, at: datetime) -> str:
    """green, yellow, red; "none" where no term is running."""
    if not case.is_open or case.yellow_at is None or case.due_at is None:
        return "none"
    if case.due_at < at:
        return "red"
    return "yellow" if case.yellow_at <= at else "green"


def place_codes(cases: Iterable[Case]) -> set[str]:
    """The codes of townships and villages that `place_words` names."""
    return {code for case in cases for code in (case.township_code, case.village_code) if code}


def place_words(case: Case, names: dict[str, str]) -> Message | str:
    """Township, village and group; village names occur twice, so the township is always named."""
    parts = [names[code] for code in (case.township_code, case.village_code) if code in names]
    if not parts:
        return Message("console.place.unknown")
    place, group = " ".join(parts), readable_report(case).group_number
    return (
        place if group is None else Message("console.place.group", place=place, number=str(group))
    )
