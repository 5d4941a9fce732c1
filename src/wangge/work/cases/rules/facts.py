"""Everything the law needs to know of a case and of the person who wants to move it.

Frozen values without behaviour beyond one-line questions. The database fills them in, a test
invents them; the law cannot tell the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.organisations.rules.held import PostFacts, UnitFacts
from wangge.work.cases.rules.categories import Category, category
from wangge.work.cases.rules.limits import TermRule, term_for, term_key
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.states import ClosingType, Scale, State, is_open
from wangge.work.terms.rules.terms import Allowance, Phase, Term


@dataclass(frozen=True, slots=True)
class Reporter:
    """The person who reported the case, known by account or by number and query code alone."""

    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The platform itself, when a time has come."""


Chair: TypeAlias = PostFacts | Reporter | Clock
"""What somebody sits in when moving a case. A person may sit in several: a worker who reported
a case has the reporter's chair as well as the worker's own."""


class TaskKind(StrEnum):
    """What another unit owes the case."""

    ASSIST = "assist"  # a part of the work
    ANSWER = "answer"  # an answer to the township that coordinates

    @property
    def words(self) -> Message:
        """What is owed."""
        return Message(f"case.task.{self.value}")


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """An open task of another unit; ``binding`` once the county centre has made it so."""

    task_id: UUID
    kind: TaskKind
    unit: UnitFacts
    due_at: datetime
    binding: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """A step somebody has asked for and somebody else has to grant."""

    move: MoveCode
    post_id: UUID
    person_id: UUID
    amount: int | None = None  # extend: how much more, in units of the term
    review_on: date | None = None  # suspend: when to look at it again


@dataclass(frozen=True, slots=True)
class StepFacts:
    """The last step made, and the case as it stood before it (itself without a last step)."""

    move: MoveCode
    post_id: UUID | None  # None: the reporter or the clock
    at: datetime
    before: CaseFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """A case at one instant."""

    # what it is
    case_id: UUID
    state: State
    level: Level
    category_code: str
    area_code: str  # the finest code known; the county's where the place is not known yet
    scale: Scale | None = None  # confirmed on acceptance
    urgent: bool = False
    restricted: bool = False
    barred_units: frozenset[UUID] = frozenset()  # complained of, with their line: no seat at all
    reporter_reachable: bool = True

    # in whose hands
    responsible: UnitFacts
    responsible_post_id: UUID
    holder_post_id: UUID | None = None  # None: nobody of the unit has taken it yet
    handled_by_posts: frozenset[UUID] = frozenset()
    handled_by_persons: frozenset[UUID] = frozenset()
    sender: UnitFacts | None = None  # the centre that gave it to the responsible unit
    came_from_above: bool = False
    tasks: tuple[TaskFacts, ...] = ()  # the open ones
    request: Request | None = None

    # what time it has
    term: Term | None = None  # the one that runs
    rest: Allowance | None = None  # what is left of the handle term while another phase runs
    sender_rest: Allowance | None = None  # what is left of the sender's, for a send-back
    send_back_until: datetime | None = None
    promised_at: datetime | None = None  # the total promised to the reporter
    ceiling_at: datetime | None = None
    next_look_at: datetime | None = None  # None only for a case that is not open

    # what happened to it
    sent_back_by: frozenset[UUID] = frozenset()
    decided: bool = False  # the centre has decided who is responsible
    extensions: int = 0  # of the running handle term
    questions: int = 0  # how often the reporter was asked for more
    has_after_photo: bool = False
    closing: ClosingType | None = None
    has_receipt: bool = False  # of the other channel
    completed_at: datetime | None = None
    closed_at: datetime | None = None
    reopened: int = 0
    rated: bool = False
    main_case_id: UUID | None = None
    state_before_merge: State | None = None
    last_step: StepFacts | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still owes the case something."""
        return is_open(self.state, has_receipt=self.has_receipt)

    @property
    def category(self) -> Category:
        """The category the case has now."""
        return category(self.category_code)

    @property
    def key(self) -> str:
        """The key of the terms that apply to the case."""
        return term_key(self.category.key, urgent=self.urgent)

    @property
    def holder(self) -> UUID:
        """The post the case lies on: who took it, until then the unit's desk or head."""
        return self.holder_post_id or self.responsible_post_id

    @property
    def is_waiting_for_reporter(self) -> bool:
        """Whether the reporter was asked for more and the clock waits."""
        return self.term is not None and self.term.phase is Phase.WAIT

    @property
    def term_rule(self) -> TermRule | None:
        """The rule of the running handle term, None while another phase runs."""
        if self.term is None or self.term.phase is not Phase.HANDLE:
            return None
        return term_for(self.term.allowance.key, Phase.HANDLE, self.term.allowance.level)

    def was_handled_by(self, chair: Chair) -> bool:
        """Whether this post, or this person in any post, has handled the case."""
        match chair:
            case PostFacts():
                return (
                    chair.post_id in self.handled_by_posts
                    or chair.person_id in self.handled_by_persons
                )
            case Reporter():
                return chair.person_id in self.handled_by_persons
            case Clock():
                return False

    def has_task_of(self, unit_id: UUID) -> bool:
        """Whether the unit still owes the case something besides the responsible one."""
        return any(task.unit.unit_id == unit_id for task in self.tasks)
