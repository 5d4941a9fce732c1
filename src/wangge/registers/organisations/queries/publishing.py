"""Who may publish which number: of a unit's desk, of the worker of a grid."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, Unit
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID


def sets_phone(by: Actor, unit: Unit) -> bool:
    """Whether the actor looks after the desk of the unit: leads it or appoints there."""
    return desk_post(unit, by) is not None


def desk_post(unit: Unit, by: Actor) -> UUID | None:
    """The actor's post that looks after the desk of the unit: it leads the unit, or appoints there."""
    leading = (post.post_id for post in by.posts if post.leads and post.unit_id == unit.pk)
    appointing = by.post_for(Permission.ORGANISATION_APPOINT, unit.area_id)
    return next(leading, None) or (appointing.post_id if appointing else None)


def may_note(person_id: UUID, by: Actor, at: datetime) -> str | None:
    """A grid of the person in a village that `by` edits: there the station may note a consent."""
    grids = Appointment.objects.current(county_day(at)).filter(
        person=person_id, post__kind__in=OF_A_GRID, post__valid_to=None
    )
    codes = (
        str(code) for code in grids.order_by("post__area").values_list("post__area", flat=True)
    )
    return next((code for code in codes if by.may(Permission.AREA_EDIT, code)), None)
