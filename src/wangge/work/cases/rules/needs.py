"""What must be said with a move, and what was said.

Each need is named as the field of ``Given`` that answers it, so that a form, a JSON body and a
refusal speak of the same thing by the same name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar
from uuid import UUID

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.work.cases.rules.states import Card, Channel, ClosingType, Rating, Scale

_Value = TypeVar("_Value")


class Need(StrEnum):
    """One thing to be said; the value is the name of its field in ``Given``."""

    WORDS = "words"
    REASON = "reason"
    TRIED = "tried"  # what was tried at this level
    AREA = "area"  # the code of the place
    CONTACT = "contact"  # may the handler contact you?
    CATEGORY = "category"
    LEVEL = "level"
    SCALE = "scale"
    URGENT = "urgent"
    UNIT = "unit"  # the lead, the responsible unit, the unit addressed
    ASSISTING = "assisting"
    DEPARTMENTS = "departments"
    POST = "post"
    PHOTO = "photo"
    AFTER_PHOTO = "after_photo"
    FOR_REPORTER = "for_reporter"  # whether the reporter may read it
    AMOUNT = "amount"  # of further time, in units of the term
    CONSENT_ON = "consent_on"  # the day both parties consented
    REVIEW_ON = "review_on"
    CHANNEL = "channel"
    RECEIPT = "receipt"
    RECEIPT_ON = "receipt_on"
    CLOSING = "closing"
    RATING = "rating"
    MAIN_CASE = "main_case"
    CARD = "card"
    ANSWER_DUE = "answer_due"

    @property
    def label(self) -> Message:
        """What a form calls it."""
        return Message(f"case.need.{self.value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was said with a move; whatever was not said is None or empty."""

    words: str = ""
    reason: str = ""
    tried: str = ""
    area: str | None = None
    contact: bool | None = None
    category: str | None = None
    level: Level | None = None
    scale: Scale | None = None
    urgent: bool | None = None
    unit: UnitFacts | None = None
    assisting: tuple[UnitFacts, ...] = ()
    departments: tuple[UnitFacts, ...] = ()
    post: UUID | None = None
    photo: tuple[UUID, ...] = ()  # files
    after_photo: tuple[UUID, ...] = ()
    for_reporter: bool | None = None
    amount: int | None = None
    consent_on: date | None = None
    review_on: date | None = None
    channel: Channel | None = None
    receipt: str = ""
    receipt_on: date | None = None
    closing: ClosingType | None = None
    rating: Rating | None = None
    main_case: UUID | None = None
    card: Card | None = None
    answer_due: datetime | None = None


NOTHING_SAID: Final = Given()


def missing(needs: Iterable[Need], given: Given) -> dict[str, Message]:
    """The needs that were not answered: field → what to say, in the order of ``needs``."""
    return {
        need.value: Message("case.refusal.missing", what=need.label)
        for need in needs
        if not _answered(getattr(given, need.value))
    }


def said(value: _Value | None) -> _Value:
    """What a need was answered with. ValueError if it was not: needs are checked before effects."""
    if value is None:
        raise ValueError("an act reached its effects with a need unanswered")
    return value


def _answered(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    # a no is an answer where a yes or no was asked
    return value is not None and value != ()
