"""The pages of drafts: whose turn it is, what would change, the moves, and how it came into force."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from tests.factories.world import TOWNSHIP, VILLAGE
from tests.insight.divisions import drawn
from tests.insight.divisions.drawn import SECOND
from tests.interfaces.console.officers import Officer, text_of
from tests.interfaces.counting import queries_of
from tests.work.cases.desk import Desk
from wangge.insight.divisions.rules.states import DraftMove
from wangge.registers.calendars.queries import county_day

pytestmark = pytest.mark.django_db

LIST = "/console/divisions/drafts"


@pytest.fixture
def drafted() -> UUID:
    """A draft of today that leaves one grid, and an open case in the one that would end."""
    now = timezone.now()
    drawn.settle(now - timedelta(days=30))
    Desk(now - timedelta(days=1)).report(area_code=SECOND, group_number=7)
    return drawn.draft(now, drawn.ONE)


def page(draft: UUID, part: str = "") -> str:
    return f"{LIST}/{draft}{part}"


def buttons(text: str) -> set[str]:
    """The moves that a page offers."""
    return set(re.findall(r'data-move="(\w+)"', text))


def revision(text: str) -> str:
    return re.findall(r'name="revision" value="(\d+)"', text)[0]


def press(officer: Officer, draft: UUID, move: str, **said: object) -> int:
    """Send the form of a move as the page drew it."""
    text = text_of(officer.get(page(draft)))
    answer = officer.post(page(draft, f"/moves/{move}"), revision=revision(text), **said)
    return answer.status_code


def test_from_the_list_over_three_desks_into_force(drafted: UUID) -> None:
    station, township, county = map(
        Officer.signed_in, ("station_head", "township_centre", "county_centre")
    )
    assert page(drafted) in text_of(station.get(LIST))
    drawing = text_of(station.get(page(drafted)))
    assert buttons(drawing) == {"submit", "give_up"}
    assert page(drafted, "/board") in drawing
    assert press(station, drafted, "submit") == 302
    assert page(drafted) in text_of(township.get("/console/"))
    assert page(drafted, "/board") not in text_of(township.get(page(drafted)))
    assert buttons(text_of(township.get(page(drafted)))) == {"endorse", "send_back"}
    assert press(township, drafted, "endorse") == 302
    today = county_day(timezone.now()).isoformat()
    assert press(county, drafted, "approve", in_force_on=today) == 302
    waiting = text_of(county.get(page(drafted)))
    (news,) = re.findall(r'hx-get="(/console[^"]*/news[^"]*)"', waiting)
    assert county.get(news).status_code == 204
    drawn.adopt(drafted, timezone.now())
    assert county.get(news)["HX-Refresh"] == "true"
    shown = text_of(station.get(page(drafted)))
    assert buttons(shown) == set()
    assert "已生效" in shown
    assert "撤销旧网格和岗位" in shown
    assert page(drafted) in text_of(station.get(f"/console/villages/{VILLAGE}/grids"))


def test_a_page_says_what_will_happen_in_numbers(drafted: UUID) -> None:
    shown = text_of(Officer.signed_in("station_head").get(page(drafted)))
    assert "20 户 60 人换网格" in shown
    assert "第 2 网格撤销，乙网格员在该网格的任期随之结束" in shown
    assert "交乡镇网格管理中心审核" in shown


def test_what_if_names_households_groups_workers_and_cases(drafted: UUID) -> None:
    case = Desk(timezone.now() - timedelta(days=1))
    case.report(area_code=f"{VILLAGE}001", group_number=2)
    shown = text_of(Officer.signed_in("township_centre").get(page(drafted, "/what-if")))
    assert "第 2 网格 → 第 1 网格" in shown
    assert "撤销，并入第 1 网格" in shown
    assert re.findall(r"(\d) 组</th>", shown) == ["1", "3", "5", "7"]
    numbers = re.findall(r"/console/cases/(SJ\w+)", shown)
    assert len(set(numbers)) == 1
    assert case.number not in numbers, "its grid stays"


def test_what_if_is_over_when_it_has_begun(drafted: UUID) -> None:
    now = timezone.now()
    drawn.approve(drafted, now, county_day(now))
    drawn.adopt(drafted, now)
    assert Officer.signed_in("township_centre").get(page(drafted, "/what-if")).status_code == 404


def test_a_reason_that_is_missing_is_asked_for_with_the_form_open(drafted: UUID) -> None:
    now = timezone.now()
    drawn.move(drafted, "station_head", DraftMove.SUBMIT, now)
    township = Officer.signed_in("township_centre")
    answer = township.post(page(drafted, "/moves/send_back"), revision="2", words="")
    assert answer.status_code == 422
    assert "请写明理由" in text_of(answer)
    assert re.search(r'data-move="send_back" open', text_of(answer))
    assert drawn.row(drafted).state == "submitted"


def test_who_submitted_is_told_why_somebody_else_endorses(drafted: UUID) -> None:
    drawn.move(drafted, "township_centre", DraftMove.SUBMIT, timezone.now())
    shown = text_of(Officer.signed_in("township_centre").get(page(drafted)))
    assert buttons(shown) == {"send_back"}
    assert "草案经过您手" in shown


def test_who_looked_at_an_older_draft_sees_the_present_one_and_why(drafted: UUID) -> None:
    now = timezone.now()
    drawn.move(drafted, "station_head", DraftMove.SUBMIT, now)
    answer = Officer.signed_in("township_centre").post(
        page(drafted, "/moves/endorse"), revision="1"
    )
    assert answer.status_code == 409
    assert "草案在您打开之后已经变动" in text_of(answer)
    assert buttons(text_of(answer)) == {"endorse", "send_back"}


def test_a_day_in_the_past_is_refused(drafted: UUID) -> None:
    now = timezone.now()
    drawn.move(drafted, "station_head", DraftMove.SUBMIT, now)
    drawn.move(drafted, "township_centre", DraftMove.ENDORSE, now)
    county = Officer.signed_in("county_centre")
    assert press(county, drafted, "approve", in_force_on="2020-01-01") == 422
    assert press(county, drafted, "approve", in_force_on="nonsense") == 422


@pytest.mark.parametrize("move", ["draw", "begin", "finish", "endorse", "nonsense"])
def test_no_address_makes_a_move_that_is_not_open(drafted: UUID, move: str) -> None:
    answer = Officer.signed_in("station_head").post(page(drafted, f"/moves/{move}"), revision="1")
    assert answer.status_code in {403, 404, 409}
    assert drawn.row(drafted).state == "drawing"


def test_who_draws_nothing_is_refused_and_a_neighbour_finds_nothing(drafted: UUID) -> None:
    for key, listed, one in (
        ("grid_worker", 403, 403),
        ("station_clerk", 403, 403),
        ("sibling_head", 200, 404),
    ):
        officer = Officer.signed_in(key)
        assert (officer.get(LIST).status_code, officer.get(page(drafted)).status_code) == (
            listed,
            one,
        )
        assert page(drafted) not in text_of(officer.get(LIST))


def test_what_was_refused_stands_there_and_is_tried_again(drafted: UUID) -> None:
    now = timezone.now()
    drawn.approve(drafted, now, county_day(now))
    Desk(now).report(area_code=VILLAGE)
    drawn.newcomer(now)
    drawn.adopt(drafted, now)
    county, station = map(Officer.signed_in, ("county_centre", "station_head"))
    again = page(drafted, "/again")
    if drawn.refusals(drafted):
        assert again in text_of(county.get(page(drafted)))
        assert again not in text_of(station.get(page(drafted)))
        assert station.post(again).status_code == 403
        assert county.post(again).status_code == 302
        assert drawn.refusals(drafted) == []


def test_the_map_has_every_grid_and_a_number_inside_it(drafted: UUID) -> None:
    station = Officer.signed_in("station_head")
    areas, labels = (
        json.loads(text_of(station.get(page(drafted, part))))
        for part in ("/areas.json", "/labels.json")
    )
    assert [each["properties"]["name"] for each in areas["features"]] == ["1"]
    assert [each["geometry"]["type"] for each in labels["features"]] == ["Point"]


def test_a_notice_leads_to_the_draft(drafted: UUID) -> None:
    drawn.move(drafted, "station_head", DraftMove.SUBMIT, timezone.now())
    assert page(drafted) in text_of(Officer.signed_in("township_centre").get("/console/notices"))


def test_the_history_of_a_village_says_which_grids_from_when_to_when(drafted: UUID) -> None:
    now = timezone.now()
    drawn.approve(drafted, now, county_day(now))
    drawn.adopt(drafted, now)
    for key in ("grid_worker", "county_centre"):
        shown = text_of(Officer.signed_in(key).get(f"/console/villages/{VILLAGE}/grids"))
        assert shown.count("<tr data-item>") == 2
        assert "至今" in shown
        assert (page(drafted) in shown) is (key == "county_centre")
    for code in (TOWNSHIP, "431124212999", "nonsense"):
        station = Officer.signed_in("station_head")
        assert station.get(f"/console/villages/{code}/grids").status_code == 404


def test_statements(drafted: UUID) -> None:
    officer = Officer.signed_in("township_centre")
    officer.get(page(drafted))  # the county's name is read once a process
    for name, address in {
        "console drafts": LIST,
        "console draft": page(drafted),
        "console what-if": page(drafted, "/what-if"),
        "console draft map": page(drafted, "/areas.json"),
        "console grid history": f"/console/villages/{VILLAGE}/grids",
    }.items():
        with queries_of(name):
            assert officer.get(address).status_code == 200
