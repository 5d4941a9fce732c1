"""The outline of a village as its survey bureau has it."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.contrib.gis.geos import MultiPolygon

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Boundary
from wangge.registers.areas.operations.admission import check_may_edit, lock_village
from wangge.registers.areas.operations.establishing import replace_outlines
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event


@operation
def outline_village(
    village_code: str,
    outline: MultiPolygon,
    *,
    source: str,
    from_day: date,
    by: Actor,
    at: datetime,
) -> None:
    """Give a village its outline (4490) from a day on; the former one ends that day and stays.

    The lines of its grids are not touched: they change with the next division. 422 for an outline
    that crosses itself or is empty, 409 where the present one was drawn for a later day.
    """
    may = check_may_edit(village_code, by)
    lock_village(village_code)
    if outline.empty or not outline.valid:
        raise Refusal.invalid({"outline": Message("area.outline_invalid")})
    if Boundary.objects.filter(area=village_code, valid_to=None, valid_from__gt=from_day).exists():
        raise Refusal(Message("area.outlined_later"))
    replace_outlines(  # what somebody uploads to a demo is no real border either
        {village_code: outline}, source=source, synthetic=settings.DEMO, valid_from=from_day
    )
    record(
        Event.VILLAGE_OUTLINED,
        "area",
        village_code,
        by=by,
        at=at,
        area_code=village_code,
        post_id=may.post_id if may else None,
        source=source,
        from_day=from_day.isoformat(),
    )
