"""Notices are kept for their time and no longer; what waits is never forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from tests.registers.notices.conftest import CLOCK, NOON, as_clock, note, of, outbox, to_phone
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.registers.audit.models import AuditEvent
from wangge.registers.notices import operations
from wangge.registers.notices.models import Notice
from wangge.registers.notices.rules import DEAD_KEPT_FOR, KEPT_FOR

pytestmark = pytest.mark.django_db

A_MOMENT = timedelta(seconds=1)


def forget(at: datetime) -> int:
    return as_clock(lambda: operations.forget_old(by=CLOCK, at=at))


def told(officer: Callable[[str], Actor]) -> None:
    person = officer("station_head").person_id
    assert person
    as_clock(lambda: operations.tell_persons([person], note(), by=CLOCK, at=NOON))


def given_up(settings: Settings) -> Notice:
    settings.DEMO = False
    key = to_phone()
    as_clock(lambda: Notice.objects.filter(pk=key).update(state=Notice.State.DEAD))
    return of(key)


def test_what_was_sent_is_kept_for_its_days(officer: Callable[[str], Actor]) -> None:
    told(officer)
    assert forget(NOON + KEPT_FOR) == 0
    assert forget(NOON + KEPT_FOR + A_MOMENT) == 1
    assert outbox() == []


def test_what_was_given_up_waits_a_month_for_the_operator(settings: Settings) -> None:
    given_up(settings)
    assert forget(NOON + DEAD_KEPT_FOR) == 0
    assert forget(NOON + DEAD_KEPT_FOR + A_MOMENT) == 1


def test_what_waits_is_not_forgotten(settings: Settings) -> None:
    settings.DEMO = False
    to_phone()
    assert forget(NOON + 10 * KEPT_FOR) == 0
    waiting = as_clock(lambda: Notice.objects.filter(state=Notice.State.WAITING).delete()[0])
    assert waiting == 0  # nor can the clock: the second wall keeps it


@pytest.mark.parametrize("key", ["station_head", "it_admin"])
def test_nobody_deletes_a_notice_by_hand(officer: Callable[[str], Actor], key: str) -> None:
    told(officer)
    by = officer(key)
    assert door(by, lambda: Notice.objects.all().delete()[0]) == 0


def test_sending_again_is_recorded(officer: Callable[[str], Actor], settings: Settings) -> None:
    dead, operator = given_up(settings), officer("it_admin")
    door(operator, lambda: operations.send_again(dead.pk, by=operator, at=NOON))
    (event,) = as_clock(lambda: list(AuditEvent.objects.filter(kind="notice.sent_again")))
    assert (event.object_id, event.person_id) == (str(dead.pk), operator.person_id)
    assert event.codes == {"channel": "http"}
    assert event.post_id in {post.post_id for post in operator.posts}
