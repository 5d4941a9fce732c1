"""The button over a list orders what the page shows: its filters, its sight, its words."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.factories.world import TOWNSHIP, VILLAGE
from tests.interfaces.console.officers import Officer, desk_of_today, text_of
from tests.registers.organisations.staff import CLOCK
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.insight.lists.adapters.sheets import read_sheet
from wangge.insight.lists.models import ListExport

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelves(tmp_path: Path, settings: Any) -> None:
    settings.FILES_ROOT = tmp_path


def button(page: str) -> str:
    """The address behind the button of a list; empty where there is none."""
    found = re.search(r'action="(/console/lists/take-out/[^"]*)"', page)
    return unescape(found[1]) if found else ""


def taken_out(officer: Officer, page: str) -> list[list[str]]:
    """The rows of the file that the button of a page orders, the head first."""
    answer = officer.post(button(page))
    assert (answer.status_code, answer["Location"]) == (302, "/console/lists")
    export = door(CLOCK, lambda: ListExport.objects.latest("asked_at"))
    JOBS["lists.write"](export=str(export.pk))
    file = officer.get(f"/console/lists/out/{export.pk}")
    assert file.status_code == 200
    return read_sheet(file.content, most_rows=99)


def test_cases_come_as_the_page_shows_them() -> None:
    for words in ("三组路灯不亮", "八组路灯不亮"):
        desk = desk_of_today()
        desk.report(words=words)
    clerk = Officer.signed_in("station_clerk")
    desk.accept("station_clerk")
    accepted = text_of(clerk.get("/console/cases?state=accepted"))
    head, *rows = taken_out(clerk, accepted)
    assert [row[head.index("事件")] for row in rows] == ["八组路灯不亮"]
    (row,) = rows
    assert (row[0], row[head.index("状态")]) == (desk.number, "已受理")
    assert all(words in accepted for words in (row[head.index("地点")], row[head.index("类别")]))
    _, *both = taken_out(clerk, text_of(clerk.get("/console/cases")))
    assert len(both) == 2
    nobody = Officer.signed_in("sibling_head")
    assert button(text_of(nobody.get("/console/cases"))) == ""  # nothing to take out
    assert nobody.post("/console/lists/take-out/cases").status_code == 302
    JOBS["lists.write"](export=str(door(CLOCK, lambda: ListExport.objects.latest("asked_at").pk)))
    assert door(CLOCK, lambda: ListExport.objects.latest("asked_at").rows) == 0


def test_of_hidden_parties_the_file_says_what_the_page_says() -> None:
    desk = desk_of_today()
    desk.report("0111", words="丈夫打人", place_words="八组东头")
    leader = Officer.signed_in("township_leader")
    page = text_of(leader.get("/console/cases"))
    head, row = taken_out(leader, page)
    assert desk.number in page
    assert desk.number == row[0]
    assert not any("丈夫" in cell or "八组" in cell for cell in row)
    assert row[head.index("事件")] in page


def test_somebody_who_looks_in_one_post_takes_out_what_that_post_sees() -> None:
    desk = desk_of_today()
    desk.report()
    head = Officer.signed_in("station_head")
    page = text_of(head.get("/console/"))
    chosen = re.findall(r'name="post" value="([0-9a-f-]{36})"', page)[-1]
    head.post("/post", post=chosen)
    taken_out(head, text_of(head.get("/console/cases")))
    export = door(CLOCK, lambda: ListExport.objects.latest("asked_at"))
    assert str(export.narrowed_to) == chosen


def test_vacancies_come_as_the_page_shows_them() -> None:
    centre = Officer.signed_in("township_centre")
    address = f"/console/organisation/{TOWNSHIP}/vacancies"
    page = text_of(centre.get(f"{address}?kind=heads"))
    head, *rows = taken_out(centre, page)
    assert head == ["岗位", "地方", "现在由谁承担", "可以考虑的人选"]
    assert rows
    assert all(row[0] in page for row in rows)
    clerk = Officer.signed_in("station_clerk")
    asked = f"/console/lists/take-out/vacancies?area={VILLAGE}"
    assert clerk.post(asked).status_code == 403


def test_a_list_that_could_not_be_made_says_why() -> None:
    clerk = Officer.signed_in("station_clerk")
    assert clerk.post("/console/lists/take-out/cases").status_code == 302
    assert clerk.post("/console/lists/take-out/nothing").status_code == 404
    key = door(CLOCK, lambda: ListExport.objects.get().pk)
    left = ListExport.objects.filter(pk=key)
    door(CLOCK, lambda: left.update(narrowed_to=UUID(int=1)))  # a post that is no longer held
    JOBS["lists.write"](export=str(key))
    assert "未成功：" in text_of(clerk.get("/console/lists"))
