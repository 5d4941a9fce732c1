"""The light of a term: it turns yellow before the end and red after it."""

from __future__ import annotations

from enum import StrEnum

from wangge.lib.message import Message


class Light(StrEnum):
    """The light of a running term."""

    NONE = "none"
    YELLOW = "yellow"
    RED = "red"

    @property
    def words(self) -> Message:
        """The light in words: it never speaks by colour alone."""
        return Message(f"term.light.{self.value}")
