"""Ways out of the house: each sends words to an address in the clear, or says why it could not.

An adapter knows nothing of the database and is never called inside a transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Letter:
    """Words on their way to an address. A receiver that gets a ``letter_id`` twice ignores the second."""

    letter_id: UUID
    address: str
    words: str


class NotSent(Exception):  # noqa: N818 - the name is what happened
    """It could not be sent. ``reason`` names the kind of failure and holds no personal data.

    ``unreachable`` if the way itself failed, not this letter.
    """

    def __init__(self, reason: str, *, unreachable: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.unreachable = unreachable


Send = Callable[[Letter, datetime], None]
