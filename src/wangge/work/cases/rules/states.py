"""The states of a case (事件) and the small vocabularies that moves use."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from wangge.lib.area_code import Level
from wangge.lib.message import Message


class State(StrEnum):
    """Where a case stands."""

    SUBMITTED = "submitted"  # 已登记
    ACCEPTED = "accepted"  # 已受理
    HANDLING = "handling"  # 办理中
    COMPLETED = "completed"  # 已办结: the handler's word
    CLOSED = "closed"  # 已结案: after a check by somebody else
    SUSPENDED = "suspended"  # 挂账
    TRANSFERRED = "transferred"  # 已转法定渠道
    WITHDRAWN = "withdrawn"  # 已撤回
    MERGED = "merged"  # 已并案: follows its main case

    @property
    def words(self) -> Message:
        """The state's name."""
        return Message(f"case.state.{self.value}")


BEFORE_COMPLETED: Final = frozenset(
    {State.SUBMITTED, State.ACCEPTED, State.HANDLING, State.SUSPENDED}
)
"""Open states before completion. A transferred case has left the platform's hands: what the
reporter wants withdrawn or renamed then is withdrawn or renamed at the channel."""

OPEN_STATES: Final = BEFORE_COMPLETED | {State.COMPLETED, State.TRANSFERRED}
"""States in which a case may be open; see ``is_open`` for the transferred."""

CASE_LEVELS: Final = (Level.VILLAGE, Level.TOWNSHIP, Level.COUNTY)
"""The levels that handle cases, from the lowest up."""


def is_open(state: State, *, has_receipt: bool) -> bool:
    """Whether somebody still owes the case something.

    A transferred case is open until the receipt of the other channel is recorded.
    """
    return state in OPEN_STATES and not (state is State.TRANSFERRED and has_receipt)


def level_above(level: Level) -> Level | None:
    """The next level up that handles cases, None above the county."""
    place = CASE_LEVELS.index(level) + 1
    return CASE_LEVELS[place] if place < len(CASE_LEVELS) else None


def level_below(level: Level) -> Level | None:
    """The next level down that handles cases, None below the village."""
    place = CASE_LEVELS.index(level)
    return CASE_LEVELS[place - 1] if place else None


class ClosingType(StrEnum):
    """How a case ended (办结方式)."""

    SETTLED = "settled"
    EXPLAINED_ACCEPTED = "explained_accepted"
    EXPLAINED_NOT_ACCEPTED = "explained_not_accepted"
    VILLAGE_DECISION = "village_decision"  # settled by the villagers' own decision (R14)
    CONDITIONS_LACKING = "conditions_lacking"
    NOT_VERIFIABLE = "not_verifiable"
    THANKED = "thanked"
    DECLINED = "declined"  # only by the move decline, never by a handler

    @property
    def words(self) -> Message:
        """How it ended."""
        return Message(f"case.closing.{self.value}")


CLOSING_BY_HANDLER: Final = tuple(kind for kind in ClosingType if kind is not ClosingType.DECLINED)
"""The closing types a holder may choose from."""


class Scale(StrEnum):
    """How many people a case concerns (GB/T 31000)."""

    INDIVIDUAL = "01"
    GROUP = "02"
    MAJOR = "03"

    @property
    def words(self) -> Message:
        """The scale's name."""
        return Message(f"case.scale.{self.value}")


class Channel(StrEnum):
    """A statutory channel outside the platform."""

    PETITION = "petition"
    COURT = "court"
    ARBITRATION = "arbitration"
    POLICE = "police"
    DISCIPLINE = "discipline"
    RECONSIDERATION = "reconsideration"
    OTHER = "other"

    @property
    def words(self) -> Message:
        """The channel's name."""
        return Message(f"case.channel.{self.value}")


class Card(StrEnum):
    """The grade of a supervision (督办)."""

    ORDINARY = "ordinary"
    YELLOW = "yellow"
    RED = "red"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> Message:
        """The grade's name."""
        return Message(f"case.card.{self.value}")


class Rating(StrEnum):
    """What the reporter thinks of the outcome."""

    SATISFIED = "satisfied"
    FAIRLY = "fairly"
    NOT = "not"

    @property
    def words(self) -> Message:
        """The rating in words."""
        return Message(f"case.rating.{self.value}")
