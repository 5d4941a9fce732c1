"""Entering a case: by the official's own eyes or on behalf of a resident, once, with a receipt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from pytest_django import Settings

from tests.factories.world import COUNTY, SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.interfaces.console.officers import Officer, offered, text_of
from tests.work.cases.desk import picture, post, unit
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib import query_code
from wangge.registers.accounts.models import Account
from wangge.registers.people.models import Person
from wangge.work.cases.models import Case, CaseFile, CaseReporter
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.receipts import receipt_digest

pytestmark = pytest.mark.django_db

ENTER = "/console/enter"


@pytest.fixture(autouse=True)
def shelf(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture
def clerk() -> Officer:
    return Officer.signed_in("station_clerk")


def form(officer: Officer, **said: object) -> dict[str, object]:
    """The form as a browser would send it: the hidden code, and a street light in group 2."""
    shown = text_of(officer.get(ENTER))
    code = re.search(r'name="query_code" value="([^"]+)"', shown)
    assert code
    return {
        "query_code": code[1],
        "place": VILLAGE,
        "group": "2",
        "place_words": "老井边",
        "words": "路灯不亮",
        "category": "0404",
        "source": "behalf",
        "name": "王 居民",
        "phone": "10000000002",
        "contact": "preset",
    } | said


def cases() -> list[Case]:
    rows = Case.objects.select_related("reporter").order_by("number")
    return door(Actor.clock(COUNTY), lambda: list(rows))


def reporter() -> CaseReporter:
    return door(Actor.clock(COUNTY), CaseReporter.objects.get)


def codes(response: HttpResponse) -> tuple[str, str]:
    """Number and query code as the receipt shows them."""
    found = re.findall(r"<code>([^<]+)</code>", text_of(response))
    return found[0], found[1]


def test_on_behalf_of_a_resident_both_are_named(clerk: Officer) -> None:
    made = clerk.post(ENTER, **form(clerk))
    assert made.status_code == 200
    assert made["Cache-Control"] == "no-store"
    number, code = codes(made)
    (case,) = cases()
    assert case.number == number
    assert case.receipt == receipt_digest(number, query_code.normalise(code))
    assert (case.channel, case.grid_code, case.group_number) == ("behalf", f"{VILLAGE}001", 2)
    assert case.place_words == "老井边"
    told = reporter()
    assert (told.name, told.person_id) == ("王居民", None)
    assert told.on_behalf_by_id == post("v_service_station", "intake")
    assert told.handler_may_contact


def test_what_the_official_saw_needs_no_name(clerk: Officer) -> None:
    said = form(clerk, source="seen", name="", phone="")
    assert clerk.post(ENTER, **said).status_code == 200
    told = reporter()
    account = Account.objects.get(username="station_clerk")
    assert told.name == ""
    assert told.on_behalf_by_id is None
    person = door(Actor.clock(COUNTY), lambda: Person.objects.get(account=account).pk)
    assert told.person_id == person
    assert cases()[0].channel == "staff"


def test_sent_twice_it_is_one_case_and_one_receipt(clerk: Officer) -> None:
    said = form(clerk)
    first, second = clerk.post(ENTER, **said), clerk.post(ENTER, **said)
    assert codes(first) == codes(second)
    assert len(cases()) == 1


def test_another_report_under_the_same_code_is_refused(clerk: Officer) -> None:
    said = form(clerk)
    clerk.post(ENTER, **said)
    assert clerk.post(ENTER, **said | {"words": "水管漏水"}).status_code == 422
    assert len(cases()) == 1


def test_without_a_category_the_words_propose_some(clerk: Officer) -> None:
    asked = clerk.post(ENTER, **form(clerk, category=""))
    assert asked.status_code == 200
    assert "请选择类别" in text_of(asked)
    assert offered(asked, "category")[0] == "0404"
    assert ">路灯不亮</textarea>" in text_of(asked)
    assert cases() == []


def test_the_proposals_come_while_one_types(clerk: Officer) -> None:
    shown = clerk.post(f"{ENTER}/kinds", words="路灯不亮")
    assert offered(shown, "category")[0] == "0404"
    assert "<html" not in text_of(shown)
    assert offered(clerk.post(f"{ENTER}/kinds", words=""), "category") == []


def test_the_whole_list_goes_before_a_card(clerk: Officer) -> None:
    clerk.post(ENTER, **form(clerk, other_category="0402"))
    assert cases()[0].category == "0402"


@pytest.mark.parametrize(
    ("category", "contact", "may"),
    [("0404", "preset", True), ("0101", "preset", False), ("0101", "yes", True)],
)
def test_contact_is_preset_by_the_category(
    clerk: Officer, category: str, contact: str, may: bool
) -> None:
    clerk.post(ENTER, **form(clerk, other_category=category, contact=contact))
    assert reporter().handler_may_contact is may


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"place": SIBLING_VILLAGE}, "place"),
        ({"place": "'; --"}, "place"),
        ({"group": "77"}, "group"),
        ({"group": "x"}, "group"),
        ({"words": " "}, "words"),
        ({"name": ""}, "name"),
        ({"phone": "123"}, "phone"),
        ({"query_code": "OOPS"}, "query_code"),
        ({"category": "9999"}, "category"),
    ],
)
def test_what_is_wrong_stands_at_its_field(
    clerk: Officer, wrong: dict[str, str], field: str
) -> None:
    made = clerk.post(ENTER, **form(clerk, **wrong))
    assert made.status_code == 422
    assert f'href="#{field}"' in text_of(made) or f'id="{field}-error"' in text_of(made)
    assert cases() == []


def test_a_personal_benefit_is_never_anonymous(clerk: Officer) -> None:
    made = clerk.post(ENTER, **form(clerk, other_category="0503", phone=""))
    assert made.status_code == 422
    assert 'id="phone-error"' in text_of(made)


def test_everybody_enters_within_their_own_area() -> None:
    places = offered(Officer.signed_in("grid_worker").get(ENTER), "place")
    assert places == [VILLAGE]
    places = offered(Officer.signed_in("township_intake").get(ENTER), "place")
    assert places == ["", VILLAGE, SIBLING_VILLAGE, TOWNSHIP]  # nothing stands chosen
    assert COUNTY in offered(Officer.signed_in("county_intake").get(ENTER), "place")


def test_a_worker_does_not_report_from_the_neighbours_grid() -> None:
    worker = Officer.signed_in("grid_worker")
    made = worker.post(ENTER, **form(worker, group="1"))  # lies in the second grid
    assert made.status_code == 403
    made = worker.post(ENTER, **form(worker, source="seen", name="", phone=""))
    assert made.status_code == 200
    assert cases()[0].channel == "worker"


def test_a_department_enters_nothing() -> None:
    assert Officer.signed_in("transport_liaison").get(ENTER).status_code == 403


def test_of_a_complaint_the_clerk_asks_about_whom(clerk: Officer) -> None:
    asked = clerk.post(ENTER, **form(clerk, other_category="0905"))
    assert asked.status_code == 200
    assert cases() == []
    assert {"v_committee", "t_government", "discipline_inspection"} <= set(
        offered(asked, "complained_of")
    )
    assert ">路灯不亮</textarea>" in text_of(asked)
    made = clerk.post(ENTER, **form(clerk, other_category="0905", complained_of="t_government"))
    assert made.status_code == 200
    (case,) = cases()
    assert unit("t_government") in facts_of(case).barred_units
    assert unit("t_water") in facts_of(case).barred_units


def test_nobody_is_complained_of_where_a_lamp_is_out(clerk: Officer) -> None:
    assert 'name="complained_of"' not in text_of(clerk.get(ENTER))
    made = clerk.post(ENTER, **form(clerk, complained_of="v_committee"))
    assert made.status_code == 200
    assert facts_of(cases()[0]).barred_units == frozenset()


def test_photos_stand_with_the_report_even_of_a_complaint_nobody_here_sees(clerk: Officer) -> None:
    photo = SimpleUploadedFile("a.png", picture("red"))
    said = form(clerk, other_category="0905", complained_of="v_committee", photo=[photo])
    made = clerk.post(ENTER, **said)
    assert made.status_code == 200
    file = door(Actor.clock(COUNTY), CaseFile.objects.get)
    assert file.role == "report"
    number, _ = codes(made)
    assert clerk.get(f"/console/cases/{number}").status_code == 404
    photo.seek(0)
    assert codes(clerk.post(ENTER, **said)) == codes(made)


def test_a_bad_photo_is_an_error_and_the_good_one_stays(clerk: Officer) -> None:
    photos = [SimpleUploadedFile("a.png", picture("red")), SimpleUploadedFile("b.png", b"x")]
    said = form(clerk)
    made = clerk.post(ENTER, **said, photo=photos)
    assert made.status_code == 422
    (mark,) = re.findall(r'name="photo_taken" value="([^"]+)"', text_of(made))
    assert clerk.post(ENTER, **said, photo_taken=mark).status_code == 200
    assert door(Actor.clock(COUNTY), CaseFile.objects.count) == 1


def test_emergencies_are_told_to_call_first(clerk: Officer) -> None:
    made = clerk.post(ENTER, **form(clerk, category="", words="有人溺水"))
    assert "请先拨打 110" in text_of(made)
    made = clerk.post(ENTER, **form(clerk, words="路灯不亮"))
    assert "请先拨打 110" not in text_of(made)


def test_the_page_reads_in_english(clerk: Officer) -> None:
    clerk.client.cookies["wangge_language"] = "en"
    shown = text_of(clerk.get(ENTER)).split("<main")[1].split("</main>")[0]
    assert "Name of the resident" in shown
    assert "{" not in shown
