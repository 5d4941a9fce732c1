"""Files are forgotten after their days; imports whose worker went away are taken up again."""

from __future__ import annotations

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.rules.states import AT_WORK, KEPT_FOR, LATER, STALLED_AFTER, ImportState


@operation
def forget_old(*, by: Actor, at: datetime) -> int:
    """Let go of files and features that were kept long enough; returns how many. The lines stay."""
    old = GeodataImport.objects.filter(brought_at__lt=at - KEPT_FOR).exclude(state__in=AT_WORK)
    keys = list(old.exclude(content=b"").values_list("pk", flat=True))
    GeodataFeature.objects.filter(geodata_import__in=keys).delete()
    return GeodataImport.objects.filter(pk__in=keys).update(content=b"")


@operation
def take_up_again(*, by: Actor, at: datetime) -> None:
    """Ask again for what nothing has moved since a while."""
    stalled = GeodataImport.objects.filter(state__in=AT_WORK, moved_at__lt=at - STALLED_AFTER)
    for key, state in stalled.values_list("pk", "state"):
        if state == ImportState.READING:
            later("geodata.read", once=f"geodata.read {key}", priority=LATER, brought=str(key))
        else:
            later("geodata.write", once=f"geodata.write {key}", priority=LATER, brought=str(key))
