"""The states of imports and features."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from wangge.lib.message import Message
from wangge.registers.orders.rules import OrderState

LATER: Final = -1
"""Reading and writing a file take a minute or more: the ticks of the schedule go before them."""


class Stage(StrEnum):
    """What was last asked for of an import."""

    OPENED = "opened"  # it was uploaded and introduced itself
    READING = "reading"
    WRITING = "writing"
    DROPPED = "dropped"


class ImportState(StrEnum):
    """The state of an import, as its person is told."""

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


AT_WORK: Final = (ImportState.READING, ImportState.WRITING)


def stands(stage: Stage, state: OrderState) -> ImportState:
    """Where an import stands whose present stage is an order in some state."""
    if stage is Stage.DROPPED:
        return ImportState.DROPPED
    if stage is Stage.OPENED:
        return ImportState.OPENED
    if state is OrderState.FAILED:
        return ImportState.FAILED
    reading = stage is Stage.READING
    if state.is_open:
        return ImportState.READING if reading else ImportState.WRITING
    return ImportState.READ if reading else ImportState.DONE


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
