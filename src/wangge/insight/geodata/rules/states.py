"""The states of imports and features, and how long both are kept."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Final

from wangge.lib.message import Message

KEPT_FOR: Final = timedelta(days=14)
"""How long a file and its features can be looked at; the line of the import stays."""

STALLED_AFTER: Final = timedelta(minutes=10)
"""Nothing moved for so long: the worker that was at it is gone."""

LATER: Final = -1
"""Reading and writing a file take a minute or more: the ticks of the schedule go before them."""


class ImportState(StrEnum):
    """The state of an import."""

    OPENED = "opened"  # its person says what is what
    READING = "reading"
    READ = "read"  # its person looks and confirms
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"
    DROPPED = "dropped"

    @property
    def words(self) -> Message:
        """The state in words."""
        return Message(f"geodata.state.{self.value}")


AT_WORK: Final = (ImportState.READING.value, ImportState.WRITING.value)


class FeatureState(StrEnum):
    """What becomes of a feature: it is in exactly one of these."""

    ACCEPTED = "accepted"
    MENDABLE = "mendable"
    REFUSED = "refused"
    WRITTEN = "written"

    @property
    def words(self) -> Message:
        """The state in words."""
        return Message(f"geodata.feature.{self.value}")


class Change(StrEnum):
    """What a feature does to what is in the registers."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"

    @property
    def words(self) -> Message:
        """The change in words."""
        return Message(f"geodata.change.{self.value}")
