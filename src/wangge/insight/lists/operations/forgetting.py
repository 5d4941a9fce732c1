"""Files and rows are forgotten after their days; lists whose worker went away are taken up again."""

from __future__ import annotations

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.lists.models import ListExport, ListImport
from wangge.insight.lists.rules.forms import KEPT_FOR, STALLED_AFTER, ListState

_OPEN = (ListState.WAITING.value, ListState.RUNNING.value)


@operation
def forget_old(*, by: Actor, at: datetime) -> int:
    """Let go of files and rows that were kept long enough; returns how many. The lines stay."""
    before = at - KEPT_FOR
    files = ListExport.objects.filter(asked_at__lt=before, file__isnull=False).update(file=None)
    rows = ListImport.objects.filter(brought_at__lt=before, state=ListState.DONE)
    return files + rows.exclude(content=b"").update(content=b"")


@operation
def take_up_again(*, by: Actor, at: datetime) -> None:
    """Ask again for what nothing has moved since a while."""
    before = at - STALLED_AFTER
    for export in ListExport.objects.filter(state__in=_OPEN, asked_at__lt=before):
        later("lists.write", once=f"lists.write {export.pk}", export=str(export.pk))
    for brought in ListImport.objects.filter(state__in=_OPEN, moved_at__lt=before):
        key = str(brought.pk)
        later("lists.take_rows", once=f"lists.take_rows {key}", brought=key)
