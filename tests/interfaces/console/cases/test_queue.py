"""The queue on the page: the next move of a row, the way from case to case, notices in words."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.interfaces.console.officers import Officer, desk_of_today, text_of
from tests.work.cases.desk import LAMP, Desk
from wangge.work.cases.rules.move_codes import MoveCode as M

pytestmark = pytest.mark.django_db

BENCH = "/console/"


@pytest.fixture
def desks() -> list[Desk]:
    """Two lamps that wait for the village station."""
    made = []
    for words in ("三组路灯不亮", "八组路灯不亮"):
        desk = desk_of_today()
        desk.report(words=words)
        made.append(desk)
    return made


def links(page: str, label: str) -> list[str]:
    """Addresses of links that bear a label, as the page has them."""
    found = re.findall(rf'<a[^>]* href="([^"]+)"[^>]*>{label}</a>', page)
    return [unescape(address) for address in found]


def test_the_next_move_of_a_row_unfolds_on_the_page_of_the_case(desks: list[Desk]) -> None:
    clerk = Officer.signed_in("station_clerk")
    first, _ = links(text_of(clerk.get(BENCH)), "受理")
    shown = text_of(clerk.get(first.removesuffix("#moves")))
    assert 'data-move="accept" open' in shown
    assert "下一件" in shown


def test_a_move_made_from_the_queue_leads_back_to_the_case_that_follows(desks: list[Desk]) -> None:
    clerk = Officer.signed_in("station_clerk")
    first, second = desks
    opened = links(text_of(clerk.get(BENCH)), "受理")[0].removesuffix("#moves")
    form = next(
        unescape(url)
        for url in re.findall(r'hx-get="([^"]+)"', text_of(clerk.get(opened)))
        if "/accept/do" in url
    )
    said = {"category": LAMP, "level": "village", "scale": "01", "version": 1}
    made = clerk.post(form, **said)
    assert made.status_code == 302
    back = text_of(clerk.get(made["Location"]))
    assert first.case.words in back.partition('id="queue"')[0]  # what was done is named above
    here = re.search(r"<tr data-item data-here>.*?</a>", back)
    assert here is not None
    assert second.case.words in here.group()
    assert first.case.state == "accepted"


def test_at_the_end_of_the_queue_one_is_back_at_the_workbench(desks: list[Desk]) -> None:
    clerk = Officer.signed_in("station_clerk")
    address, passed = "/console/next", []
    for _ in desks:
        answer = clerk.get(address)
        passed.append(answer["Location"].partition("?")[0])
        address = "/console/next?" + answer["Location"].partition("?")[2]
    assert passed == [f"/console/cases/{desk.number}" for desk in desks]
    assert clerk.get(address)["Location"] == BENCH


@pytest.mark.parametrize("made_up", ["x", "AAAA", "%00", "é"])
def test_a_place_in_the_queue_that_was_made_up_counts_as_none(made_up: str) -> None:
    clerk = Officer.signed_in("station_clerk")
    assert clerk.get(f"{BENCH}?queue={made_up}&why=nothing").status_code == 200


def test_a_notice_calls_the_case_by_what_was_reported(desks: list[Desk]) -> None:
    desk = desks[0]
    desk.accept("station_clerk")
    desk.move("station_head", M.ESCALATE, reason="没有配件", tried="已断电")
    told = text_of(Officer.signed_in("township_intake").get("/console/notices"))
    assert "三组路灯不亮" in told
    assert told.index("三组路灯不亮") < told.index(desk.number)


def test_where_one_village_is_ones_own_it_stands_chosen_and_elsewhere_none() -> None:
    own = text_of(Officer.signed_in("station_clerk").get("/console/enter"))
    several = text_of(Officer.signed_in("township_intake").get("/console/enter"))
    first = re.compile(r'name="place".*?<option value="([^"]*)"', re.DOTALL)
    assert first.search(own).group(1)  # type: ignore[union-attr]
    assert first.search(several).group(1) == ""  # type: ignore[union-attr]
