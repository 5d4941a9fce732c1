"""An act: somebody makes a move, saying something, at an instant; and what has to be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from wangge.lib.work_calendar import WorkCalendar
from wangge.registers.organisations.rules.held import PostFacts
from wangge.work.cases.rules.facts import CaseFacts, Chair
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.limits import ExtendBy
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.needs import NOTHING_SAID, Given, Need


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One stage of a move as it is made."""

    move: MoveCode
    stage: Stage = Stage.DO
    chair: Chair
    at: datetime
    given: Given = NOTHING_SAID

    @property
    def post(self) -> PostFacts:
        """The post that acts. TypeError if the reporter or the clock does."""
        if not isinstance(self.chair, PostFacts):
            raise TypeError(f"{self.move} is made by a post")
        return self.chair


@dataclass(frozen=True, slots=True)
class Turn:
    """An act on a case under the law of the day.

    ``case`` changes while the effects are worked out; ``before`` is the case as it was found.
    """

    case: CaseFacts
    before: CaseFacts
    act: Act
    law: Law

    @property
    def at(self) -> datetime:
        """The instant of the act."""
        return self.act.at

    @property
    def given(self) -> Given:
        """What was said."""
        return self.act.given

    @property
    def calendar(self) -> WorkCalendar:
        """The working-day calendar in force."""
        return self.law.calendar


def needs_of(case: CaseFacts, code: MoveCode, stage: Stage, chair: Chair) -> tuple[Need, ...]:
    """What must be said with this stage of the move in this case."""
    match stage:
        case Stage.GRANT:
            return ()
        case Stage.REFUSE:
            return (Need.REASON,)
        case Stage.DO | Stage.ASK:
            return (*MOVES[code].needs, *_further_needs(case, code, stage, chair))


def offers_of(code: MoveCode, stage: Stage) -> tuple[Need, ...]:
    """What may be said besides."""
    return () if stage is Stage.REFUSE else MOVES[code].offers


def _further_needs(case: CaseFacts, code: MoveCode, stage: Stage, chair: Chair) -> Iterator[Need]:
    if code is MoveCode.COMPLETE and case.category.after_photo and not case.has_after_photo:
        yield Need.AFTER_PHOTO
    if code is MoveCode.VERIFY_PASS and isinstance(chair, PostFacts):
        yield Need.WORDS  # how it was checked; the reporter's word and the clock need no more
    if code is MoveCode.EXTEND and stage is Stage.DO:
        rule = case.term_rule
        if rule is not None and rule.extend_by is ExtendBy.BOTH_PARTIES:
            yield Need.CONSENT_ON
