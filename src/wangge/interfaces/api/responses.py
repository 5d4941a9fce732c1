"""What a program gets: the bodies of answers.

None of them says who reported, only whether there is a reporter who can be asked.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import Need
from wangge.work.cases.rules.states import Scale, State


class Said(BaseModel):
    """A message: its stable code, what it speaks of, and its words in the language of the call."""

    code: str
    params: dict[str, Any]
    words: str


class UnitTold(BaseModel):
    """A unit by its key, its kind, and the area it answers for."""

    id: UUID
    kind: str
    area: str


class PostTold(BaseModel):
    """A post by its key and kind."""

    id: UUID
    kind: str


class ReporterTold(BaseModel):
    """Whether the reporter can be reached. Who it is, no program learns."""

    known: bool


class PointTold(BaseModel):
    """A point in CGCS2000 degrees."""

    longitude: float
    latitude: float


class CaseLine(BaseModel):
    """A case in a list. It is yellow from `yellow_at` on and red from `due_at`, if it has both."""

    number: str
    state: State
    level: Literal["village", "township", "county"]
    category: str
    area: str
    urgent: bool
    restricted: bool
    responsible_unit: UnitTold
    reported_at: datetime
    yellow_at: datetime | None
    due_at: datetime | None
    version: int


class CasePage(BaseModel):
    """A page of a list, with the addresses of its neighbours."""

    items: list[CaseLine]
    next: str | None
    previous: str | None


class OpenMove(BaseModel):
    """A stage of a move that the caller may make now, what it asks for, and what comes of it."""

    move: MoveCode
    stage: Stage
    needs: list[Need]
    offers: list[Need]
    outlook: Said


class CaseTold(CaseLine):
    """A case whole, with what the caller may do with it now.

    Where its parties are hidden from the caller, `words` and `reporter` are null, and the place is
    told no finer than the village.
    """

    is_open: bool
    scale: Scale | None
    channel: str
    words: str | None
    place_words: str
    group: int | None
    point: PointTold | None
    responsible_post: PostTold
    reporter: ReporterTold | None
    promised_at: datetime | None
    completed_at: datetime | None
    closed_at: datetime | None
    closing: str | None
    moves: list[OpenMove]


class StepTold(BaseModel):
    """A step of the story. `unit` and `post` are who took it; without them the reporter or the clock."""

    version: int
    move: str
    stage: Stage
    at: datetime
    occurred_at: datetime | None
    clock_doubtful: bool
    from_state: State | None
    to_state: State
    unit: UnitTold | None
    post: PostTold | None
    to_unit: UnitTold | None
    words: str
    for_reporter: bool


class Story(BaseModel):
    """Every step of a case, the oldest first."""

    items: list[StepTold]


class CaseReceipt(BaseModel):
    """Number and query code: with both the reporter looks up the case. The code is told only here."""

    number: str
    query_code: str
    version: int


class MoveMade(BaseModel):
    """The case after the move."""

    number: str
    state: State
    version: int


class Problem(BaseModel):
    """A refusal or a fault (RFC 9457). `code` is stable; `instance` is the reference number of the call."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    params: dict[str, Any]
    fields: dict[str, Said]
    data: dict[str, Any]
