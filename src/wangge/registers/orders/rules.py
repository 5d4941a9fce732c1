"""Which states an order has, which move leads where, and how long anything is waited for or kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

STALLED_AFTER: Final = timedelta(minutes=10)
"""Nothing moved for so long: the worker is gone, or the job was lost, and the order waits again."""

KEPT_FOR: Final = timedelta(days=14)
"""How long what was made, or what was brought, can be fetched once the order is over."""


class OrderState(StrEnum):
    """Where an order stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self in OPEN


OPEN: Final = (OrderState.WAITING, OrderState.RUNNING)


class OrderMove(StrEnum):
    """What can happen to an order."""

    BEGIN = "begin"  # a worker takes the whole of it in hand
    GO_ON = "go_on"  # a part of it is in hand or done: orders that are carried out part by part
    FINISH = "finish"
    GIVE_UP = "give_up"  # it cannot be carried out; the reason is kept
    CANCEL = "cancel"  # its person no longer wants it
    TAKE_UP_AGAIN = "take_up_again"  # it stalled and waits for another worker
    ASK_AGAIN = "ask_again"  # its person wants it after all, or once more


LEADS_TO: Final[Mapping[OrderMove, OrderState]] = MappingProxyType(
    {
        OrderMove.BEGIN: OrderState.RUNNING,
        OrderMove.GO_ON: OrderState.RUNNING,
        OrderMove.FINISH: OrderState.DONE,
        OrderMove.GIVE_UP: OrderState.FAILED,
        OrderMove.CANCEL: OrderState.CANCELLED,
        OrderMove.TAKE_UP_AGAIN: OrderState.WAITING,
        OrderMove.ASK_AGAIN: OrderState.WAITING,
    }
)

_OVER: Final = tuple(state for state in OrderState if state not in OPEN)

LAWFUL_FROM: Final[Mapping[OrderMove, tuple[OrderState, ...]]] = MappingProxyType(
    {
        OrderMove.BEGIN: (OrderState.WAITING,),
        OrderMove.GO_ON: OPEN,
        OrderMove.FINISH: OPEN,
        OrderMove.GIVE_UP: OPEN,
        OrderMove.CANCEL: OPEN,
        OrderMove.TAKE_UP_AGAIN: OPEN,
        OrderMove.ASK_AGAIN: _OVER,
    }
)
"""From which states a move is made.

Work that is done counts even if the order waits again: a slow worker that was taken for dead may
finish before another begins. The second one then finds nothing to begin.
"""


def after(state: OrderState, move: OrderMove) -> OrderState | None:
    """The state that a move leads to; None where it is not lawful."""
    return LEADS_TO[move] if state in LAWFUL_FROM[move] else None
