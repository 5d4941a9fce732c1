"""The cases of the table, played: how each came to stand where cases.csv says.

The words of each case bear its mark, `ZZ<key>ZZ<where>`, at the beginning, because lists show no
more than that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.gis.geos import Point
from django.utils import timezone

from tests.factories.world import COUNTY
from tests.leaks.oracle import Written
from tests.work.cases.desk import Desk, picture
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib import query_code
from wangge.registers.files.operations import adopt, keep
from wangge.registers.organisations.models import Post, Unit
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.work.cases.models import CaseFile, CaseTask, Supervision
from wangge.work.cases.operations.answering import attach_to_report
from wangge.work.cases.operations.storing import lay_out
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.receipts import receipt_digest
from wangge.work.cases.rules.move_codes import MoveCode as M

ELSEWHERE = "431124101204"


@dataclass(frozen=True, slots=True)
class Played:
    """A case of the table as it stands in the database."""

    key: str
    number: str
    code: str
    name: str
    phone: str
    ids: dict[str, object]  # of its file, its open task, its supervision


def play(case: Written, serial: int) -> Played:
    """Report it and carry it to where it is to stand; `serial` makes phone and photo its own."""
    desk, code = Desk(timezone.now() - timedelta(days=1)), query_code.new_code()
    name, phone = f"ZZ{case.key}ZZname", f"1007{serial:07d}"
    area = ELSEWHERE if case.story == "of_another_county" else case.area
    desk.report(
        case.category,
        area_code=area,
        words=f"ZZ{case.key}ZZwords",
        place_words=f"ZZ{case.key}ZZplace",
        query_code=code,
        name=name,
        phone=phone,
        handler_may_contact=case.may_contact,
        point=Point(111.59, 25.5, srid=4490),
    )
    _attach(desk, code, serial)
    _STORIES[case.story](desk, case)
    return Played(case.key, desk.number, code, name, phone, desk.ask(lambda: _ids(desk)))


def _attach(desk: Desk, code: str, serial: int) -> None:
    """A photo no other case has, laid to the report by its receipt."""
    kept = keep(picture(side=40 + serial), at=desk.at)
    holder = Actor.reporter(receipt_digest(desk.number, code))
    file = door(holder, lambda: adopt(kept, by=holder, at=desk.at))
    door(holder, lambda: attach_to_report(desk.case_id, [file], by=holder, at=desk.at))


def _ids(desk: Desk) -> dict[str, object]:
    def one(model: Any) -> object:
        return model.objects.filter(case=desk.case_id).values_list("pk", flat=True).first()

    found = {"file": one(CaseFile), "task": one(CaseTask), "item": one(Supervision)}
    return {name: pk or uuid4() for name, pk in found.items()}


def _reported(desk: Desk, case: Written) -> None:
    """It lies where it came in."""


def _taken_by_worker(desk: Desk, case: Written) -> None:
    desk.accept("station_clerk")
    desk.move("grid_worker", M.TAKE)


def _handed_to_worker(desk: Desk, case: Written) -> None:
    desk.accept("station_clerk", category=case.category)
    desk.move("station_head", M.TAKE)
    worker = Post.objects.get(area=case.area, kind="grid_worker")
    desk.move("station_head", M.HAND, post=str(worker.pk))


def _at_mediator(desk: Desk, case: Written) -> None:
    """With what was said on the way, and supervised by a unit that reads none of it."""
    desk.accept("station_clerk", category=case.category)
    mediation = _unit("v_mediation", case.area[:12])
    desk.move("station_head", M.DISPATCH, unit=mediation)
    desk.move("mediator", M.TAKE)
    desk.move("mediator", M.PROGRESS, words=f"ZZ{case.key}ZZprogress", for_reporter="false")
    desk.move(
        "supervisor",
        M.SUPERVISE,
        unit=mediation,
        card="ordinary",
        words=f"ZZ{case.key}ZZcard",
        answer_due="2030-01-07",
    )


def _to_be_checked(desk: Desk, case: Written) -> None:
    desk.accept("station_clerk", category=case.category)
    desk.move("station_clerk", M.TAKE)
    desk.move("station_clerk", M.COMPLETE, closing="settled", words=f"ZZ{case.key}ZZoutcome")


def _to_office(desk: Desk, case: Written, kind: str, handler: str) -> None:
    desk.accept("station_clerk")
    desk.move("station_head", M.ESCALATE, reason=f"ZZ{case.key}ZZreason", tried="x")
    desk.move("township_centre", M.DISPATCH, unit=_unit(kind, case.area[:9]))
    desk.move(handler, M.TAKE)
    desk.move(handler, M.PROGRESS, words=f"ZZ{case.key}ZZprogress", for_reporter="false")


def _at_water_station(desk: Desk, case: Written) -> None:
    """With an open question to a department, and supervised."""
    _to_office(desk, case, "t_water", "water_station_handler")
    desk.move(
        "township_centre",
        M.COORDINATE,
        departments=[_unit("transport", COUNTY)],
        words=f"ZZ{case.key}ZZtask",
    )
    desk.move(
        "supervisor",
        M.SUPERVISE,
        unit=_unit("t_water", case.area[:9]),
        card="yellow",
        words=f"ZZ{case.key}ZZcard",
        answer_due="2030-01-07",
    )


def _at_traffic_station(desk: Desk, case: Written) -> None:
    _to_office(desk, case, "t_traffic", "traffic_station_handler")


def _at_water_station_next_door(desk: Desk, case: Written) -> None:
    centre = "sibling_township_centre"
    desk.accept(centre, category=case.category, level="township")
    desk.move(centre, M.DISPATCH, unit=_unit("t_water", case.area[:9]))


def _of_another_county(desk: Desk, case: Written) -> None:
    """One deployment is one county; should rows of another ever lie here, nobody may see across."""
    station = Unit.objects.get(kind="v_service_station", area=case.area)
    desk_of_station = Post.objects.get(unit=station, kind="intake")

    def move_away() -> None:
        row = desk.case_row()
        facts = replace(
            facts_of(row),
            area_code=case.area,
            responsible=UnitFacts(station.pk, station.kind, facts_of(row).level, case.area),
            responsible_post_id=desk_of_station.pk,
        )
        lay_out(row, facts, desk.at)
        row.participants = [station.pk]
        row.save(force_update=True)

    desk.ask(move_away)


_STORIES: dict[str, Callable[[Desk, Written], None]] = {
    "reported": _reported,
    "taken_by_worker": _taken_by_worker,
    "handed_to_worker": _handed_to_worker,
    "at_mediator": _at_mediator,
    "to_be_checked": _to_be_checked,
    "at_water_station": _at_water_station,
    "at_traffic_station": _at_traffic_station,
    "at_water_station_next_door": _at_water_station_next_door,
    "of_another_county": _of_another_county,
}


def _unit(kind: str, area: str) -> str:
    return str(Unit.objects.get(kind=kind, area=area, valid_to=None).pk)
