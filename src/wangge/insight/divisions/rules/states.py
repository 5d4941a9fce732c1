"""The states of scenarios, runs and drafts, and which move leads to which."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from wangge.lib.message import Message


def run_words(state: str) -> Message:
    """Where a scenario or one of its villages stands (`orders.rules.OrderState`), in words."""
    return Message(f"division.run.{state}")


class Manner(StrEnum):
    """Whose division it is: the one in force, or the engine's with groups kept whole or priced."""

    TODAY = "today"
    WHOLE = "whole"
    SOFT = "soft"

    @property
    def words(self) -> Message:
        return Message(f"division.manner.{self.value}")


class DraftState(StrEnum):
    """From the drawing board into force."""

    DRAWING = "drawing"
    SUBMITTED = "submitted"  # the township has it
    ENDORSED = "endorsed"  # the county has it
    APPROVED = "approved"  # waits for its day
    ADOPTING = "adopting"  # a job moves groups, households, posts and open cases
    IN_FORCE = "in_force"
    GIVEN_UP = "given_up"

    @property
    def words(self) -> Message:
        return Message(f"division.draft.{self.value}")

    @property
    def open(self) -> bool:
        return self not in {DraftState.IN_FORCE, DraftState.GIVEN_UP}

    @property
    def lies_ahead(self) -> bool:
        """Whether the grids are still as they were: it has not begun, and was not given up."""
        return self.open and self is not DraftState.ADOPTING


class DraftMove(StrEnum):
    """A step in the life of a draft."""

    DRAW = "draw"
    SUBMIT = "submit"
    ENDORSE = "endorse"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    GIVE_UP = "give_up"
    BEGIN = "begin"  # the clock, on the day
    FINISH = "finish"  # the clock, when the last piece is done

    @property
    def words(self) -> Message:
        return Message(f"division.move.{self.value}")


NEXT: Final[dict[tuple[DraftState, DraftMove], DraftState]] = {
    (DraftState.DRAWING, DraftMove.DRAW): DraftState.DRAWING,
    (DraftState.DRAWING, DraftMove.SUBMIT): DraftState.SUBMITTED,
    (DraftState.DRAWING, DraftMove.GIVE_UP): DraftState.GIVEN_UP,
    (DraftState.SUBMITTED, DraftMove.ENDORSE): DraftState.ENDORSED,
    (DraftState.SUBMITTED, DraftMove.SEND_BACK): DraftState.DRAWING,
    (DraftState.ENDORSED, DraftMove.APPROVE): DraftState.APPROVED,
    (DraftState.ENDORSED, DraftMove.SEND_BACK): DraftState.DRAWING,
    (DraftState.APPROVED, DraftMove.SEND_BACK): DraftState.DRAWING,
    (DraftState.APPROVED, DraftMove.BEGIN): DraftState.ADOPTING,
    (DraftState.ADOPTING, DraftMove.FINISH): DraftState.IN_FORCE,
}
"""What a draft becomes by a move; a pair that is missing is not lawful."""
