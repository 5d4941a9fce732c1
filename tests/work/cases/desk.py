"""Cases in motion for tests: the staff of the small county at their desks, on a settled day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any, TypeVar
from uuid import UUID

from PIL import Image

from tests.factories.world import COUNTY, VILLAGE
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.registers.accounts.models import Account
from wangge.registers.audit.models import AuditEvent
from wangge.registers.files.operations import adopt, keep
from wangge.registers.organisations.models import Post, Unit
from wangge.registers.organisations.queries.actors import actor_of
from wangge.work.cases.models import Case, CaseStep
from wangge.work.cases.operations import Filing, move, report
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.provided import given_from
from wangge.work.cases.queries.receipts import receipt_digest
from wangge.work.cases.queries.sight import visible
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.move_codes import MoveCode, Stage

T = TypeVar("T")

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # 10:00 in the county
GRID = f"{VILLAGE}001"
CODE = "A3CDEFGH"
LAMP = "0404"  # street lights: the village's, with an "after" photo
ENQUIRY = "0604"


class Desk:
    """One case, and everybody who may act on it. Each act happens an hour after the one before."""

    def __init__(self, at: datetime = MONDAY) -> None:
        self.at = at
        self.case_id: UUID | None = None
        self.number = ""

    def report(self, category: str = LAMP, by: Actor | None = None, **filing: Any) -> Case:
        """A resident reports; the case of the desk is this one."""
        said: dict[str, Any] = {
            "words": "五组路灯不亮",
            "area_code": GRID,
            "query_code": CODE,
            "handler_may_contact": True,
            "channel": "portal",
            "name": "甲居民",
            "phone": "10000000001",
        } | filing
        who = by or Actor.visitor()
        case = door(who, lambda: report(Filing(category=category, **said), by=who, at=self.at))
        self.case_id, self.number = case.pk, case.number
        return case

    def actor(self, key: str) -> Actor:
        """A member of staff by key; `reporter` is the person with the receipt."""
        if key == "reporter":
            return Actor.reporter(receipt_digest(self.number, CODE))
        if key == "clock":
            return Actor.clock(COUNTY)
        return actor_of(Account.objects.get(username=key).pk, self.at)

    def through(self, key: str, unit: Callable[[Actor], T]) -> T:
        """Something done by somebody, through the door, an hour later."""
        self.at += timedelta(hours=1)
        by = self.actor(key)
        return door(by, lambda: unit(by))

    def move(
        self,
        key: str,
        code: MoveCode,
        *,
        stage: Stage = Stage.DO,
        version: int | None = None,
        **said: Any,
    ) -> CaseStep:
        """A move as a form would make it."""
        return self.through(
            key,
            lambda by: move(
                self.case_id,
                code,
                given_from(said),
                by=by,
                at=self.at,
                stage=stage,
                version=version,
            ),
        )

    def ask(self, query: Callable[[], T]) -> T:
        """What the platform itself sees."""
        return door(Actor.clock(COUNTY), query)

    @property
    def case(self) -> Case:
        return self.ask(self.case_row)

    def case_row(self) -> Case:
        """The case as the actor in the door reads it."""
        return Case.objects.get(pk=self.case_id)

    def seen_by(self, by: Actor) -> Case:
        """The case as a page asks for it."""
        return visible(by).get(pk=self.case_id)

    @property
    def facts(self) -> CaseFacts:
        return facts_of(self.case)

    def steps(self) -> list[tuple[str, str]]:
        """The story: move and stage of each step."""
        rows = CaseStep.objects.filter(case=self.case_id).order_by("ordinal")
        return self.ask(lambda: list(rows.values_list("move", "stage")))

    def events(self) -> list[str]:
        """What the audit log says was done to the case, in order."""
        rows = AuditEvent.objects.filter(object_id=str(self.case_id)).order_by("at", "id")
        return self.ask(lambda: [codes["move"] for codes in rows.values_list("codes", flat=True)])

    def to_township(self) -> None:
        """A street light, accepted in the village and escalated."""
        self.report()
        self.accept("station_clerk")
        self.move("station_head", MoveCode.ESCALATE, reason="村里没有配件", tried="已断电")

    def at_work(self) -> None:
        """The same, dispatched to the construction station and taken there."""
        self.to_township()
        self.move("township_centre", MoveCode.DISPATCH, unit=str(unit("t_land")))
        self.move("village_land_head", MoveCode.TAKE)

    def accept(self, key: str, category: str = LAMP, level: str = "village", **said: Any) -> None:
        self.move(key, MoveCode.ACCEPT, category=category, level=level, **{"scale": "01"} | said)

    def complete(self, key: str) -> CaseStep:
        """Completed, with a photo of the lamp that burns again."""
        return self.move(
            key,
            MoveCode.COMPLETE,
            closing="settled",
            words="已修好",
            after_photo=[str(self.photo(key))],
        )

    def photo(self, key: str, colour: str = "white") -> UUID:
        kept = keep(picture(colour), at=self.at)
        return self.through(key, lambda by: adopt(kept, by=by, at=self.at))


def unit(kind: str) -> UUID:
    """The unit of a kind over the grid of the tests."""
    found = Unit.objects.get(kind=kind, area__in=[COUNTY, VILLAGE[:9], VILLAGE])
    return UUID(str(found.pk))


def post(kind: str, post_kind: str) -> UUID:
    return UUID(str(Post.objects.get(unit=unit(kind), kind=post_kind).pk))


def picture(colour: str = "white", kind: str = "PNG", side: int = 40) -> bytes:
    """A small image."""
    drawn = BytesIO()
    Image.new("RGB", (side, side), colour).save(drawn, kind)
    return drawn.getvalue()
