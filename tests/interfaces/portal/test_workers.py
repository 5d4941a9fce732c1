"""Whom a resident finds to call: the worker of the grid, the village's station, the hotline."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from tests.interfaces.counting import queries_of
from tests.interfaces.portal.conftest import text_of
from tests.registers.organisations.staff import AT, CLOCK, person
from wangge.registers.organisations import operations as organisations
from wangge.registers.organisations.models import Unit
from wangge.work.cases.rules.search import search

pytestmark = pytest.mark.django_db

OWN, DESK, CENTRE = "10000000001", "10000000003", "10000000004"
HERE = f"/workers/in/{VILLAGE}"


def publish_desk(kind: str, area: str, number: str) -> None:
    unit = Unit.objects.get(kind=kind, area=area, valid_to=None)
    organisations.set_unit_phone(unit.pk, number, by=CLOCK, at=AT)


@pytest.fixture
def numbers() -> None:
    """One worker agreed to a number of her own; station and centre have theirs."""
    organisations.publish_phone(person("grid_worker"), OWN, by=CLOCK, at=AT)
    publish_desk("v_service_station", VILLAGE, DESK)
    publish_desk("t_grid_centre", TOWNSHIP, CENTRE)


def cards(client: Client) -> dict[str, str]:
    """The cards of the village's grids, by the worker's name."""
    pieces = text_of(client.get(HERE)).split('<article class="grid-contact">')[1:]
    found = (re.search(r'grid-contact-worker">([^<]+)', piece) for piece in pieces)
    return {name[1]: piece for name, piece in zip(found, pieces, strict=True) if name}


def test_each_worker_stands_with_the_number_that_is_published(
    client: Client, numbers: None
) -> None:
    workers = cards(client)
    assert f"tel:{OWN}" in workers["甲网格员"]
    assert "100 0000 0001" in workers["甲网格员"]
    assert f"tel:{DESK}" in workers["乙网格员"]
    assert "请说找网格员" in workers["乙网格员"]


def test_without_any_number_the_page_says_so(client: Client) -> None:
    assert all("没有公布电话" in card for card in cards(client).values())


def test_the_way_from_the_front_page(client: Client) -> None:
    assert client.get("/workers").headers["Location"] == "/workers/where"
    assert f"/workers/where/{TOWNSHIP}" in text_of(client.get("/workers/where"))
    assert HERE in text_of(client.get(f"/workers/where/{TOWNSHIP}"))


def test_the_village_is_remembered_so_that_one_tap_is_enough(client: Client) -> None:
    client.get(HERE)
    assert client.get("/workers").headers["Location"] == HERE


@pytest.mark.parametrize("code", [f"{TOWNSHIP}999", "999999999999"])
def test_a_place_that_is_no_village_of_the_county_is_not_found(client: Client, code: str) -> None:
    assert client.get(f"/workers/in/{code}").status_code == 404


def test_the_desk_of_the_place_stands_at_the_foot(client: Client, numbers: None) -> None:
    """Of the village the page is about, else of the township, else of the village of last time."""
    assert f"tel:{DESK}" not in text_of(client.get("/"))
    assert f"tel:{CENTRE}" in text_of(client.get(f"/report/where/{TOWNSHIP}"))
    assert f"tel:{DESK}" in text_of(client.get(f"/report/at/{VILLAGE}"))
    client.get(HERE)
    assert f"tel:{DESK}" in text_of(client.get("/track"))


def test_where_the_village_publishes_none_the_township_answers(client: Client) -> None:
    publish_desk("t_grid_centre", TOWNSHIP, CENTRE)
    assert f"tel:{CENTRE}" in text_of(client.get(f"/report/at/{VILLAGE}"))


@pytest.mark.parametrize("code", [COUNTY, "431124", "nonsense"])
def test_a_cookie_that_is_no_village_changes_nothing(client: Client, code: str) -> None:
    client.cookies["wangge_village"] = code
    assert "tel:12345" in text_of(client.get("/"))


def test_a_report_in_english_is_proposed_a_category(client: Client) -> None:
    code = re.search(
        r'name="query_code" value="([^"]*)"', text_of(client.get(f"/report/at/{VILLAGE}"))
    )
    assert code
    said = {"page": "what", "words": "the street lamp is broken", "query_code": code[1]}
    shown = text_of(client.post(f"/report/at/{VILLAGE}", said))
    assert f'value="{search("street lamp")[0].code}"' in shown


def test_statements(client: Client) -> None:
    client.get("/")  # the county's name is read once a process
    with queries_of("portal workers"):
        client.get(HERE)
