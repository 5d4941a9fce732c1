"""The people of the stories, and the cases they begin with."""

from __future__ import annotations

from datetime import datetime

from tests.work.calendar import MONDAY
from tests.work.cases.rules.county import move, named, post, reported, unit
from wangge.lib.area_code import Level
from wangge.registers.organisations.rules.post_kinds import PostKind, desk_of
from wangge.work.cases.rules.facts import CaseFacts, Chair, Reporter
from wangge.work.cases.rules.lawful import why_not
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.states import (
    ClosingType,
    Scale,
)

REPORTER = Reporter(named("person", "reporter"))
WORKER = post("v_service_station", PostKind.GRID_WORKER)
STATION_DESK = post("v_service_station", PostKind.INTAKE)
STATION_HEAD = post("v_service_station", PostKind.HEAD)
TOWNSHIP_DESK = post("t_grid_centre", PostKind.INTAKE)
TOWNSHIP_HEAD = post("t_grid_centre", PostKind.HEAD)
TOWNSHIP_LEADER = post("t_government", PostKind.HEAD)
WATER_STATION = post("t_water", PostKind.HANDLER)
COUNTY_DESK = post("county_grid_centre", PostKind.INTAKE)
COUNTY_HEAD = post("county_grid_centre", PostKind.HEAD)
WATER = post("water", PostKind.HANDLER)

PHOTO = (named("photo"),)
WHY = Given(reason="beyond us", tried="we patched it twice")


def refusal(case: CaseFacts, code: MoveCode, chair: Chair, at: datetime = MONDAY) -> str | None:
    """The code of the reason why not, None if the move is open."""
    message = why_not(case, [chair], code, at)
    return message and message.code


def accepted(category: str = "0404", level: Level = Level.VILLAGE) -> CaseFacts:
    case = reported(category)
    desk = post(case.responsible.kind, desk_of(case.responsible.kind))
    said = Given(category=category, level=level, scale=Scale.INDIVIDUAL, reason="as seen")
    return move(case, MoveCode.ACCEPT, desk, said)


def at_township() -> CaseFacts:
    """A broken water pipe, accepted by the township centre."""
    return accepted("0402", Level.TOWNSHIP)


def at_water_station() -> CaseFacts:
    """The same, given to the water station."""
    return move(at_township(), MoveCode.DISPATCH, TOWNSHIP_DESK, Given(unit=unit("t_water")))


def taken(case: CaseFacts, chair: Chair = WORKER) -> CaseFacts:
    return move(case, MoveCode.TAKE, chair)


def completed(case: CaseFacts, chair: Chair = WORKER, at: datetime = MONDAY) -> CaseFacts:
    said = Given(closing=ClosingType.SETTLED, words="repaired", after_photo=PHOTO)
    return move(case, MoveCode.COMPLETE, chair, said, at=at)
