"""The moves of an order. The app that keeps it calls them in its own operations, which record them.

Each move is one UPDATE that names the states from which it is lawful (compare and set): of two
workers that try the same, one changes the row and the other is told that it was too late.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from wangge.lib.message import Message
from wangge.registers.orders.queries import AnOrder, long_over, open_ones, stalled
from wangge.registers.orders.rules import LAWFUL_FROM, LEADS_TO, OrderMove


def begin(
    kind: type[AnOrder], key: UUID, *, at: datetime, without: Sequence[str] = ()
) -> AnOrder | None:
    """Take a waiting order in hand. None where it is over, or another worker was quicker.

    `without` names columns that are too heavy to be read along.
    """
    if not _move(kind, [key], OrderMove.BEGIN, moved_at=at):
        return None
    return kind._default_manager.defer(*without).get(pk=key)


def held(kind: type[AnOrder], key: UUID, *, without: Sequence[str] = ()) -> AnOrder | None:
    """An open order, locked to the end of the transaction; None where it is over."""
    rows = open_ones(kind).select_for_update(no_key=True, of=("self",))
    return rows.defer(*without).filter(pk=key).first()


def go_on(kind: type[AnOrder], key: UUID, *, at: datetime, **columns: Any) -> bool:
    """A part of an order is in hand or done, as its own `columns` say. False where it is over."""
    return _move(kind, [key], OrderMove.GO_ON, moved_at=at, **columns) == 1


def finish(kind: type[AnOrder], key: UUID, *, at: datetime, **columns: Any) -> bool:
    """The order is carried out. False where that was so already, or it was cancelled meanwhile."""
    return _end(kind, [key], OrderMove.FINISH, at, **columns) == 1


def give_up(kind: type[AnOrder], key: UUID, reason: Message | None, *, at: datetime) -> bool:
    """The order cannot be carried out; the reason is kept. False where it is over already."""
    said = reason.to_json() if reason else None
    return _end(kind, [key], OrderMove.GIVE_UP, at, reason=said) == 1


def cancel(kind: type[AnOrder], keys: Iterable[UUID], *, at: datetime) -> int:
    """Nobody wants these orders any more; returns how many were still open."""
    return _end(kind, keys, OrderMove.CANCEL, at)


def ask_again(kind: type[AnOrder], keys: Iterable[UUID], *, at: datetime, **columns: Any) -> int:
    """Orders that are over are wanted once more and wait; returns how many."""
    again = {"moved_at": at, "ended_at": None, "reason": None}
    return _move(kind, keys, OrderMove.ASK_AGAIN, **(again | columns))


def take_up_again(kind: type[AnOrder], *, at: datetime, most: int | None = None) -> list[UUID]:
    """Let stalled orders wait for another worker; returns which. The caller queues their jobs.

    Each is taken up once for a worker that went away: from now on it has moved again. Orders that
    somebody is just moving are left alone.
    """
    rows = stalled(kind, at).select_for_update(no_key=True, skip_locked=True, of=("self",))
    keys = list(rows.values_list("pk", flat=True)[:most])
    _move(kind, keys, OrderMove.TAKE_UP_AGAIN, moved_at=at)
    return keys


def forget(kind: type[AnOrder], *, at: datetime, **empty: Any) -> int:
    """Empty columns (`file=None`) of orders that are long over; returns how many. The rows stay."""
    return long_over(kind, at).exclude(**empty).update(**empty)


def _end(
    kind: type[AnOrder], keys: Iterable[UUID], move: OrderMove, at: datetime, **columns: Any
) -> int:
    return _move(kind, keys, move, moved_at=at, ended_at=at, **columns)


def _move(kind: type[AnOrder], keys: Iterable[UUID], move: OrderMove, **columns: Any) -> int:
    """Make a move with those of the orders from whose state it is lawful; returns how many."""
    rows = kind._default_manager.filter(pk__in=list(keys), state__in=LAWFUL_FROM[move])
    return rows.update(state=LEADS_TO[move].value, **columns)
