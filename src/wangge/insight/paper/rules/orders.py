"""Where an order stands, and how long its file is kept."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Final

from wangge.lib.message import Message

KEPT_FOR: Final = timedelta(days=14)
"""How long the file of an order can be fetched."""

STALLED_AFTER: Final = timedelta(minutes=10)
"""No piece was done for so long: the worker that was at it is gone."""


class OrderState(StrEnum):
    """Where an order stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def words(self) -> Message:
        return Message(f"paper.state.{self.value}")

    @property
    def is_open(self) -> bool:
        return self in {OrderState.WAITING, OrderState.RUNNING}
