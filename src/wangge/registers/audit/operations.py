"""The fifth beat of every operation."""

from contextvars import ContextVar
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.rules.events import Event

# Which door this work came through (web, api, job, command); set by the door's own module.
current_door: ContextVar[str] = ContextVar("current_door", default="")

Code = str | int | bool | None | list[str]


def record(
    event: Event,
    object_kind: str,
    object_id: UUID | str,
    *,
    by: Actor,
    at: datetime,
    area_code: str = "",
    post_id: UUID | None = None,
    **codes: Code,
) -> None:
    """Write that `by` did `event` to a thing. `codes` are ids and codes, never personal values."""
    AuditEvent(
        id=uuid7(at),
        at=at,
        kind=event.value,
        object_kind=object_kind,
        object_id=str(object_id),
        area_code=area_code,
        person_id=by.person_id,
        post_id=post_id,
        door=current_door.get(),
        codes=codes,
    ).save(force_insert=True)
