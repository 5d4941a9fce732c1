"""Which grids a village had at which times, from the dates of its grids and divisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """A grid and its time, half-open; ``ends`` None while it stands."""

    code: str
    begins: date
    ends: date | None = None

    def stands_on(self, day: date) -> bool:
        return self.begins <= day and (self.ends is None or day < self.ends)


@dataclass(frozen=True, slots=True)
class Period:
    """The grids in force from a day on, until ``ends`` (None: they still are)."""

    begins: date
    ends: date | None
    grids: tuple[str, ...]


def periods(spans: Iterable[Span], divisions: Iterable[date] = ()) -> tuple[Period, ...]:
    """The times between one change of a village's grids and the next, oldest first.

    A change is the begin or end of a grid, and the day of a division, which may leave all codes as
    they were and move households between them. Times without any grid are left out.
    """
    known = list(spans)
    ends = {span.ends for span in known if span.ends is not None}
    days = sorted({*(span.begins for span in known), *ends, *divisions})
    found = (
        Period(begins, ends_on, tuple(sorted(s.code for s in known if s.stands_on(begins))))
        for begins, ends_on in pairwise([*days, None])
        if begins is not None
    )
    return tuple(period for period in found if period.grids)
