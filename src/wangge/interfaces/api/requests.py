"""What a program may send: the bodies and filters of requests, exact and closed.

Fields they do not name are refused, and nothing is converted: a number in quotation marks is no
number. What the law makes of a value is not decided here.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Final, Literal, TypeVar
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from wangge.lib.area_code import level_of
from wangge.lib.message import Message
from wangge.work.cases.queries.provided import LONGEST_TEXT
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.states import Card, Channel, ClosingType, Rating, Scale

Instant = TypeVar("Instant", date, datetime)

WITHOUT_NUL: Final = r"^[^\x00]*$"  # PostgreSQL takes no NUL in a text
YEARS: Final = range(2000, 2100)


def _area(code: str) -> str:
    level_of(code)
    return code


def _near(instant: Instant) -> Instant:
    """Distant years are typing errors, and the calendar of working days does not reach them."""
    if instant.year not in YEARS:
        raise ValueError(instant.year)
    return instant


Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT, pattern=WITHOUT_NUL)]
Line = Annotated[str, StringConstraints(max_length=80, pattern=WITHOUT_NUL)]
AreaCode = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9][0-9]{5}([0-9]{3}){0,3}$"),
    AfterValidator(_area),
    Field(description="County, township, village or grid: 6, 9, 12 or 15 digits, not padded."),
]
CategoryCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
CaseNumber = Annotated[str, StringConstraints(pattern=r"^SJ[0-9]{19}$")]
Day = Annotated[date, AfterValidator(_near)]
Moment = Annotated[AwareDatetime, AfterValidator(_near)]
Units = Annotated[list[UUID], Field(max_length=20)]
Files = Annotated[list[UUID], Field(max_length=20)]


class Asked(BaseModel):
    """What all requests share: closed, exact, and frozen once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Point(Asked):
    """A point in CGCS2000 degrees, within the country."""

    longitude: float = Field(ge=73, le=136)
    latitude: float = Field(ge=3, le=54)


class NewCase(Asked):
    """A report. `area` is the smallest place known; `name` and `phone` are the reporter's.

    Without `query_code` the platform makes one. Without `handler_may_contact` the category decides.
    """

    words: Annotated[Text, Field(min_length=1)]
    category: CategoryCode
    area: AreaCode
    channel: Literal["api", "behalf", "hotline", "worker", "visit", "patrol", "staff"] = "api"
    handler_may_contact: bool | None = None
    query_code: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{8}$")] | None = None
    group: int | None = Field(None, ge=1, le=999, description="Number of the villager group.")
    place_words: str = Field("", max_length=200, pattern=WITHOUT_NUL)
    point: Point | None = None
    name: str = Field("", max_length=60, pattern=WITHOUT_NUL)
    phone: str = Field("", max_length=20, pattern=WITHOUT_NUL)
    occurred_at: Moment | None = Field(
        None,
        description="When it was entered, by the clock of a device that sends it later."
        " Kept as it is; marked as doubtful if it lies far back or ahead.",
    )
    complained_of: list[Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]] = Field(
        default_factory=list, max_length=10, description="Kinds of units a complaint is about."
    )


class NewMove(Asked):
    """A stage of a move, made on the case as of `version`; further fields by the name of the need.

    What a move needs and what it offers to take stands with the case, under `moves`.
    """

    move: MoveCode
    stage: Stage = Stage.DO
    version: int = Field(ge=1, le=2**31 - 1)

    words: Text | None = None
    reason: Text | None = None
    tried: Text | None = None
    area: AreaCode | None = None
    contact: bool | None = None
    category: CategoryCode | None = None
    level: Literal["village", "township", "county"] | None = None
    scale: Scale | None = None
    urgent: bool | None = None
    unit: UUID | None = None
    assisting: Units | None = None
    departments: Units | None = None
    post: UUID | None = None
    photo: Files | None = None
    after_photo: Files | None = None
    for_reporter: bool | None = None
    amount: int | None = Field(None, ge=1, le=999)
    consent_on: Day | None = None
    review_on: Day | None = None
    channel: Channel | None = None
    receipt: Line | None = None
    receipt_on: Day | None = None
    closing: ClosingType | None = None
    rating: Rating | None = None
    main_case: CaseNumber | None = None
    card: Card | None = None
    answer_due: Moment | None = None


ListedState = Literal[
    "open",
    "submitted",
    "accepted",
    "handling",
    "completed",
    "closed",
    "suspended",
    "transferred",
    "withdrawn",
    "merged",
]


class Filters(BaseModel):
    """Which cases, and which page of them. Open ones come by due time, others the newest first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    area: AreaCode | None = None
    state: ListedState | None = Field(None, description='A state, or "open" for all open ones.')
    light: Literal["red", "yellow"] | None = None
    category: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}([0-9]{2})?$")] | None = None
    unit: UUID | None = Field(None, description="The responsible unit.")
    limit: int = Field(50, ge=1, le=100)
    after: Annotated[str, StringConstraints(max_length=2000)] | None = None
    before: Annotated[str, StringConstraints(max_length=2000)] | None = None


def trouble(kind: str, most: int | None = None) -> Message:
    """What is wrong with a field, by pydantic's name for the error."""
    match kind:
        case "missing":
            return Message("api.wrong.missing")
        case "extra_forbidden":
            return Message("api.wrong.unknown")
        case "string_too_long" | "too_long" if most is not None:
            return Message("api.wrong.too_long", most=most)
        case _:
            return Message("api.wrong.form")
