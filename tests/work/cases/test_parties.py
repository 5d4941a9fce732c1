"""Flag P through the life of a case: who reads what was said, and from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import pytest

from tests.work.cases.desk import LAMP, Desk, unit
from wangge.access.actor import Actor
from wangge.work.cases.queries.contents import ReadableReport, readable_report
from wangge.work.cases.queries.lists import CaseFilter
from wangge.work.cases.queries.search import containing
from wangge.work.cases.queries.sight import visible
from wangge.work.cases.rules.move_codes import MoveCode

pytestmark = pytest.mark.django_db

FAMILY = "0101"
STATION, MEDIATION, OVERSIGHT = "v_service_station", "v_mediation", "v_oversight"


@pytest.fixture
def desk() -> Desk:
    """A family matter, accepted by the station of the village."""
    desk = Desk()
    desk.report(FAMILY, words="两口子又吵起来了", place_words="三组老屋", group_number=3)
    desk.accept("station_clerk", FAMILY)
    return desk


def line(desk: Desk) -> set[UUID]:
    return set(desk.case.parties_shown_to or ())


def units(kinds: Iterable[str]) -> set[UUID]:
    return {unit(kind) for kind in kinds}


def told(desk: Desk, key: str) -> ReadableReport:
    return desk.through(key, lambda by: readable_report(desk.seen_by(by)))


def is_there(desk: Desk, key: str) -> bool:
    return desk.through(key, lambda by: visible(by).filter(pk=desk.case_id).exists())


def test_a_lamp_has_no_parties() -> None:
    desk = Desk()
    desk.report(LAMP)
    assert desk.case.parties_shown_to is None
    assert told(desk, "supervisor").words == "五组路灯不亮"


def test_whoever_looks_across_the_place_is_told_the_village(desk: Desk) -> None:
    for key in ("township_leader", "committee_head", "county_centre", "supervisor"):
        assert told(desk, key) == ReadableReport(None, desk.case.village_code)
    mine = told(desk, "station_head")
    assert (mine.words, mine.group_number) == ("两口子又吵起来了", 3)


def test_the_line_grows_with_the_units_that_take_part(desk: Desk) -> None:
    assert line(desk) == units([STATION])
    desk.move("station_head", MoveCode.DISPATCH, unit=str(unit(MEDIATION)))
    assert line(desk) == units([STATION, MEDIATION])
    desk.move("mediator", MoveCode.TAKE)
    desk.move("station_head", MoveCode.ESCALATE, reason="谈不拢", tried="谈过三次")
    assert line(desk) == units([STATION, MEDIATION, "t_grid_centre"])
    assert told(desk, "township_intake").words


def test_who_checks_reads_it_for_as_long_as_it_is_checked(desk: Desk) -> None:
    desk.move("station_head", MoveCode.TAKE)
    assert told(desk, "village_oversight").words is None
    desk.move("station_head", MoveCode.COMPLETE, closing="settled", words="已和好")
    assert line(desk) == units([STATION, OVERSIGHT, "t_grid_centre"])
    assert told(desk, "village_oversight").words
    assert told(desk, "township_leader").words is None
    desk.move("village_oversight", MoveCode.VERIFY_PASS, words="问过双方")
    assert line(desk) == units([STATION])
    assert told(desk, "village_oversight").words is None


def test_a_grid_worker_knows_of_it_when_it_lies_on_the_own_post(desk: Desk) -> None:
    assert not is_there(desk, "grid_worker")
    desk.move("station_head", MoveCode.TAKE)
    desk.move("station_head", MoveCode.HAND, post=str(worker(desk, "grid_worker")))
    assert told(desk, "grid_worker").words
    assert not is_there(desk, "grid_worker_2")
    desk.move("grid_worker", MoveCode.PROGRESS, words="上门谈过", for_reporter="false")


def worker(desk: Desk, key: str) -> UUID:
    (held,) = desk.actor(key).posts
    return held.post_id


def test_neither_a_search_nor_a_filter_gives_it_away(desk: Desk) -> None:
    def found(by: Actor) -> tuple[int, int, int]:
        grid = CaseFilter(area=desk.case_row().area_code).seen_by(by, desk.at)
        village = CaseFilter(area=desk.case_row().village_code).seen_by(by, desk.at)
        return len(containing("老屋", by)), grid.count(), village.count()

    assert desk.through("station_head", found) == (1, 1, 1)
    assert desk.through("township_leader", found) == (0, 0, 1)


def test_another_category_shows_or_hides_them(desk: Desk) -> None:
    desk.move("station_clerk", MoveCode.RECLASSIFY, category="0102", reason="是邻里的事")
    assert told(desk, "township_leader").words
    desk.move("station_clerk", MoveCode.RECLASSIFY, category="0111", reason="其实是赡养")
    assert told(desk, "township_leader").words is None
    assert line(desk) == units([STATION])


def test_a_check_that_failed_is_over_too(desk: Desk) -> None:
    desk.move("station_head", MoveCode.TAKE)
    desk.move("station_head", MoveCode.COMPLETE, closing="settled", words="已和好")
    assert unit(OVERSIGHT) in line(desk)
    desk.move("village_oversight", MoveCode.VERIFY_FAIL, words="没有谈成")
    assert line(desk) == units([STATION])
