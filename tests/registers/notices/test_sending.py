"""Letters leave the house: signed, once, and again when they fail, until they are given up."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256

import pytest
from django.core import mail
from pytest_django import Settings

from tests.registers.notices.conftest import (
    CLOCK,
    NOON,
    NUMBER,
    PHONE,
    SECRET,
    Gateway,
    as_clock,
    note,
    of,
    to_phone,
)
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.audit.models import AuditEvent
from wangge.registers.notices import operations
from wangge.registers.notices.models import Notice
from wangge.registers.notices.rules import TRIES, Channel
from wangge.registers.notices.tasks import send_waiting

pytestmark = pytest.mark.django_db

A_WEEK = timedelta(days=7)


def send(at: datetime = NOON) -> None:
    send_waiting.__wrapped__(by=CLOCK, at=at)


def test_a_letter_reaches_the_gateway_with_words_number_and_signature(gateway: Gateway) -> None:
    key = to_phone()
    send()
    ((headers, body),) = gateway.seen
    assert gateway.bodies == [
        {"id": str(key), "phone": PHONE, "words": f"您反映的事项 {NUMBER} 已受理。"}
    ]
    signed = f"{headers['Wangge-Timestamp']}.".encode() + body
    assert headers["Wangge-Signature"] == f"sha256={hmac.digest(SECRET, signed, sha256).hex()}"
    assert headers["Wangge-Timestamp"] == str(int(NOON.timestamp()))
    assert headers["Idempotency-Key"] == str(key)


def test_what_was_sent_is_not_sent_again_and_its_address_is_forgotten(gateway: Gateway) -> None:
    key = to_phone()
    send()
    send(NOON + A_WEEK)
    assert len(gateway.seen) == 1
    assert (of(key).state, of(key).sent_at, of(key).address) == ("sent", NOON, None)


def test_the_gateway_names_the_fields(gateway: Gateway, settings: Settings) -> None:
    settings.NOTICE_FIELDS = {"mobile": "86{phone}", "text": "【{words}】", "sign": "{other}"}
    to_phone()
    send()
    assert gateway.bodies[0]["mobile"] == f"86{PHONE}"
    assert gateway.bodies[0]["text"].startswith("【您反映")
    assert gateway.bodies[0]["sign"] == "{other}"


def test_a_letter_that_is_refused_is_tried_again_later_and_then_given_up(gateway: Gateway) -> None:
    gateway.answers = [400]
    key, at = to_phone(note(urgent=True)), NOON
    send(at)
    failed = of(key)
    assert (failed.tries, failed.last_error) == (1, "HTTP 400")
    assert failed.send_after == at + timedelta(minutes=1)
    send(at)  # too early
    assert len(gateway.seen) == 1
    for _ in range(TRIES):
        at += timedelta(days=1)
        send(at)
    assert (of(key).state, of(key).tries, len(gateway.seen)) == ("dead", TRIES, TRIES)
    (event,) = as_clock(lambda: list(AuditEvent.objects.filter(kind="notice.dead")))
    assert (event.object_id, event.codes) == (str(key), {"channel": "http"})


def test_a_failure_in_the_evening_is_not_tried_at_night(gateway: Gateway) -> None:
    gateway.answers = [400]
    evening = NOON + timedelta(hours=8, minutes=59, seconds=30)  # 20:59:30
    key = to_phone(at=evening)
    send(evening)
    assert of(key).send_after == NOON + timedelta(hours=19)


def test_a_refused_letter_does_not_stop_the_others(gateway: Gateway) -> None:
    gateway.answers = [400, 200]
    first, second = to_phone(), to_phone(at=NOON + timedelta(seconds=1))
    send(NOON + timedelta(seconds=1))
    assert (of(first).state, of(second).state) == ("waiting", "sent")


def test_a_gateway_in_trouble_is_asked_once_a_minute(gateway: Gateway) -> None:
    gateway.answers = [503, 200]
    keys = [to_phone(at=NOON + timedelta(seconds=n)) for n in range(3)]
    at = NOON + timedelta(minutes=1)
    send(at)
    assert len(gateway.seen) == 1
    assert [of(key).tries for key in keys] == [1, 0, 0]
    assert [of(key).send_after for key in keys] == [at + timedelta(minutes=1)] * 3
    send(at + timedelta(minutes=1))
    assert [of(key).state for key in keys] == ["sent"] * 3


def test_a_gateway_that_is_not_there_loses_nothing(gateway: Gateway, settings: Settings) -> None:
    settings.NOTICE_URL = "http://127.0.0.1:9/"
    key = to_phone()
    send()
    assert (of(key).state, of(key).last_error) == ("waiting", "ConnectionRefusedError")
    settings.NOTICE_URL = gateway.url
    send(NOON + A_WEEK)
    assert of(key).state == "sent"


def test_a_redirection_is_no_delivery(gateway: Gateway) -> None:
    gateway.answers = [302]
    key = to_phone()
    send()
    assert (of(key).last_error, len(gateway.seen)) == ("HTTP 302", 1)


def test_a_letter_that_cannot_be_made_ready_does_not_stop_the_others(
    gateway: Gateway, caplog: pytest.LogCaptureFixture
) -> None:
    broken, sound = to_phone(), to_phone(at=NOON + timedelta(seconds=1))
    as_clock(lambda: Notice.objects.filter(pk=broken).update(address=b"no seal"))
    with caplog.at_level(logging.ERROR):
        send(NOON + timedelta(seconds=1))
    assert (of(broken).state, of(broken).last_error) == ("waiting", "BrokenSeal")
    assert of(sound).state == "sent"
    assert str(broken) in caplog.text


def test_what_somebody_is_sending_is_not_taken_twice(gateway: Gateway) -> None:
    to_phone()

    def take(at: datetime) -> int:
        return len(as_clock(lambda: operations.claim_waiting(9, by=CLOCK, at=at)))

    assert [take(NOON), take(NOON), take(NOON + timedelta(minutes=15))] == [1, 0, 1]


def test_the_operator_sends_a_dead_letter_again(
    gateway: Gateway, officer: Callable[[str], Actor]
) -> None:
    key, operator, head = to_phone(), officer("it_admin"), officer("station_head")

    def again(who: Actor) -> None:
        door(who, lambda: operations.send_again(key, by=who, at=NOON))

    with pytest.raises(Refusal) as refused:
        again(operator)  # it is not dead
    assert refused.value.status == 404
    as_clock(lambda: Notice.objects.filter(pk=key).update(state="dead", tries=TRIES))
    with pytest.raises(Refusal) as refused:
        again(head)
    assert refused.value.status == 403
    again(operator)
    send()
    assert (of(key).state, of(key).tries) == ("sent", 1)


def test_e_mail_goes_through_the_mail_server(settings: Settings) -> None:
    settings.DEMO = False
    sealed = key_ring().seal("somebody@example.org", context=b"e_mail")
    as_clock(lambda: operations.send_to(Channel.E_MAIL, sealed, note(), by=CLOCK, at=NOON))
    send()
    (letter,) = mail.outbox
    assert letter.to == ["somebody@example.org"]
    assert NUMBER in letter.body
    assert NUMBER not in letter.subject
