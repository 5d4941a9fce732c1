"""The security administrator's pages, and how the three administrators are kept apart."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.interfaces.console.officers import Officer, offered, text_of
from tests.interfaces.counting import queries_of
from tests.registers.organisations.staff import CLOCK, account, done_by
from wangge.registers.accounts.models import Account, Session
from wangge.registers.people.models import Person
from wangge.registers.people.operations import NewOfficer, enter_officers

pytestmark = pytest.mark.django_db

CLERK = "station_clerk"


@pytest.fixture
def security() -> Officer:
    return Officer.signed_in("security_admin")


def newcomer() -> UUID:
    (pk,) = done_by(CLOCK, enter_officers, [NewOfficer("戊新人")])
    return pk


def password_shown(response: object) -> str:
    found = re.search(r"<code>([a-z0-9-]{19})</code>", text_of(response))
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("key", "accounts", "audit", "letters"),
    [
        ("security_admin", 200, 403, 403),
        ("auditor", 403, 200, 403),
        ("it_admin", 403, 403, 200),
        ("county_centre", 403, 403, 403),
        ("station_clerk", 403, 403, 403),
    ],
)
def test_three_hands(key: str, accounts: int, audit: int, letters: int) -> None:
    officer = Officer.signed_in(key)
    answers = [officer.get(f"/console/{p}").status_code for p in ("accounts", "audit", "letters")]
    assert answers == [accounts, audit, letters]
    rail = text_of(officer.get("/console/account"))
    assert ('href="/console/accounts"' in rail) is (accounts == 200)
    assert ('href="/console/audit"' in rail) is (audit == 200)


@pytest.mark.parametrize("key", ["auditor", "it_admin"])
def test_the_other_two_touch_no_account(key: str) -> None:
    officer, pk = Officer.signed_in(key), account(CLERK).pk
    for act in ("password", "sessions", "second_factor", "disable", "enable"):
        assert officer.post(f"/console/accounts/{pk}/{act}").status_code == 403
    assert account(CLERK).is_active


def test_a_visitor_is_led_to_the_door() -> None:
    assert Client().get("/console/accounts")["Location"].startswith("/sign-in")


def test_the_list_is_searched_and_leaves_the_other_county_out(security: Officer) -> None:
    shown = text_of(security.get("/console/accounts"))
    assert "station_clerk" in shown
    assert "other_station_head" not in shown
    found = text_of(security.get("/console/accounts?who=station_c"))
    assert "station_clerk" in found
    assert "station_head" not in found
    assert "没有符合的账号" in text_of(security.get("/console/accounts?who=nobody"))


def test_an_account_is_opened_and_its_password_shown_once(security: Officer) -> None:
    newcomer()
    assert "请先按姓名查找" in text_of(security.get("/console/accounts/new"))
    (found,) = offered(security.get("/console/accounts/new?who=戊新"), "person")
    made = security.post("/console/accounts/new?who=戊新", person=found, username=" Wu.Xinren ")
    assert made.status_code == 200
    assert "no-store" in made["Cache-Control"]
    given = password_shown(made)
    opened = Account.objects.get(username="wu.xinren")
    assert opened.must_change_password
    assert given not in text_of(security.get(f"/console/accounts/{opened.pk}"))
    client = Client()
    client.post("/sign-in", {"username": "wu.xinren", "password": given})
    assert client.get("/console/")["Location"] == "/console/account/password"


def test_who_has_an_account_is_not_offered(security: Officer) -> None:
    assert offered(security.get("/console/accounts/new?who=甲文书"), "person") == []


def test_a_taken_name_comes_back_with_what_was_typed(security: Officer) -> None:
    pk = newcomer()
    made = security.post("/console/accounts/new?who=戊新", person=str(pk), username=CLERK)
    assert made.status_code == 422
    assert "已经有人用" in text_of(made)
    assert f'value="{CLERK}"' in text_of(made)
    assert Person.objects.get(pk=pk).account_id is None


def test_a_reset_password_is_shown_once_and_ends_the_sessions(security: Officer) -> None:
    clerk = Officer.signed_in(CLERK)
    made = security.post(f"/console/accounts/{account(CLERK).pk}/password")
    assert account(CLERK).check_password(password_shown(made))
    assert clerk.get("/console/")["Location"].startswith("/sign-in")


@pytest.mark.parametrize("act", ["sessions", "second_factor", "disable"])
def test_acts_that_end_the_sessions(security: Officer, act: str) -> None:
    clerk, pk = Officer.signed_in(CLERK), account(CLERK).pk
    sent = security.post(f"/console/accounts/{pk}/{act}")
    assert sent["Location"] == f"/console/accounts/{pk}"
    assert not Session.objects.filter(account=pk).exists()
    assert clerk.get("/console/")["Location"].startswith("/sign-in")


def test_what_may_be_done_fits_the_state(security: Officer) -> None:
    pk = account(CLERK).pk
    open_acts = text_of(security.get(f"/console/accounts/{pk}"))
    assert f"/console/accounts/{pk}/disable" in open_acts
    assert f"/console/accounts/{pk}/enable" not in open_acts
    assert f"/console/accounts/{pk}/second_factor" not in open_acts
    security.post(f"/console/accounts/{pk}/disable")
    closed = text_of(security.get(f"/console/accounts/{pk}"))
    assert f"/console/accounts/{pk}/enable" in closed
    assert "已停用" in closed


def test_what_is_elsewhere_and_what_is_not_there_look_alike(security: Officer) -> None:
    bodies = []
    for pk in (account("other_station_head").pk, uuid4()):
        page = security.get(f"/console/accounts/{pk}")
        act = security.post(f"/console/accounts/{pk}/disable")
        assert (page.status_code, act.status_code) == (404, 404)
        main = text_of(page).split("<main")[1]
        bodies.append(re.sub(r"(<code>|>)[0-9a-f-]{16,}", "", main))
    assert bodies[0].split("</h1>")[0] == bodies[1].split("</h1>")[0]
    assert account("other_station_head").is_active


def test_an_act_nobody_knows_is_not_there(security: Officer) -> None:
    assert security.post(f"/console/accounts/{account(CLERK).pk}/fly").status_code == 404


def test_the_own_account_is_managed_by_another(security: Officer) -> None:
    pk = account("security_admin").pk
    shown = text_of(security.get(f"/console/accounts/{pk}"))
    assert f"/console/accounts/{pk}/" not in shown
    assert security.post(f"/console/accounts/{pk}/password").status_code == 403


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_left_without_words(security: Officer, language: str) -> None:
    security.client.cookies["wangge_language"] = language
    for page in ("accounts", "accounts/new?who=甲", f"accounts/{account(CLERK).pk}"):
        shown = text_of(security.get(f"/console/{page}"))
        assert re.findall(r"\[[a-z_]+-[a-z0-9_-]+\]", shown) == []


def test_statements(security: Officer) -> None:
    security.get("/console/accounts")
    with queries_of("console accounts"):
        security.get("/console/accounts")
    with queries_of("console account"):
        security.get(f"/console/accounts/{account(CLERK).pk}")
