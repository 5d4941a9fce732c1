"""Who reported a case, and what somebody may want to know it for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wangge.lib.message import Message


class Purpose(StrEnum):
    """What somebody wants to know the identity for; always about this one case."""

    CALL_BACK = "call_back"
    ASK_DETAILS = "ask_details"
    CHECK_RESULT = "check_result"

    @property
    def words(self) -> Message:
        """The purpose, as the reporter reads it."""
        return Message(f"reporter.purpose.{self.value}")


@dataclass(frozen=True, slots=True)
class Identity:
    """A name and a phone number, each empty if it was not left."""

    name: str
    phone: str

    @property
    def is_known(self) -> bool:
        """Whether anything was left by which the reporter can be known."""
        return bool(self.name or self.phone)
