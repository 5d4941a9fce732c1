"""Notices that could not be sent: the operator sees them and has them tried again."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from tests.leaks.oracle import holds
from tests.leaks.thing import Made, One, Thing
from tests.registers.organisations.staff import CLOCK
from wangge.doors.door import door
from wangge.lib.message import Message
from wangge.lib.uuid7 import uuid7
from wangge.registers.notices.models import Notice


def _make(made: Made) -> Iterator[One]:
    now = timezone.now()
    dead = Notice(
        id=uuid7(now),
        channel="e_mail",
        message=Message("notice.subject").to_json(),
        state=Notice.State.DEAD,
        created_at=now,
        send_after=now,
        last_error="ZZgivenupZZerror",
    )
    door(CLOCK, lambda: dead.save(force_insert=True))
    yield One("givenup", {str(dead.pk): "id", dead.last_error: "error"}, {"notice": dead.pk})


THING = Thing(
    name="letter",
    models=frozenset({"notices.Notice"}),
    make=_make,
    sees=lambda asker, key: holds(asker.posts, "system.see"),
)
