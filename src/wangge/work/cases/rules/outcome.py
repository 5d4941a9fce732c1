"""What a move brings about, as a value: the operation that makes the move writes it down.

Units and posts that only the registers can name are *sought*: the law says which kind of unit for
which place, the operation looks it up and completes the case with ``delivered``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from wangge.lib.message import Message
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.registers.organisations.rules.post_kinds import PostKind, desk_of
from wangge.work.cases.rules.facts import CaseFacts, TaskKind
from wangge.work.cases.rules.moves import Recipient
from wangge.work.cases.rules.states import State


@dataclass(frozen=True, slots=True)
class UnitSought:
    """The unit of a kind whose area holds the place ``area_code``."""

    kind: str
    area_code: str


Destination: TypeAlias = UnitFacts | UnitSought


@dataclass(frozen=True, slots=True)
class Handover:
    """The case goes to a unit, and there to the post of a kind until somebody takes it."""

    unit: Destination
    post_kind: PostKind


class Role(StrEnum):
    """In what capacity a unit takes part in a case (参与单位)."""

    RESPONSIBLE = "responsible"
    ASSISTING = "assisting"
    COORDINATED = "coordinated"
    INFORMED = "informed"  # it had the case before
    VERIFIER = "verifier"

    @property
    def words(self) -> Message:
        """The part's name."""
        return Message(f"case.role.{self.value}")


@dataclass(frozen=True, slots=True)
class Joining:
    """A unit that takes part from now on."""

    unit: Destination
    role: Role


@dataclass(frozen=True, slots=True)
class NewTask:
    """What a joining unit owes, and until when."""

    kind: TaskKind
    unit: UnitFacts
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A case after a move, and what has to be done about it.

    ``case`` is complete but for its hands where there is a ``handover``, and for the tasks, which
    get their ids when they are written.
    """

    case: CaseFacts
    handover: Handover | None = None
    joining: tuple[Joining, ...] = ()
    leaving: tuple[UnitFacts, ...] = ()  # they take part no longer and lose sight of the case
    tasks: tuple[NewTask, ...] = ()
    recipients: tuple[Recipient, ...] = ()


def delivered(outcome: Outcome, unit: UnitFacts, post_id: UUID) -> CaseFacts:
    """The case in the hands of the unit and post that were found for its handover."""
    return replace(outcome.case, responsible=unit, responsible_post_id=post_id, holder_post_id=None)


def to_unit(unit: Destination, state: State) -> Handover:
    """A handover to a unit: what waits for a decision lies on its desk, work on its head."""
    at_work = state in {State.HANDLING, State.SUSPENDED}
    return Handover(unit, PostKind.HEAD if at_work else desk_of(unit.kind))
