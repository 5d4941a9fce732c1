"""Notices in the console: each person sees their own."""

from __future__ import annotations

from collections.abc import Iterator

from tests.leaks.oracle import staff
from tests.leaks.thing import Made, One, Thing, of_the_asker
from tests.registers.organisations.staff import CLOCK, person
from wangge.doors.door import door
from wangge.registers.notices.models import Notice

_A_HANDFUL = 6


def _make(made: Made) -> Iterator[One]:
    """An unread one of each of a handful of people, as the cases left them."""
    found = 0
    for key in staff():
        rows = Notice.objects.filter(person_id=person(key), read_at=None, channel="in_app")
        notice = door(CLOCK, rows.order_by("id").values_list("pk", flat=True).first)
        if notice and found < _A_HANDFUL:
            found += 1
            yield One(key, {str(notice): "id"}, {"notice": notice})


THING = Thing(
    name="notice",
    models=frozenset({"notices.Notice"}),
    make=_make,
    sees=of_the_asker,
    after=("case", "draft", "print_order"),
)
