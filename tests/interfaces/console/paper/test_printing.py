"""The pages one prints from: who sees them, what they hand out, how an order is followed."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.test import override_settings

from tests.factories.world import COUNTY, SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.insight.maps.ground import drawn, square
from tests.insight.maps.pictures import have_pictures
from tests.insight.paper.printed import pages_of, words_of
from tests.interfaces.console.officers import Officer
from tests.interfaces.counting import queries_of
from tests.interfaces.markup import markup
from wangge.doors.jobs import JOBS
from wangge.insight.paper.rules.sheets import SIZES, Kind
from wangge.lib.web_tile import Box

pytestmark = pytest.mark.django_db
GRID = f"{VILLAGE}001"
ELSEWHERE = Box(100.0, 20.0, 100.1, 20.1)
DOCUMENTS = [f"{kind.value}-{size.value}.pdf" for kind in Kind for size in SIZES[kind]]


def ordered(officer: Officer, what: str = "posters-a4") -> str:
    """Press the button of the township's page; the address of the order."""
    sent = officer.post(f"/console/print/{TOWNSHIP}/order", what=what)
    assert sent.status_code == 302
    return sent["Location"]


def carried_out(address: str) -> None:
    for _ in range(3):
        JOBS["paper.go_on"](order=address.rsplit("/", 1)[1])


@pytest.mark.parametrize("code", [VILLAGE, GRID])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_document_of_a_village_and_a_grid(code: str, document: str) -> None:
    answer = Officer.signed_in("station_head").get(f"/console/print/{code}/{document}")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline")
    said = words_of(answer.content)
    assert "甲网格员" in said
    assert ("乙网格员" in said) == (code == VILLAGE)
    assert "丙网格员" not in said


def test_a_sheet_of_cards_for_each_eight_households() -> None:
    from wangge.registers.areas.models import Area

    Area.objects.filter(pk=GRID).update(households=17)
    officer = Officer.signed_in("station_head")
    one = officer.get(f"/console/print/{GRID}/cards-a7.pdf")
    for_all = officer.get(f"/console/print/{GRID}/cards-a7.pdf?all")
    assert (len(pages_of(one.content)), len(pages_of(for_all.content))) == (1, 3)
    assert "4 张" in markup(officer.get(f"/console/print/{VILLAGE}"))


@override_settings(PUBLIC_ADDRESS="https://wangge.example")
def test_the_page_of_a_village_leads_to_its_documents() -> None:
    officer = Officer.signed_in("station_head")
    shown = markup(officer.get(f"/console/print/{VILLAGE}"))
    addresses = re.findall(r'formaction="(/console/print/[^"]*\.pdf)"', shown)
    assert len(addresses) == 3 * 5  # of the village and two grids; of the A7 also for everybody
    for address in addresses:
        assert officer.get(address).status_code == 200, address
    assert 'name="ground"' not in shown  # nothing to choose from


def test_who_prints_chooses_what_lies_under_the_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "STATE", tmp_path)
    have_pictures(tmp_path)
    drawn({VILLAGE: square(0, 0)})
    officer = Officer.signed_in("station_head")
    shown = markup(officer.get(f"/console/print/{VILLAGE}"))
    assert re.findall(r'name="ground" value="(\w+)"', shown) == ["relief", "plain"]
    address = f"/console/print/{VILLAGE}/posters-a4.pdf?ground="
    assert "虚拟地势" in words_of(officer.get(address + "relief").content)
    assert "虚拟地势" not in words_of(officer.get(address + "plain").content)
    assert officer.get(address + "moon").status_code == 404


def test_a_ground_that_is_not_to_be_had_is_said_and_another_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "STATE", tmp_path)
    have_pictures(tmp_path, over=ELSEWHERE)  # of another place
    drawn({VILLAGE: square(0, 0)})
    officer = Officer.signed_in("station_head")
    address = f"/console/print/{VILLAGE}/posters-a4.pdf"
    said = officer.get(f"{address}?ground=relief").content.decode()
    assert "现在取不到" in said
    assert f"{address}?ground=plain" in said
    assert officer.get(address)["Content-Type"] == "application/pdf"


def test_an_order_says_how_many_villages_lie_on_another_ground(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "STATE", tmp_path)
    have_pictures(tmp_path, over=ELSEWHERE)
    drawn({VILLAGE: square(0, 0), SIBLING_VILLAGE: square(1, 0)})
    officer = Officer.signed_in("township_centre")
    address = ordered(officer)
    carried_out(address)
    assert "有 2 个村取不到所选的底图" in officer.get(address).content.decode()


