"""Ordered posters and cards: each person sees their own."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from tests.factories.world import TOWNSHIP
from tests.leaks.thing import Made, One, Thing, of_the_asker
from tests.registers.organisations.staff import CLOCK, done_by
from tests.work.cases.desk import picture
from wangge.doors.door import door
from wangge.insight.paper import operations
from wangge.insight.paper.adapters.grounds import PLAIN
from wangge.insight.paper.models import PrintOrder
from wangge.insight.paper.rules.sheets import Kind
from wangge.registers.files.operations import adopt, keep

ORDERED_BY = ("township_centre", "township_leader", "water_station_head")


def _make(made: Made) -> Iterator[One]:
    """What lies in the file is tested with paper; here it is a picture no other order has."""
    for number, key in enumerate(ORDERED_BY):
        now = timezone.now()
        said = (Kind.POSTERS, "a4", TOWNSHIP, "https://wangge.example/g/")
        order = done_by(key, operations.ask_for, *said, ground=PLAIN, at=now)
        kept = keep(picture(side=20 + number), at=now)
        file = done_by(CLOCK, adopt, kept, at=now)
        door(CLOCK, lambda: PrintOrder.objects.filter(pk=order).update(file=file))  # noqa: B023
        yield One(key, {str(order): "id"}, {"key": order})


THING = Thing(
    name="print_order",
    models=frozenset({"paper.PrintOrder", "paper.PrintPiece"}),
    make=_make,
    sees=of_the_asker,
)
