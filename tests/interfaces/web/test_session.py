"""Signing in: name and password, the second factor, the end of a session."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pyotp
import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.interfaces.markup import markup
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.registers.accounts import operations as accounts
from wangge.registers.accounts.models import Account

PASSWORD = "eine-lange-Losung-7"
CLERK = "station_clerk"
CENTRE = "county_centre"


def text_of(response: HttpResponse) -> str:
    return markup(response)


def account(name: str) -> UUID:
    pk: UUID = Account.objects.get(username=name).pk
    return pk


def run(change: object, *args: object) -> object:
    """An operation by the clock, now."""
    by, at = Actor.clock("431124"), timezone.now()
    return door(by, lambda: change(*args, by=by, at=at))  # type: ignore[operator]


@pytest.fixture
def clerk(db: None) -> str:
    run(accounts.change_password, account(CLERK), PASSWORD)
    return CLERK


@pytest.fixture
def centre_secret(db: None) -> str:
    """The county centre's head signs in with a second factor; returns its secret."""
    run(accounts.change_password, account(CENTRE), PASSWORD)
    Account.objects.filter(username=CENTRE).update(must_use_second_factor=True)
    secret = str(run(accounts.begin_second_factor, account(CENTRE)))
    by, then = Actor.clock("431124"), timezone.now() - timedelta(minutes=2)  # a code is used once
    code = pyotp.TOTP(secret).at(then)
    pk = account(CENTRE)
    door(by, lambda: accounts.confirm_second_factor(pk, code, network="", by=by, at=then))
    return secret


def sign_in(client: Client, name: str, password: str, **more: str) -> HttpResponse:
    return client.post("/sign-in", {"username": name, "password": password, "next": "/"}, **more)


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_name_and_password_sign_in(client: Client, clerk: str) -> None:
    assert sign_in(client, clerk, PASSWORD)["Location"] == "/"
    assert is_signed_in(client)


def test_a_wrong_name_and_a_wrong_password_look_the_same(client: Client, clerk: str) -> None:
    wrong_name = sign_in(client, "nobody", PASSWORD)
    wrong_password = sign_in(client, clerk, "something else")
    assert wrong_name.status_code == wrong_password.status_code == 403
    for response in (wrong_name, wrong_password):
        assert "用户名或密码不对" in text_of(response)
        assert 'role="alert"' in text_of(response)
    assert not is_signed_in(client)


def test_after_three_failures_one_waits(client: Client, clerk: str) -> None:
    for _ in range(3):
        sign_in(client, clerk, "wrong")
    waits = sign_in(client, clerk, PASSWORD)
    assert waits.status_code == 429
    assert "试的次数太多" in text_of(waits)


def test_the_holder_elsewhere_does_not_wait(client: Client, clerk: str) -> None:
    for _ in range(4):
        sign_in(client, clerk, "wrong", REMOTE_ADDR="192.0.2.7")
    assert sign_in(client, clerk, PASSWORD, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_a_disabled_account_does_not_sign_in(client: Client, clerk: str) -> None:
    run(accounts.disable, account(clerk))
    assert sign_in(client, clerk, PASSWORD).status_code == 403


def test_nobody_is_led_to_another_site(client: Client, clerk: str) -> None:
    form = {"username": clerk, "password": PASSWORD, "next": "https://example.invalid/"}
    assert "example.invalid" not in client.post("/sign-in", form)["Location"]


def test_the_second_factor_is_asked_for(client: Client, centre_secret: str) -> None:
    assert sign_in(client, CENTRE, PASSWORD)["Location"].startswith("/sign-in/second-factor")
    assert not is_signed_in(client)
    asked = client.get("/sign-in/second-factor?next=/")
    assert 'autocomplete="one-time-code"' in text_of(asked)
    code = pyotp.TOTP(centre_secret).now()
    assert client.post("/sign-in/second-factor", {"code": code, "next": "/"}).status_code == 302
    assert is_signed_in(client)


def test_a_wrong_second_factor_is_refused(client: Client, centre_secret: str) -> None:
    sign_in(client, CENTRE, PASSWORD)
    refused = client.post("/sign-in/second-factor", {"code": "abcdef"})
    assert refused.status_code == 403
    assert "验证码不对" in text_of(refused)
    assert not is_signed_in(client)


def test_the_second_factor_without_a_password_is_no_way_in(client: Client, db: None) -> None:
    assert client.get("/sign-in/second-factor")["Location"] == "/sign-in"


def test_signing_out(client: Client, clerk: str) -> None:
    sign_in(client, clerk, PASSWORD)
    assert client.post("/sign-out")["Location"] == "/"
    assert not is_signed_in(client)


def test_an_idle_session_ends(client: Client, clerk: str) -> None:
    sign_in(client, clerk, PASSWORD)
    session = client.session
    session["seen"] = (timezone.now() - timedelta(hours=2)).timestamp()
    session.save()
    client.get("/")
    assert not is_signed_in(client)


def test_a_page_that_asks_by_itself_does_not_keep_a_session_alive(
    client: Client, clerk: str
) -> None:
    sign_in(client, clerk, PASSWORD)
    session = client.session
    seen = session["seen"] = (timezone.now() - timedelta(minutes=20)).timestamp()
    session.save()
    client.get("/console/", headers={"By-Itself": "yes"})
    assert client.session["seen"] == seen
    client.get("/console/")
    assert client.session["seen"] > seen
