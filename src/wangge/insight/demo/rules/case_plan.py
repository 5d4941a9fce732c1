"""The scripted cases of the small demo, as data: the owner of the demo plays them by operations.

Every case is neutral: a lamp, a pipe, waste, a question. Real villages bear no dispute and no
complaint, not even invented ones.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from wangge.insight.demo.rules.case_paths import PATHS, REPORTER, WORKER, Step
from wangge.insight.demo.rules.geography.divisions import rows
from wangge.insight.demo.rules.population.seats import key_of_holder, key_of_reporter
from wangge.lib.area_code import Level, at_level
from wangge.registers.organisations.rules.unit_kinds import unit_kind
from wangge.work.cases.rules.categories import category
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.routing import seed_routing

WorkerOf = Callable[[str, int], str]
"""Village code and group number → the key of the person who works the group's grid."""

# The unit that routing names for the case at a level.
_LEADS: Final = {
    "village_lead": Level.VILLAGE,
    "township_lead": Level.TOWNSHIP,
    "county_lead": Level.COUNTY,
}


class Contact(StrEnum):
    """What the reporter chose about being contacted."""

    PRESET = "preset"  # left as the category presets it
    YES = "yes"  # the handler may call
    NO = "no"  # only through the centre
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """A move, `after_hours` after the one before (the first: after the report).

    `fields` bear the names of `Given`, with plain values: kinds of units for `unit`,
    `departments`; `kind of unit.kind of post` for `post`; a planned case's key for `main_case`;
    true where an `after_photo` is to be made; whole days from the move for `review_on`,
    `receipt_on`, `answer_due`.
    """

    move: MoveCode
    by_key: str
    after_hours: float
    fields: dict[str, Any]
    stage: Stage


@dataclass(frozen=True, slots=True)
class PlannedCase:
    """A case as it is reported, and how it goes on.

    `entered_by` is who enters it: the reporter, or for channels of the staff the worker or the
    clerk of the station. A move's `by_key` equal to `reporter_key` is the reporter's own.
    """

    key: str
    text: str
    category: str
    village: str
    group: int
    channel: str
    reporter_key: str
    entered_by: str
    contact: Contact
    days_ago: float
    moves: tuple[PlannedMove, ...]


def plan_cases(worker_of: WorkerOf) -> tuple[PlannedCase, ...]:
    """Every scripted case, main cases before those merged into them, in the table's order."""
    texts = {row["key"]: row for row in rows("case_texts.csv")}
    said = {row["key"]: row["text"] for row in rows("move_texts.csv")}
    return tuple(
        _planned(row, texts[row["key"]]["text"], said | texts[row["key"]], worker_of)
        for row in rows("cases.csv")
    )


def _planned(
    row: dict[str, str], text: str, said: dict[str, str], worker_of: WorkerOf
) -> PlannedCase:
    village, group = row["village"], int(row["group"])
    case = _Case(
        category=row["category"],
        village=village,
        main=row["main"],
        said=said,
        reporter=key_of_reporter(village, int(row["reporter"])),
        worker=worker_of(village, group),
    )
    return PlannedCase(
        key=row["key"],
        text=text,
        category=case.category,
        village=village,
        group=group,
        channel=row["channel"],
        reporter_key=case.reporter,
        entered_by=case.entered_by(row["channel"]),
        contact=Contact(row["contact"]),
        days_ago=float(row["days_ago"]),
        moves=tuple(case.moves(PATHS[row["path"]])),
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """What the steps of a path need to know of the case."""

    category: str
    village: str
    main: str
    said: dict[str, str]
    reporter: str
    worker: str

    def entered_by(self, channel: str) -> str:
        match channel:
            case "worker" | "visit":
                return self.worker
            case "behalf":
                return key_of_holder("v_service_station", self.village, "intake")
            case _:
                return self.reporter

    def moves(self, path: tuple[Step, ...]) -> Iterator[PlannedMove]:
        known = self.category
        for step in path:
            fields = {name: self._value(value) for name, value in step.fields.items()}
            fields |= {name: self.said[key] for name, key in step.says.items()}
            known = fields.get("category", known)
            if step.move is MoveCode.ACCEPT:
                fields["category"] = known
            if step.move is MoveCode.COMPLETE and category(known).after_photo:
                fields["after_photo"] = True
            yield PlannedMove(step.move, self._key(step.by), step.after, fields, step.stage)

    def _value(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._value(each) for each in value]
        if value == "main":
            return self.main
        if isinstance(value, str):
            kind, dot, post = value.partition(".")
            return self._kind(kind) + dot + post
        return value

    def _key(self, by: str) -> str:
        if by == REPORTER:
            return self.reporter
        if by == WORKER:
            return self.worker
        named, _, post = by.partition(".")
        kind = self._kind(named)
        return key_of_holder(kind, at_level(self.village, unit_kind(kind).level), post)

    def _kind(self, named: str) -> str:
        if named not in _LEADS:
            return named
        route = seed_routing().route(self.category, _LEADS[named])
        if route is None:
            raise ValueError(f"nobody handles {self.category} at the level of {named}")
        return route.lead