def test_the_pages_of_county_and_township_lead_down() -> None:
    officer = Officer.signed_in("county_centre")
    assert f"/console/print/{TOWNSHIP}" in officer.get(f"/console/print/{COUNTY}").content.decode()
    assert f"/console/print/{VILLAGE}" in officer.get(f"/console/print/{TOWNSHIP}").content.decode()
    organisation = officer.get(f"/console/organisation/{VILLAGE}").content.decode()
    assert f"/console/print/{VILLAGE}" in organisation


@pytest.mark.parametrize(
    "address",
    [
        f"/console/print/{SIBLING_VILLAGE}",
        f"/console/print/{SIBLING_VILLAGE}/posters-a3.pdf",
        f"/console/print/{SIBLING_VILLAGE}001/cards-a6.pdf",
        f"/console/print/{VILLAGE}999/posters-a3.pdf",
        f"/console/print/{VILLAGE}/posters-a7.pdf",
        f"/console/print/{VILLAGE}/letters-a3.pdf",
        "/console/print/nowhere",
        "/console/print/nowhere/posters-a3.pdf",
    ],
)
def test_what_is_not_ones_own_is_not_there(address: str) -> None:
    assert Officer.signed_in("station_head").get(address).status_code == 404


def test_a_visitor_signs_in_first(client: object) -> None:
    for address in (f"/console/print/{VILLAGE}/posters-a3.pdf", "/console/prints"):
        assert "/sign-in" in client.get(address)["Location"]  # type: ignore[attr-defined]


def test_an_order_is_followed_and_fetched() -> None:
    officer = Officer.signed_in("township_centre")
    address = ordered(officer)
    waiting = officer.get(address).content.decode()
    assert "0 / 2" in waiting
    assert "every 3s" in waiting
    fragment = officer.get(address, **{"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    carried_out(address)
    done = officer.get(address).content.decode()
    assert "every 3s" not in done
    assert f"{address}/file" in done
    file = officer.get(f"{address}/file")
    assert file["Content-Disposition"].startswith("attachment")
    with ZipFile(BytesIO(file.content)) as bound:
        assert len(bound.namelist()) == 2
    assert "横岭瑶族乡" in officer.get("/console/prints").content.decode()
    assert f'href="{address}"' in officer.get("/console/notices").content.decode()


def test_what_was_made_for_a_person_stands_together() -> None:
    officer = Officer.signed_in("township_centre")
    for page in ("/console/prints", "/console/lists"):
        shown = officer.get(page).content.decode()
        assert 'href="/console/lists"' in shown
        assert 'href="/console/prints"' in shown


def test_an_order_is_cancelled() -> None:
    officer = Officer.signed_in("township_centre")
    address = ordered(officer)
    assert officer.post(f"{address}/cancel").status_code == 302
    carried_out(address)
    assert "已取消" in officer.get(address).content.decode()
    assert officer.get(f"{address}/file").status_code == 404


def test_an_order_of_another_is_not_there() -> None:
    address = ordered(Officer.signed_in("township_centre"))
    carried_out(address)
    other = Officer.signed_in("township_intake")
    assert other.get(address).status_code == 404
    assert other.get(f"{address}/file").status_code == 404
    assert other.post(f"{address}/cancel").status_code == 404
    assert address not in other.get("/console/prints").content.decode()


def test_statements() -> None:
    officer = Officer.signed_in("township_centre")
    officer.get("/console/")
    address = ordered(officer)
    for name, page in {
        "console print village": f"/console/print/{VILLAGE}",
        "console print township": f"/console/print/{TOWNSHIP}",
        "console print document": f"/console/print/{VILLAGE}/posters-a4.pdf",
        "console print orders": "/console/prints",
        "console print order": address,
    }.items():
        with queries_of(name):
            assert officer.get(page).status_code == 200


@pytest.mark.parametrize("code", ["431199000", "431199001", "431199", "x", "\u0663" * 9])
def test_of_another_county_or_of_no_place_nothing_can_be_ordered(code: str) -> None:
    officer = Officer.signed_in("township_centre")
    assert officer.post(f"/console/print/{code}/order", what="posters-a4").status_code == 404
