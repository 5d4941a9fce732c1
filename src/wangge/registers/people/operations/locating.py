"""Where villager groups and households stand on the ground."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.contrib.gis.geos import Point
from django.db.models import Q

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import VillagerGroup
from wangge.registers.areas.operations.admission import (
    check_may_edit,
    lock_village,
)
from wangge.registers.areas.queries import current_boundary
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.people.models import Household


@operation
def place_group(village_code: str, number: int, point: Point, *, by: Actor, at: datetime) -> int:
    """Set the point of a villager group (4490); returns how many households take it as theirs.

    Those are the households of the group without a point of their own; they are marked approximate.
    422 for a group that the village lacks, and for a point outside its outline.
    """
    may = check_may_edit(village_code, by)
    lock_village(village_code)
    group = VillagerGroup.objects.filter(village=village_code, number=number).first()
    if group is None:
        raise Refusal.invalid({"group": Message("area.group_unknown", numbers=(str(number),))})
    outline = current_boundary(village_code)
    if outline is not None and not outline.outline.covers(point):
        raise Refusal.invalid({"point": Message("area.point_outside")})
    group.point = point
    group.save(update_fields=["point"])
    nowhere = Household.objects.filter(Q(point=None) | Q(point_approximate=True), group=group)
    taken = nowhere.update(point=point, point_approximate=True)
    record(
        Event.GROUPS_LOCATED,
        "area",
        village_code,
        by=by,
        at=at,
        area_code=village_code,
        post_id=may.post_id if may else None,
        group=number,
        households=taken,
    )
    return taken


@operation
def locate_households(
    village_code: str, points: Mapping[UUID, Point], *, source: str, by: Actor, at: datetime
) -> int:
    """Set the points of households of a village (4490); returns how many.

    `source` says where the points come from, for the record. Households stay in their grids. 404 for
    a household that the village lacks or that is out of sight.
    """
    may = check_may_edit(village_code, by)
    lock_village(village_code)
    rows = list(Household.objects.filter(village_code=village_code, pk__in=list(points)))
    if len(rows) != len(points):
        raise Refusal.not_found(Message("household.thing"))
    for row in rows:
        row.point, row.point_approximate = points[row.pk], False
    Household.objects.bulk_update(rows, ["point", "point_approximate"], batch_size=500)
    record(
        Event.HOUSEHOLDS_LOCATED,
        "area",
        village_code,
        by=by,
        at=at,
        area_code=village_code,
        post_id=may.post_id if may else None,
        count=len(rows),
        source=source,
    )
    return len(rows)
