"""Finding one's worker: by group, by words, by the QR code; one at a time, and without script."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.world import BUILT_AT, SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.interfaces.counting import queries_of
from tests.interfaces.portal.conftest import text_of
from wangge.access.actor import Actor
from wangge.doors.looks import may_look
from wangge.interfaces.portal.place_search import search
from wangge.interfaces.portal.worker import GRIDS_AN_HOUR
from wangge.lib import phone_number
from wangge.registers.areas import operations as areas
from wangge.registers.areas.models import Area, VillagerGroup
from wangge.registers.organisations.models import Appointment, Unit
from wangge.registers.people.models import Person, PublicPhone

GRID = f"{VILLAGE}001"
OTHER_GRID = f"{VILLAGE}002"
PHONE = "10000000017"
STATION = "0746-5212345"
CLOCK = Actor.clock("431124")


@pytest.fixture(autouse=True)
def published(db: None) -> None:
    """The worker of the first grid agreed to a number; the station has one of its own."""
    person = Person.objects.get(account__username="grid_worker")
    PublicPhone.objects.create(id=person.pk, person=person, phone=PHONE, agreed_at=BUILT_AT)
    Unit.objects.filter(kind="v_service_station", area=VILLAGE).update(phone=STATION)


def test_the_way_from_the_front_page_to_the_number(client: Client) -> None:
    assert 'href="/worker"' in text_of(client.get("/"))
    assert f"/worker/in/{TOWNSHIP}" in text_of(client.get("/worker"))
    assert f"/worker/at/{VILLAGE}" in text_of(client.get(f"/worker/in/{TOWNSHIP}"))
    village = text_of(client.get(f"/worker/at/{VILLAGE}"))
    assert f"/g/{OTHER_GRID}?group=5" in village
    page = text_of(client.get(f"/g/{GRID}"))
    assert f">{phone_number.grouped(PHONE)}<" in page
    assert f'href="tel:{PHONE}"' in page
    assert f'href="tel:{STATION}"' in page
    assert "甲网格员" in page


def test_the_qr_code_of_a_village_leads_to_its_groups(client: Client) -> None:
    assert client.get(f"/g/{VILLAGE}")["Location"] == f"/worker/at/{VILLAGE}"


def test_no_list_has_a_worker_or_a_number(client: Client) -> None:
    for page in ("/worker", f"/worker/in/{TOWNSHIP}", f"/worker/at/{VILLAGE}", "/worker?q=天鹅岭"):
        shown = text_of(client.get(page))
        assert PHONE not in shown
        assert "网格员</" not in re.sub("找网格员", "", shown) or "甲网格员" not in shown


def test_without_agreement_the_station_is_called(client: Client) -> None:
    page = text_of(client.get(f"/g/{OTHER_GRID}"))
    assert "乙网格员" in page
    assert f"tel:{STATION}" in page
    assert page.count("tel:") == page.count(f"tel:{STATION}") + len(re.findall(r"tel:1\d\d", page))


def test_an_agreement_taken_back_takes_the_number_off(client: Client) -> None:
    PublicPhone.objects.update(taken_back_at=BUILT_AT, phone="")
    assert PHONE not in text_of(client.get(f"/g/{GRID}"))


def test_a_vacant_grid_says_so(client: Client) -> None:
    Appointment.objects.filter(post__area=GRID).update(ends_on=date(2026, 1, 2))
    page = text_of(client.get(f"/g/{GRID}"))
    assert "网格员暂缺" in page
    assert f"tel:{STATION}" in page


def test_with_neither_number_there_is_the_hotline(client: Client) -> None:
    Unit.objects.update(phone="")
    assert 'class="call" href="tel:12345"' in text_of(client.get(f"/g/{OTHER_GRID}"))


def test_next_time_it_begins_in_the_village(client: Client) -> None:
    client.get(f"/g/{GRID}")
    assert client.get("/worker")["Location"] == f"/worker/at/{VILLAGE}"
    assert client.get("/worker?other=1").status_code == 200


def test_a_report_begins_with_group_and_grid(client: Client) -> None:
    page = text_of(client.get(f"/g/{OTHER_GRID}?group=5"))
    address = re.search(r'href="(/report/at/[^"]*)"', page)[1].replace("&amp;", "&")
    form = text_of(client.get(address))
    assert '<option value="5" selected' in form
    assert f'name="grid" value="{OTHER_GRID}"' in form


@pytest.mark.parametrize("code", [f"{VILLAGE}999", "431199101201001", "000000000000000"])
def test_what_is_no_grid_is_not_found(client: Client, code: str) -> None:
    assert client.get(f"/g/{code}").status_code == 404


def test_paper_of_a_grid_that_ended_leads_to_those_after_it(client: Client) -> None:
    from wangge.doors.door import door

    areas_before = Area.objects.get(pk=GRID)
    door(
        CLOCK,
        lambda: areas.succeed(
            GRID,
            [OTHER_GRID],
            kind="merged",
            effective_on=areas_before.valid_from + timedelta(days=1),
            by=CLOCK,
            at=BUILT_AT,
        ),
    )
    page = text_of(client.get(f"/g/{GRID}"))
    assert f"/g/{OTHER_GRID}" in page
    assert PHONE not in page


def test_a_page_of_a_worker_is_neither_kept_nor_indexed(client: Client) -> None:
    answer = client.get(f"/g/{GRID}")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"


def test_nobody_reads_the_numbers_of_a_county(client: Client) -> None:
    assert PHONE in text_of(client.get(f"/g/{GRID}"))
    for number in range(GRIDS_AN_HOUR):
        may_look("127.0.0", f"grid {number}", most=GRIDS_AN_HOUR, at=timezone.now())
    refused = client.get(f"/g/{OTHER_GRID}")
    assert refused.status_code == 429
    assert f"tel:{STATION}" in text_of(refused)
    assert PHONE in text_of(client.get(f"/g/{GRID}"))  # what was open to the network stays open
    assert client.get(f"/g/{OTHER_GRID}", REMOTE_ADDR="10.9.8.7").status_code == 200


@pytest.mark.parametrize(
    ("typed", "grid"),
    [
        ("天鹅岭村五组", OTHER_GRID),
        ("天鹅岭5组", OTHER_GRID),
        ("横岭乡 天鹅岭村 第4小组", GRID),
        ("老屋场", GRID),
    ],
)
def test_words_for_a_group_lead_to_its_grid(typed: str, grid: str) -> None:
    VillagerGroup.objects.filter(village=VILLAGE, number=8).update(name="老屋场自然村")
    assert [found.grid for found in search(typed)] == [grid]


@pytest.mark.parametrize(
    ("said", "number"),
    [("三", 3), ("十", 10), ("十三", 13), ("三十", 30), ("三十三", 33), ("12", 12)],
)
def test_numbers_are_understood_as_they_are_spoken(said: str, number: int) -> None:
    VillagerGroup.objects.get_or_create(village_id=VILLAGE, number=number)
    assert [found.group.number for found in search(f"天鹅岭{said}组")] == [number]


@pytest.mark.parametrize("typed", ["天鹅岭", "天鹅岭村", "天鹅", "横岭天鹅岭", "tel", "tianeling"])
def test_words_for_a_village_lead_to_it(typed: str) -> None:
    assert [found.village for found in search(typed)] == [VILLAGE]


def test_a_township_alone_leads_to_its_villages() -> None:
    assert {found.village for found in search("横岭瑶族乡")} == {VILLAGE, SIBLING_VILLAGE}


@pytest.mark.parametrize("typed", ["", "   ", "组", "北京", "'; drop", "%", "一" * 60])
def test_words_that_name_nothing_find_nothing(typed: str) -> None:
    assert search(typed) == []


def test_statements(client: Client) -> None:
    client.get("/")
    for name, page in {
        "portal find worker": "/worker",
        "portal find worker search": "/worker?q=天鹅岭五组",
        "portal find worker village": f"/worker/at/{VILLAGE}",
        "portal worker": f"/g/{GRID}",
    }.items():
        with queries_of(name):
            client.get(page)
        client.cookies.clear()
