"""Tokens: issued, used, ended in every way there is; and nothing but a token lets a program in."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.interfaces.api.conftest import (
    CASES,
    CLOCK,
    LAMP,
    Program,
    issued,
    officer,
    program_of,
)
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.registers.accounts import operations as accounts
from wangge.registers.accounts.models import Account
from wangge.registers.audit.models import AuditEvent
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations import operations as organisations
from wangge.registers.organisations.models import ApiToken, Appointment
from wangge.registers.organisations.operations import tokens
from wangge.registers.organisations.queries.tokens import bearer_of
from wangge.registers.organisations.rules.tokens import MOST

pytestmark = pytest.mark.django_db

CLERK = "station_clerk"


def kinds_of(token: ApiToken) -> list[str]:
    events = AuditEvent.objects.filter(object_id=str(token.pk)).order_by("id")
    return door(CLOCK, lambda: list(events.values_list("kind", flat=True)))


def answer_to(text: str) -> int:
    return Program(text).get(CASES).status_code


def revoked(token: ApiToken, by: Actor) -> None:
    door(by, lambda: tokens.revoke(token.pk, by=by, at=timezone.now()))


def test_only_a_digest_is_kept() -> None:
    new = issued(CLERK)
    secret = new.text.split("_")[2]
    kept = ApiToken.objects.filter(pk=new.token.pk).values().get()
    assert secret not in str(kept)
    assert re.fullmatch(r"wg_[0-9a-f]{32}_[0-9a-f]{48}", new.text)


def test_issuing_and_taking_back_are_recorded() -> None:
    new = issued(CLERK)
    assert answer_to(new.text) == 200
    revoked(new.token, officer(CLERK))
    assert answer_to(new.text) == 401
    assert kinds_of(new.token) == ["token.issued", "token.revoked"]


def test_the_day_of_the_last_use_is_noted_and_no_more() -> None:
    new = issued(CLERK)
    assert answer_to(new.text) == 200
    assert ApiToken.objects.get(pk=new.token.pk).last_used_on == county_day(timezone.now())


def test_a_token_acts_in_its_post_alone() -> None:
    held = officer("station_head").posts
    assert len(held) == 2
    texts = [issued("station_head", post=place).text for place in range(2)]
    found = [bearer_of(text, timezone.now()) for text in texts]
    assert [each.actor.posts for each in found if each] == [(post,) for post in held]


def test_a_token_ends_with_its_term() -> None:
    new = issued(CLERK, days=30)
    last = timezone.now() + timedelta(days=29)
    assert bearer_of(new.text, last) is not None
    assert bearer_of(new.text, last + timedelta(days=1)) is None


def test_a_token_ends_with_the_appointment() -> None:
    new = issued(CLERK)
    day = county_day(timezone.now())
    held = Appointment.objects.get(person=new.token.person_id)
    door(
        CLOCK,
        lambda: organisations.dismiss(held.pk, ends_on=day, by=CLOCK, at=timezone.now()),
    )
    assert answer_to(new.text) == 401


def test_a_token_ends_with_the_account() -> None:
    new = issued(CLERK)
    account = Account.objects.get(username=CLERK)
    door(CLOCK, lambda: accounts.disable(account.pk, by=CLOCK, at=timezone.now()))
    assert answer_to(new.text) == 401


@pytest.mark.parametrize(
    ("step", "words"),
    [("must_change_password", "换成自己的密码"), ("must_use_second_factor", "设置第二重验证")],
)
def test_a_token_opens_nothing_while_the_account_owes_a_step(step: str, words: str) -> None:
    new = issued(CLERK)
    accounts_of_clerk = Account.objects.filter(username=CLERK)
    accounts_of_clerk.update(**{step: True})
    refused = Program(new.text).get(CASES)
    assert (refused.status_code, refused["Content-Type"]) == (403, "application/problem+json")
    assert words in refused.json()["detail"]
    assert Program(new.text).send(CASES, LAMP).status_code == 403
    assert ApiToken.objects.get(pk=new.token.pk).last_used_on is None
    accounts_of_clerk.update(**{step: False})
    assert answer_to(new.text) == 200


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:-1] + ("0" if text[-1] != "0" else "1"),
        lambda text: text.upper(),
        lambda text: text + "0",
        lambda text: f"wg_{'0' * 32}_{text[-48:]}",
        lambda _: "",
        lambda _: "wg__",
        lambda _: "wg_\x00_",
    ],
)
def test_what_is_almost_a_token_is_none(change: object) -> None:
    text = change(issued(CLERK).text)  # type: ignore[operator]
    assert bearer_of(text, timezone.now()) is None


def test_a_session_lets_no_program_in() -> None:
    client = Client()
    client.force_login(Account.objects.get(username=CLERK))
    assert client.get("/console/").status_code == 200
    assert client.get(CASES).status_code == 401
    posted = client.post(CASES, LAMP, content_type="application/json")
    assert posted.status_code == 401


def test_a_token_opens_no_page() -> None:
    assert program_of(CLERK).get("/console/").status_code == 302


def test_a_session_beside_a_token_counts_for_nothing() -> None:
    program = program_of("sibling_head")
    number = program_of(CLERK).report()["number"]
    program.client.force_login(Account.objects.get(username=CLERK))
    assert program.get(f"{CASES}/{number}").status_code == 404


@pytest.mark.parametrize(
    ("days", "name", "field"), [(0, "x", "expires_on"), (366, "x", "expires_on"), (1, " ", "name")]
)
def test_a_token_has_a_term_and_a_name(days: int, name: str, field: str) -> None:
    by, at = officer(CLERK), timezone.now()
    ends = county_day(at) + timedelta(days=days)

    def attempt() -> Refusal:
        with pytest.raises(Refusal) as refused:
            tokens.issue(by.posts[0].post_id, name, expires_on=ends, by=by, at=at)
        return refused.value

    assert list(door(by, attempt).fields) == [field]


def test_another_s_post_gets_no_token_and_another_s_token_is_not_taken_back() -> None:
    by, at = officer(CLERK), timezone.now()
    theirs = issued("water_head")
    ends = county_day(at) + timedelta(days=1)

    def attempt() -> list[int]:
        with pytest.raises(Refusal) as issuing:
            tokens.issue(theirs.token.post_id, "x", expires_on=ends, by=by, at=at)
        with pytest.raises(Refusal) as revoking:
            tokens.revoke(theirs.token.pk, by=by, at=at)
        return [issuing.value.status, revoking.value.status]

    assert door(by, attempt) == [403, 404]
    assert answer_to(theirs.text) == 200


def test_there_is_an_end_to_the_number_of_tokens() -> None:
    for _ in range(MOST):
        issued(CLERK)
    with pytest.raises(Refusal, match="too_many"):
        issued(CLERK)


def test_the_page_issues_shows_once_and_takes_back() -> None:
    client = Client()
    client.force_login(Account.objects.get(username=CLERK))
    post = str(officer(CLERK).posts[0].post_id)
    shown = client.post("/console/tokens", {"name": "台账", "post": post, "days": "30"})
    assert shown.status_code == 200
    assert shown["Cache-Control"] == "no-store"
    found = re.search(r"wg_[0-9a-f]{32}_[0-9a-f]{48}", shown.content.decode())
    assert found
    assert answer_to(found[0]) == 200
    listed = client.get("/console/tokens").content.decode()
    assert "台账" in listed
    assert found[0] not in listed
    address = re.search(r"/console/tokens/[0-9a-f-]{36}/revoke", listed)
    assert address
    assert client.post(address[0])["Location"] == "/console/tokens"
    assert answer_to(found[0]) == 401
    assert "台账" not in client.get("/console/tokens").content.decode()


@pytest.mark.parametrize("said", [{"name": ""}, {"post": "0"}, {"days": "9999"}, {"name": "x\0"}])
def test_the_page_refuses_what_does_not_fit(said: dict[str, str]) -> None:
    client = Client()
    client.force_login(Account.objects.get(username=CLERK))
    post = str(officer(CLERK).posts[0].post_id)
    filled = {"name": "台账", "post": post, "days": "30", **said}
    before = ApiToken.objects.count()
    assert client.post("/console/tokens", filled).status_code == 422
    assert ApiToken.objects.count() == before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_on_the_page_is_without_words(language: str) -> None:
    issued("station_head")
    client = Client()
    client.force_login(Account.objects.get(username="station_head"))
    client.get(f"/language/{language}")
    shown = client.get("/console/tokens").content.decode()
    assert re.findall(r"\[[a-z_]+-[a-z0-9_-]+\]", shown) == []
