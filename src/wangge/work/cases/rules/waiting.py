"""Why a case waits for somebody: what the queue on a desk is grouped by."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wangge.lib.message import Message
from wangge.work.cases.rules.states import State


class Waiting(StrEnum):
    """What a case in a queue waits for."""

    ACCEPT = "accept"  # to be accepted or declined
    HAND_OUT = "hand_out"  # accepted: to be dispatched, assigned or taken
    HANDLE = "handle"
    GRANT = "grant"  # somebody asked for more time, a suspension, a report to the county
    CHECK = "check"  # completed, to be checked by somebody else
    REST = "rest"  # suspended until a review, or with another channel until its receipt

    @property
    def words(self) -> Message:
        """What it waits for."""
        return Message(f"case.waiting.{self.value}")


_BY_STATE: Final = MappingProxyType(
    {
        State.SUBMITTED: Waiting.ACCEPT,
        State.ACCEPTED: Waiting.HAND_OUT,
        State.HANDLING: Waiting.HANDLE,
        State.COMPLETED: Waiting.CHECK,
        State.SUSPENDED: Waiting.REST,
        State.TRANSFERRED: Waiting.REST,
    }
)


def waits_for(state: State, *, asked: bool) -> Waiting | None:
    """Why an open case in this state waits; `asked`: a grant or a check is asked of who asks here.

    None for a state in which nobody owes the case anything.
    """
    if asked and state is not State.COMPLETED:
        return Waiting.GRANT
    return _BY_STATE.get(state)
