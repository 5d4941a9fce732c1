"""What a move of a case is made of; the moves themselves stand in ``move_table``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wangge.work.cases.rules.conditions import Condition
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import Need
from wangge.work.cases.rules.seats import Seat
from wangge.work.cases.rules.states import OPEN_STATES, State


class ClockEffect(StrEnum):
    """What a move does to the running term."""

    ACCEPT = "accept"  # the accept term starts
    LEVEL = "level"  # the handle term of the level starts
    RECEIVING = "receiving"  # the same, if another level received the case; else it goes on
    KEEP = "keep"  # what runs goes on
    SHORTER = "shorter"  # it goes on unless the level's term would end sooner
    WAIT = "wait"  # it stands still while the reporter adds what is missing
    RESUME = "resume"  # the remaining term goes on
    RETURN = "return"  # the sender's remaining term goes on
    HALF = "half"  # half of the level's term starts
    LONGER = "longer"  # its end moves
    REVIEW = "review"  # it stands still until a review
    VERIFY = "verify"  # the verify term starts
    PAUSE = "pause"  # it stands still, and nothing runs
    STOP = "stop"  # nothing runs any more
    BEFORE = "before"  # the clocks of the step before


class Recipient(StrEnum):
    """Who hears of a move. The unit is the one responsible *after* the move."""

    REPORTER = "reporter"
    REPORTER_IF_VISIBLE = "reporter_if_visible"
    UNIT = "unit"
    UNITS = "units"  # all that take part
    JOINING = "joining"  # those given a task with this move
    HOLDER = "holder"
    ASKER = "asker"
    GRANTER = "granter"
    CHECKERS = "checkers"
    ADDRESSED = "addressed"  # the unit named in the move
    EARLIER_RECIPIENTS = "earlier_recipients"  # everybody who heard of the step that is undone


@dataclass(frozen=True, slots=True)
class Who:
    """The seats of a move: who does it, or who asks for it and who grants or refuses it."""

    do: tuple[Seat, ...] = ()
    ask: tuple[Seat, ...] = ()
    grant: tuple[Seat, ...] = ()

    def seats(self, stage: Stage) -> tuple[Seat, ...]:
        """The seats that make this stage of the move."""
        match stage:
            case Stage.DO:
                return self.do
            case Stage.ASK:
                return self.ask
            case Stage.GRANT | Stage.REFUSE:
                return self.grant

    @property
    def everybody(self) -> tuple[Seat, ...]:
        """All seats of the move, each once."""
        return tuple(dict.fromkeys((*self.do, *self.ask, *self.grant)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One row of the table."""

    code: MoveCode
    states: frozenset[State]
    to: State | None = None  # None: the same, or for unmerge and undo the state before
    who: Who
    needs: tuple[Need, ...] = ()
    offers: tuple[Need, ...] = ()  # what may be said besides
    conditions: tuple[Condition, ...] = ()
    clock: ClockEffect = ClockEffect.KEEP
    recipients: tuple[Recipient, ...] = ()

    @property
    def asks_for_open(self) -> bool:
        """Whether "any open" stands in the table, so that a receipt ends it."""
        return self.states >= OPEN_STATES and State.CLOSED not in self.states
