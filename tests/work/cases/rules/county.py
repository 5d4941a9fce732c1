"""A small county for the law of cases: every kind of unit in two townships and three villages.

Everything is made from names, so that a failing example reads the same every time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache
from uuid import NAMESPACE_OID, UUID, uuid5

from tests.work.calendar import CALENDAR, MONDAY
from wangge.lib.area_code import Level, at_level, contains
from wangge.registers.organisations.rules.held import PostFacts, UnitFacts
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID, PostKind, post_kinds_of
from wangge.registers.organisations.rules.unit_kinds import unit_kind, unit_kinds
from wangge.work.cases.rules.acts import Act
from wangge.work.cases.rules.effects import after
from wangge.work.cases.rules.facts import CaseFacts, Chair, TaskFacts
from wangge.work.cases.rules.intake import opening
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.lawful import chair_for
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import NOTHING_SAID, Given
from wangge.work.cases.rules.outcome import Destination, Outcome, UnitSought, delivered
from wangge.work.cases.rules.routing import seed_routing
from wangge.work.cases.rules.states import State

COUNTY = "431124"
TOWNSHIP, OTHER_TOWNSHIP = "431124212", "431124101"
VILLAGE, NEXT_VILLAGE, FAR_VILLAGE = "431124212217", "431124212218", "431124101201"
GRID, NEXT_GRID = f"{VILLAGE}001", f"{VILLAGE}002"

AREAS = {
    Level.COUNTY: (COUNTY,),
    Level.TOWNSHIP: (TOWNSHIP, OTHER_TOWNSHIP),
    Level.VILLAGE: (VILLAGE, NEXT_VILLAGE, FAR_VILLAGE),
}
GRIDS = (GRID, NEXT_GRID, f"{NEXT_VILLAGE}001", f"{FAR_VILLAGE}001")

LAW = Law(CALENDAR, seed_routing())


def named(*parts: str) -> UUID:
    """The id of a thing by its name."""
    return uuid5(NAMESPACE_OID, "/".join(parts))


@cache
def unit(kind: str, place: str = GRID) -> UnitFacts:
    """The unit of a kind that answers for a place."""
    level = unit_kind(kind).level
    area = at_level(place, level)
    return UnitFacts(named(kind, area), kind, level, area)


@cache
def post(kind: str, post_kind: PostKind, place: str = GRID, person: str = "") -> PostFacts:
    """A post of that unit, held by somebody of its own unless a person is named."""
    its_unit = unit(kind, place)
    area = place if post_kind in OF_A_GRID else its_unit.area_code
    post_id = named(kind, area, post_kind)
    return PostFacts(post_id, post_kind, its_unit, area, named("person", person or str(post_id)))


# One person, many posts (A13): the village secretary is usually also station head.
SECRETARY_OF = ("v_branch", "v_committee", "v_service_station")


@cache
def everybody() -> tuple[PostFacts, ...]:
    """Every post of the county; the village secretaries hold three."""
    plain = [
        post(kind.code, post_kind, area, _secretary(kind.code, post_kind, area))
        for kind in unit_kinds().values()
        for area in AREAS[kind.level]
        for post_kind in post_kinds_of(kind.code)
        if post_kind not in OF_A_GRID
    ]
    workers = [
        post("v_service_station", kind, grid) for grid in GRIDS for kind in sorted(OF_A_GRID)
    ]
    return (*plain, *workers)


def _secretary(kind: str, post_kind: PostKind, area: str) -> str:
    both = kind in SECRETARY_OF and post_kind is PostKind.HEAD
    return f"secretary of {area}" if both else ""


def reported(category: str = "0404", area: str = GRID, at: datetime = MONDAY) -> CaseFacts:
    """A case just reported, on the desk it goes to."""
    begun = opening(category, area, LAW, at)
    its_unit = found(begun.handover.unit)
    return CaseFacts(
        case_id=named("case", category, area),
        state=State.SUBMITTED,
        level=begun.level,
        category_code=category,
        area_code=area,
        restricted=begun.restricted,
        responsible=its_unit,
        responsible_post_id=post_of(its_unit, begun.handover.post_kind, area),
        term=begun.term,
        next_look_at=begun.next_look_at,
    )


def found(destination: Destination) -> UnitFacts:
    """What the register answers when the law seeks a unit."""
    if isinstance(destination, UnitSought):
        return unit(destination.kind, destination.area_code)
    return destination


def post_of(its_unit: UnitFacts, kind: PostKind, place: str) -> UUID:
    """The id of the unit's post of a kind."""
    inside = place if contains(its_unit.area_code, place) else its_unit.area_code
    return post(its_unit.kind, kind, inside).post_id


def settled(outcome: Outcome, before: CaseFacts) -> CaseFacts:
    """The case after an outcome as the operation would write it: delivered, with its tasks."""
    case = outcome.case
    if outcome.handover is not None:
        its_unit = found(outcome.handover.unit)
        case = delivered(
            outcome, its_unit, post_of(its_unit, outcome.handover.post_kind, case.area_code)
        )
    new = tuple(
        TaskFacts(
            named("task", str(before.case_id), str(task.unit.unit_id), str(task.due_at)),
            task.kind,
            task.unit,
            task.due_at,
        )
        for task in outcome.tasks
    )
    return replace(case, tasks=(*case.tasks, *new))


def move(
    case: CaseFacts,
    code: MoveCode,
    chair: Chair,
    given: Given = NOTHING_SAID,
    *,
    at: datetime = MONDAY,
    stage: Stage = Stage.DO,
) -> CaseFacts:
    """The case after a move that has to be lawful. Refusal if it is not."""
    return settled(outcome_of(case, code, chair, given, at=at, stage=stage), case)


def outcome_of(
    case: CaseFacts,
    code: MoveCode,
    chair: Chair,
    given: Given = NOTHING_SAID,
    *,
    at: datetime = MONDAY,
    stage: Stage = Stage.DO,
) -> Outcome:
    """What the law says of such a move. Refusal if it is not lawful."""
    seat = chair_for(case, [chair], code, at, stage)
    return after(case, Act(move=code, stage=stage, chair=seat, at=at, given=given), LAW)
