"""The auditor's log: in words, filtered by the address, without a word of a case."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.factories.world import OTHER_COUNTY, TOWNSHIP, VILLAGE
from tests.interfaces.console.officers import Officer, desk_of_today, text_of
from tests.interfaces.counting import queries_of
from tests.registers.organisations.staff import CLOCK, done_by, person, post
from wangge.config.language import WORDS
from wangge.doors.door import door
from wangge.lib.message import Message
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.organisations import operations as ops

pytestmark = pytest.mark.django_db

HREF = re.compile(r'href="/console/audit/([0-9a-f-]{36})"')


@pytest.fixture
def auditor() -> Officer:
    return Officer.signed_in("auditor")


def rows(shown: object) -> list[str]:
    return HREF.findall(text_of(shown))


def write(kind: Event, *, area: str = TOWNSHIP, thing: str = "x", minutes: int = 0) -> None:
    at = timezone.now() - timedelta(minutes=minutes)
    door(CLOCK, lambda: record(kind, "thing", thing, by=CLOCK, at=at, area_code=area, count=7))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("event", list(Event))
def test_every_kind_of_event_has_words(event: Event, language: str) -> None:
    assert "[" not in WORDS.say(Message(f"audit.event.{event.value}"), language)


def test_the_newest_first_with_person_post_and_place(auditor: Officer) -> None:
    done_by(
        "township_centre",
        ops.appoint,
        post("t_water", "deputy").pk,
        person("mediator"),
        starts_on=timezone.now().date(),
        at=timezone.now(),
    )
    shown = text_of(auditor.get("/console/audit"))
    first = shown.split("<tbody>")[1].split("</tr>")[0]
    for words in ("任命", "甲中心", "乡镇网格管理中心 · 负责人", "横岭瑶族乡"):
        assert words in first


def test_a_grid_is_named_with_its_village(auditor: Officer) -> None:
    write(Event.GRIDS_DRAWN, area=f"{VILLAGE}001")
    shown = text_of(auditor.get("/console/audit?kind=grid.drawn&object=x"))
    assert "天鹅岭村第 1 网格" in shown


def test_files_that_name_people_are_counted(auditor: Officer) -> None:
    write(Event.NAMES_TAKEN_OUT)
    write(Event.NAMES_TAKEN_OUT, area=VILLAGE)
    write(Event.NAMES_TAKEN_OUT, area=OTHER_COUNTY)
    write(Event.NAMES_TAKEN_OUT, minutes=31 * 24 * 60)
    write(Event.LIST_WRITTEN)
    shown = text_of(auditor.get("/console/audit"))
    assert "近 30 天导出含姓名或电话的文件 2 份，共 14 行" in shown
    assert "?kind=names.taken_out" in shown


def test_no_word_of_a_case_is_shown(auditor: Officer) -> None:
    desk = desk_of_today()
    desk.report(words="五组的路灯不亮")
    desk.accept("station_clerk")
    shown = auditor.get("/console/audit?kind=case.moved")
    pages = [text_of(shown), *(text_of(auditor.get(f"/console/audit/{e}")) for e in rows(shown))]
    assert len(pages) > 1
    for page in pages:
        assert "路灯" not in page
        assert "甲居民" not in page
    assert auditor.get(f"/console/cases/{desk.number}").status_code == 404


def test_opening_a_row_shows_its_codes(auditor: Officer) -> None:
    write(Event.GRIDS_DRAWN)
    (found,) = rows(auditor.get("/console/audit?kind=grid.drawn&object=x"))
    shown = text_of(auditor.get(f"/console/audit/{found}"))
    assert "划定边界" in shown
    assert "grid.drawn" in shown
    assert re.search(r"<dt>count</dt><dd>7</dd>", shown)
    assert auditor.get(f"/console/audit/{uuid4()}").status_code == 404


def test_filters_stand_in_the_address(auditor: Officer) -> None:
    write(Event.GRIDS_DRAWN, area=VILLAGE, thing="one")
    write(Event.GRIDS_DRAWN, area="431124101", thing="two")
    write(Event.FILE_ADOPTED, area=VILLAGE, thing="three")
    today = timezone.now().astimezone().date()

    def count(asked: str) -> int:
        return len(rows(auditor.get(f"/console/audit?{asked}")))

    assert count("kind=grid.drawn&area=431124212") == 1
    assert count("object=three") == 1
    assert count(f"area={VILLAGE}&object=one") == 1
    assert count("object=one&person=甲中心") == 0
    assert count(f"object=one&day={today - timedelta(days=40)}") == 0
    assert count("object=one&kind=") == 1


def test_a_person_is_found_by_name_or_key(auditor: Officer) -> None:
    security = person("security_admin")
    at = timezone.now()
    said = {"starts_on": at.date(), "at": at}
    done_by("security_admin", ops.appoint, post("t_water", "deputy").pk, person("mediator"), **said)
    by_name = rows(auditor.get("/console/audit?person=甲安全"))
    assert len(by_name) == 1
    assert rows(auditor.get(f"/console/audit?person={security}")) == by_name


@pytest.mark.parametrize("asked", ["kind=nonsense", "area=43112", "day=yesterday", "area=x"])
def test_a_filter_that_cannot_be_is_said(auditor: Officer, asked: str) -> None:
    shown = auditor.get(f"/console/audit?{asked}")
    assert shown.status_code == 200
    assert "error-summary" in text_of(shown)
    assert rows(shown) == []


def test_pages_follow_each_other_without_gap_or_repeat(auditor: Officer) -> None:
    for minutes in range(60):
        write(Event.CALENDAR_LOADED, thing="paged", minutes=minutes % 7)
    first = auditor.get("/console/audit?object=paged")
    onward = re.search(r'href="(\?[^"]*after=[^"]*)"', text_of(first))[1].replace("&amp;", "&")
    second = auditor.get(f"/console/audit{onward}")
    found = [*rows(first), *rows(second)]
    assert (len(rows(first)), len(found), len(set(found))) == (50, 60, 60)


def test_another_county_s_events_are_not_there(auditor: Officer) -> None:
    write(Event.GRIDS_DRAWN, area=OTHER_COUNTY, thing="over there")
    assert rows(auditor.get("/console/audit?object=over there")) == []
    event = door(CLOCK, lambda: AuditEvent.objects.get(object_id="over there"))
    assert auditor.get(f"/console/audit/{event.pk}").status_code == 404


def test_the_log_is_only_read(auditor: Officer) -> None:
    write(Event.GRIDS_DRAWN)
    (found, *_) = rows(auditor.get("/console/audit"))
    for page in ("/console/audit", f"/console/audit/{found}"):
        assert auditor.post(page).status_code == 405


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_left_without_words(auditor: Officer, language: str) -> None:
    write(Event.GRIDS_DRAWN)
    auditor.client.cookies["wangge_language"] = language
    shown = auditor.get("/console/audit")
    for page in (shown, auditor.get(f"/console/audit/{rows(shown)[0]}")):
        assert re.findall(r"\[[a-z_]+-[a-z0-9_-]+\]", text_of(page)) == []


def test_statements(auditor: Officer) -> None:
    write(Event.GRIDS_DRAWN)
    auditor.get("/console/audit")
    with queries_of("console audit"):
        auditor.get("/console/audit")
