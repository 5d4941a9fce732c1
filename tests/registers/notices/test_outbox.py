"""Notices are written, seen by their person alone, read, and held back at night."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from pytest_django import Settings

from tests.registers.notices.conftest import (
    CLOCK,
    NOON,
    NUMBER,
    as_clock,
    note,
    of,
    outbox,
    to_phone,
)
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.registers.notices import operations, queries
from wangge.registers.notices.models import Notice

pytestmark = pytest.mark.django_db

Officer = Callable[[str], Actor]
LATE = NOON + timedelta(hours=10)  # 22:00 in the county
MORNING = NOON + timedelta(hours=19)  # 07:00


def tell(*people: Actor, by: Actor = CLOCK, once: str = "") -> None:
    persons = [UUID(str(each.person_id)) for each in people]
    said = note("notice.holder", once=once)
    door(by, lambda: operations.tell_persons(persons, said, by=by, at=NOON))


def test_a_notice_is_there_at_once_and_for_its_person_alone(officer: Officer) -> None:
    head, neighbour = officer("station_head"), officer("sibling_head")
    tell(head, by=officer("township_centre"))
    (mine,) = door(head, lambda: list(queries.unread(head)))
    assert (mine.message["params"]["number"], mine.state, mine.sent_at) == (NUMBER, "sent", NOON)
    assert door(neighbour, lambda: list(Notice.objects.all())) == []


def test_nobody_without_a_person_has_notices(officer: Officer) -> None:
    to_phone()
    assert as_clock(lambda: queries.own(Actor.visitor()).count()) == 0


def test_an_occasion_is_said_once_to_each(officer: Officer) -> None:
    head, centre = officer("station_head"), officer("township_centre")
    tell(head, once="overdue")
    tell(head, centre, once="overdue", by=centre)
    tell(head, once="ceiling")
    assert door(head, lambda: queries.unread(head).count()) == 2
    assert door(centre, lambda: queries.unread(centre).count()) == 1


def test_one_reads_one_s_own(officer: Officer) -> None:
    head, neighbour = officer("station_head"), officer("sibling_head")
    tell(head)
    tell(head)
    first, second = (notice.pk for notice in outbox())

    def read(who: Actor, key: UUID) -> int:
        return door(who, lambda: operations.mark_read([key], by=who, at=LATE))

    assert [read(neighbour, first), read(head, first), read(head, first)] == [0, 1, 0]
    assert (of(first).read_at, of(second).read_at) == (LATE, None)
    assert door(head, lambda: operations.mark_all_read(by=head, at=LATE)) == 1
    assert door(head, lambda: queries.unread(head).count()) == 0


def test_a_demo_sends_nothing_and_shows_it_to_the_operator(officer: Officer) -> None:
    shown = of(to_phone())
    assert (shown.channel, shown.state, shown.address) == ("demo", "sent", None)
    operator, head = officer("it_admin"), officer("station_head")
    assert door(operator, lambda: [each.pk for each in queries.shown_instead(operator)]) == [
        shown.pk
    ]
    with pytest.raises(Refusal) as refused:
        queries.shown_instead(head)
    assert refused.value.status == 403


def test_at_night_what_can_wait_waits(settings: Settings) -> None:
    settings.DEMO = False
    keys = [to_phone(at=LATE), to_phone(note(urgent=True), at=LATE), to_phone()]
    assert [of(key).send_after for key in keys] == [MORNING, LATE, NOON]


def test_the_address_lies_sealed(settings: Settings) -> None:
    settings.DEMO = False
    assert b"138" not in bytes(of(to_phone()).address)
