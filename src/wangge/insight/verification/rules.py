"""What a check found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from wangge.lib.message import Message

NAMED: Final = 5
"""How many broken rows a finding names; the count is of all."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A check by its code, how many rows it looked at, how many are broken and which come first."""

    check: str
    looked_at: int
    broken: int
    first: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return self.broken == 0

    @property
    def words(self) -> Message:
        """The check, and what it found."""
        what = Message(f"verify.check.{self.check}")
        if self.holds:
            return Message("verify.holds", what=what, count=self.looked_at)
        return Message(
            "verify.broken",
            what=what,
            count=self.looked_at,
            broken=self.broken,
            first=self.first,
        )


def finding(check: str, looked_at: int, broken: Iterable[str]) -> Finding:
    """A finding of the broken rows by name."""
    rows = iter(broken)
    first = tuple(islice(rows, NAMED))
    return Finding(check, looked_at, len(first) + sum(1 for _ in rows), first)
