"""One's own account: what is owed comes first, password, second factor, sessions."""

from __future__ import annotations

import re
from datetime import timedelta

import pyotp
import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.utils import timezone

from tests.factories.world import VILLAGE
from tests.interfaces.console.officers import Officer, text_of
from tests.interfaces.counting import queries_of
from tests.registers.organisations.staff import CLOCK, account, done_by, recorded
from wangge.registers.accounts import operations as accounts
from wangge.registers.accounts.models import Account, Session

pytestmark = pytest.mark.django_db

CLERK, CENTRE = "station_clerk", "county_centre"
PASSWORD, NEW = "eine-lange-Losung-7", "ein-anderes-Wort-8"
PHONE = "Mozilla/5.0 (Linux; Android 10) Mobile"
PAGES = ("/console/", "/console/organisation", "/console/account", "/console/tokens")


def with_password(key: str = CLERK) -> str:
    done_by(CLOCK, accounts.change_password, account(key).pk, PASSWORD, at=timezone.now())
    return key


def sign_in(key: str = CLERK, password: str = PASSWORD, **more: str) -> Client:
    client = Client(headers={"user-agent": PHONE})
    sent = client.post("/sign-in", {"username": key, "password": password, "next": "/"}, **more)
    assert sent.status_code == 302, text_of(sent)
    return client


def is_signed_in(client: Client) -> bool:
    return client.get("/console/account").status_code == 200


def change(client: Client, **said: str) -> object:
    form = {"present": PASSWORD, "password": NEW, "again": NEW} | said
    return client.post("/console/account/password", form)


def test_a_password_of_somebody_else_is_changed_before_anything_else() -> None:
    at = timezone.now()
    given = done_by(CLOCK, accounts.give_one_time_password, account(CLERK).pk, at=at)
    client = sign_in(password=given)
    for page in PAGES:
        assert client.get(page)["Location"] == "/console/account/password"
    shown = text_of(client.get("/console/account/password"))
    assert "请先换成自己的密码" in shown
    assert "/console/cases" not in shown  # no rail: nothing else is open
    assert client.post("/console/account/second-factor/begin")["Location"].endswith("/password")
    assert change(client, present=given)["Location"] == "/console/account"
    assert client.get("/console/").status_code == 200
    assert not account(CLERK).must_change_password
    assert len(recorded("password.changed")) == 1


def test_an_account_that_owes_a_step_holds_no_right() -> None:
    """Also where a page forgets to ask: the actor has no post."""
    given = done_by(CLOCK, accounts.give_one_time_password, account(CENTRE).pk, at=timezone.now())
    client = sign_in(CENTRE, given)
    assert client.get("/").wsgi_request.actor.posts == ()


def test_a_post_of_the_county_sets_up_its_second_factor_first() -> None:
    with_password(CENTRE)
    Account.objects.filter(username=CENTRE).update(must_use_second_factor=True)
    client = sign_in(CENTRE)
    assert client.get("/console/")["Location"] == "/console/account/second-factor"
    assert "请先设置" in text_of(client.get("/console/account/second-factor"))
    client.post("/console/account/second-factor/begin")
    shown = text_of(client.get("/console/account/second-factor"))
    assert "<svg" in shown
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", shown)[1].replace(" ", "")
    code = pyotp.TOTP(secret).now()
    typed = f"{code[:3]} {code[3:]}"
    sent = client.post("/console/account/second-factor", {"code": typed})
    assert sent["Location"] == "/console/account"
    assert client.get("/console/").status_code == 200
    again = Client().post("/sign-in", {"username": CENTRE, "password": PASSWORD})
    assert again["Location"].startswith("/sign-in/second-factor")


def test_the_secret_is_kept_by_no_cache() -> None:
    client = sign_in(with_password())
    client.post("/console/account/second-factor/begin")
    assert "no-store" in client.get("/console/account/second-factor")["Cache-Control"]


def test_a_wrong_code_comes_back_at_its_field() -> None:
    client = sign_in(with_password())
    client.post("/console/account/second-factor/begin")
    sent = client.post("/console/account/second-factor", {"code": "abcdef"})
    assert sent.status_code == 422
    assert "验证码不对" in text_of(sent)
    assert account(CLERK).second_factor is None


