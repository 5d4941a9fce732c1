"""Files are forgotten after their days; imports whose worker went away are taken up again."""

from __future__ import annotations

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.rules.states import LATER, Stage
from wangge.registers.orders import operations as orders
from wangge.registers.orders.queries import long_over


@operation
def forget_old(*, by: Actor, at: datetime) -> int:
    """Let go of files and features that were kept long enough; returns how many. The lines stay."""
    old = long_over(GeodataImport, at).exclude(content=b"")
    keys = list(old.values_list("pk", flat=True))
    GeodataFeature.objects.filter(geodata_import__in=keys).delete()
    return orders.forget(GeodataImport, at=at, content=b"")


@operation
def take_up_again(*, by: Actor, at: datetime) -> None:
    """Queue what nothing has moved for a while."""
    keys = orders.take_up_again(GeodataImport, at=at)
    for key, stage in GeodataImport.objects.filter(pk__in=keys).values_list("pk", "stage"):
        if stage == Stage.READING:
            later("geodata.read", once=f"geodata.read {key}", priority=LATER, brought=str(key))
        else:
            later("geodata.write", once=f"geodata.write {key}", priority=LATER, brought=str(key))
