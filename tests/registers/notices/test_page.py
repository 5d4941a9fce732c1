"""The page of notices, and the operator's page of those that could not be sent."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.registers.notices.conftest import CLOCK, NOON, NUMBER, as_clock, outbox, to_phone
from wangge.access.actor import Actor
from wangge.lib.message import Message
from wangge.registers.accounts.models import Account
from wangge.registers.notices import operations
from wangge.registers.notices.models import Notice
from wangge.registers.notices.operations import Note

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in() -> Callable[[str], Client]:
    def enter(key: str) -> Client:
        client = Client()
        client.force_login(Account.objects.get(username=key))
        return client

    return enter


def tell(who: Actor, said: Note) -> UUID:
    person = UUID(str(who.person_id))
    as_clock(lambda: operations.tell_persons([person], said, by=CLOCK, at=NOON))
    return UUID(str(outbox()[-1].pk))


def text(response: HttpResponse) -> str:
    assert response.status_code == 200
    return response.content.decode()


def unit_note() -> Note:
    words = Message("notice.unit", number=NUMBER, move=Message("case.move.dispatch"))
    return Note(message=words, about_kind="case")


def test_a_notice_leads_to_its_case_until_it_is_read(
    signed_in: Callable[[str], Client], officer: Callable[[str], Actor]
) -> None:
    key, client = tell(officer("station_head"), unit_note()), signed_in("station_head")
    page = text(client.get(reverse("notices")))
    assert f"本单位的事件 {NUMBER}" in page
    assert reverse("case", args=[NUMBER]) in page
    assert client.post(reverse("notice-read", args=[key])).status_code == 302
    assert NUMBER not in text(client.get(reverse("notices")))
    assert NUMBER in text(client.get(reverse("notices"), {"show": "all"}))


def test_all_are_read_at_once(
    signed_in: Callable[[str], Client], officer: Callable[[str], Actor]
) -> None:
    for _ in range(3):
        tell(officer("station_head"), unit_note())
    client = signed_in("station_head")
    assert reverse("notices-read") in text(client.get(reverse("notices")))
    client.post(reverse("notices-read"))
    assert NUMBER not in text(client.get(reverse("notices")))


def test_nobody_sees_or_reads_the_notices_of_another(
    signed_in: Callable[[str], Client], officer: Callable[[str], Actor]
) -> None:
    key, client = tell(officer("station_head"), unit_note()), signed_in("sibling_head")
    assert NUMBER not in text(client.get(reverse("notices"), {"show": "all"}))
    client.post(reverse("notice-read", args=[key]))
    assert as_clock(lambda: Notice.objects.get(pk=key).read_at) is None


def test_what_was_given_up_is_the_operator_s_alone(signed_in: Callable[[str], Client]) -> None:
    key = to_phone()
    as_clock(
        lambda: Notice.objects.filter(pk=key).update(
            channel="http", state="dead", tries=8, last_error="HTTP 400"
        )
    )
    operator = signed_in("it_admin")
    assert reverse("dead-letters") in text(operator.get(reverse("notices")))
    page = text(operator.get(reverse("dead-letters")))
    assert NUMBER in page
    assert "HTTP 400" in page
    again = reverse("notice-again", args=[key])
    assert again in page
    for address in (reverse("dead-letters"), again):
        method = "get" if address == reverse("dead-letters") else "post"
        assert getattr(signed_in("station_head"), method)(address).status_code == 403
    assert operator.post(again).status_code == 302
    assert NUMBER not in text(operator.get(reverse("dead-letters")))


def test_a_demo_shows_what_it_would_have_sent(signed_in: Callable[[str], Client]) -> None:
    to_phone()
    page = text(signed_in("it_admin").get(reverse("dead-letters"), {"show": "demo"}))
    assert f"您反映的事项 {NUMBER} 已受理。" in page


@pytest.mark.parametrize("name", ["notices", "dead-letters"])
def test_a_visitor_is_led_to_the_door(name: str) -> None:
    assert Client().get(reverse(name)).status_code == 302
