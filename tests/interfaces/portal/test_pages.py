"""Every page of the portal: a phone number, both languages, large type, few statements."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories.world import TOWNSHIP, VILLAGE
from tests.interfaces.counting import queries_of
from tests.interfaces.portal.conftest import Resident, text_of

OPEN_PAGES = (
    "/",
    "/report/where",
    f"/report/where/{TOWNSHIP}",
    f"/report/at/{VILLAGE}",
    "/worker?other=1",
    f"/worker/at/{VILLAGE}",
    f"/g/{VILLAGE}001",
    "/track",
    "/sign-in",
    "/nowhere",
)
HELD_PAGES = ("/receipt", "/track/case", "/track/case/withdraw")

_UNWORDED = re.compile(r"\[[a-z_]+-[a-z0-9_-]+\]")


@pytest.mark.parametrize("page", [*OPEN_PAGES, *HELD_PAGES])
def test_a_phone_number_stands_on_every_page(resident: Resident, page: str) -> None:
    resident.report()
    assert "tel:12345" in text_of(resident.client.get(page))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", [*OPEN_PAGES, *HELD_PAGES])
def test_nothing_is_left_without_words(resident: Resident, page: str, language: str) -> None:
    resident.report()
    resident.client.get(f"/language/{language}")
    assert _UNWORDED.findall(text_of(resident.client.get(page))) == []


@pytest.mark.parametrize("page", OPEN_PAGES)
def test_english_pages_are_english(client: Client, page: str, db: None) -> None:
    client.get("/language/en")
    shown = text_of(client.get(page))
    assert '<html lang="en"' in shown
    main = re.sub(r"<[^>]*>", "", shown.split("<h1>")[1].split("</h1>")[0])
    without_names = main.replace("横岭瑶族乡", "").replace("天鹅岭村", "")
    assert not re.search(r"[\u4e00-\u9fff]", without_names)


def test_large_type_is_remembered(client: Client, db: None) -> None:
    assert 'data-type="large"' not in text_of(client.get("/"))
    assert client.get("/type?next=/track")["Location"] == "/track"
    assert 'data-type="large"' in text_of(client.get("/"))


def test_front_page_leads_to_what_exists(client: Client, db: None) -> None:
    for address in re.findall(r'href="(/[^"#]*)"', text_of(client.get("/"))):
        if not address.startswith("/static"):
            assert client.get(address).status_code in {200, 302}, address


def test_statements(resident: Resident) -> None:
    resident.client.get("/")  # the county's name is read once a process
    for name, page in {
        "portal home": "/",
        "portal townships": "/report/where",
        "portal villages": f"/report/where/{TOWNSHIP}",
        "portal report": f"/report/at/{VILLAGE}",
        "portal track": "/track",
    }.items():
        with queries_of(name):
            resident.client.get(page)
    resident.send(resident.page())  # the working calendar is read once a process
    form = resident.page()
    with queries_of("portal report sent"):
        resident.send(form)
    with queries_of("portal report sent twice"):
        resident.send(form)
    with queries_of("portal receipt"):
        resident.client.get("/receipt")
    with queries_of("portal progress"):
        resident.client.get("/track/case")
    receipt = resident.receipt()
    with queries_of("portal look-up"):
        resident.track(receipt.number, receipt.code)
    with queries_of("portal look-up failed"):
        resident.track(receipt.number, "22222222")