def test_changing_the_password_ends_the_other_sessions_and_keeps_this_one() -> None:
    here, there = sign_in(with_password()), sign_in()
    assert change(here)["Location"] == "/console/account"
    assert is_signed_in(here)
    assert not is_signed_in(there)
    assert Session.objects.filter(account=account(CLERK)).count() == 1
    sign_in(password=NEW)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"present": "wrong"}, "现在的密码不对"),
        ({"again": "something else"}, "两次输入的新密码不一样"),
        ({"password": "short", "again": "short"}, "密码太短"),
        ({"password": "station_clerk1", "again": "station_clerk1"}, "和用户名太像"),
        ({"password": "1234567890", "again": "1234567890"}, "太常见"),
        ({"password": PASSWORD, "again": PASSWORD}, "不能和现在的密码一样"),
    ],
)
def test_a_password_that_is_refused(said: dict[str, str], words: str) -> None:
    client = sign_in(with_password())
    sent = change(client, **said)
    assert sent.status_code == 422
    assert words in text_of(sent)
    assert PASSWORD not in text_of(sent)
    assert account(CLERK).check_password(PASSWORD)


def test_an_open_browser_guesses_no_faster_than_the_sign_in_page() -> None:
    client = sign_in(with_password())
    for _ in range(3):
        assert change(client, present="wrong").status_code == 422
    assert change(client).status_code == 429
    assert change(client, REMOTE_ADDR="198.51.100.7").status_code == 429
    elsewhere = sign_in(REMOTE_ADDR="198.51.100.7")  # the holder elsewhere does not wait
    form = {"present": PASSWORD, "password": NEW, "again": NEW}
    sent = elsewhere.post("/console/account/password", form, REMOTE_ADDR="198.51.100.7")
    assert sent.status_code == 302


def test_an_account_of_the_demo_has_no_secrets_to_change() -> None:
    clerk = Officer.signed_in(CLERK)
    assert clerk.get("/console/account/password").status_code == 409
    assert clerk.post("/console/account/second-factor/begin").status_code == 409
    assert "/console/account/password" not in text_of(clerk.get("/console/account"))


def test_sessions_are_listed_and_ended_by_their_person() -> None:
    here, there = sign_in(with_password()), sign_in(REMOTE_ADDR="198.51.100.7")
    shown = text_of(here.get("/console/account"))
    assert "198.51.100" in shown
    assert "198.51.100.7" not in shown
    assert "手机" in shown
    for client in (here, there):
        assert client.session.session_key not in shown
    handles = re.findall(r"/console/account/sessions/([0-9a-f]+)/end", shown)
    assert len(handles) == 2
    ends = [h for h in handles if ends_other(h, here)]
    assert here.post(f"/console/account/sessions/{ends[0]}/end")["Location"] == "/console/account"
    assert is_signed_in(here)
    assert not is_signed_in(there)
    (event,) = recorded("account.sessions_ended")
    assert event.codes == {"count": 1}


def ends_other(handle: str, here: Client) -> bool:
    from wangge.registers.accounts.rules import handle_of

    return handle != handle_of(here.session.session_key)


def test_ending_the_session_one_sits_in_front_of_signs_out() -> None:
    client = sign_in(with_password())
    shown = text_of(client.get("/console/account"))
    (handle,) = re.findall(r"/console/account/sessions/([0-9a-f]+)/end", shown)
    assert client.post(f"/console/account/sessions/{handle}/end")["Location"] == "/sign-in"
    assert not is_signed_in(client)


def test_nobody_ends_the_session_of_somebody_else() -> None:
    from wangge.registers.accounts.rules import handle_of

    mine = sign_in(with_password())
    other = Officer.signed_in("station_head")
    handle = handle_of(mine.session.session_key)
    assert other.post(f"/console/account/sessions/{handle}/end").status_code == 404
    assert is_signed_in(mine)


def test_a_session_knows_its_account_and_when_it_was_used() -> None:
    client = sign_in(with_password())
    row = Session.objects.get(account=account(CLERK))
    assert client.session[SESSION_KEY] == str(row.account_id)
    assert (row.network, row.browser) == ("127.0.0", "phone")
    assert timezone.now() - row.last_seen_at < timedelta(minutes=1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_left_without_words(language: str) -> None:
    client = sign_in(with_password())
    client.cookies["wangge_language"] = language
    client.post("/console/account/second-factor/begin")
    for page in ("account", "account/password", "account/second-factor"):
        shown = text_of(client.get(f"/console/{page}"))
        assert re.findall(r"\[[a-z_]+-[a-z0-9_-]+\]", shown) == []


def test_statements() -> None:
    client = sign_in(with_password())
    client.get("/console/account")
    with queries_of("console own account"):
        client.get("/console/account")


def test_the_account_leads_to_what_belongs_to_the_person() -> None:
    worker = Officer.signed_in("grid_worker")
    shown = text_of(worker.get("/console/account"))
    for address in ("/console/tokens", "/console/notices", f"/console/organisation/{VILLAGE}"):
        assert f'href="{address}"' in shown
    assert "甲网格员" in shown
