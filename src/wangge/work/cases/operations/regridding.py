"""When the grids of a village are redrawn: its open cases follow their place.

This is not a move: nobody was wrong about the place, no unit loses the case, no clock changes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.area_code import Level, contains
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.queries import names_of
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.calendars.queries import county_day
from wangge.registers.notices.operations import tell_persons
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.queries.reach import persons_in
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.operations.other_steps import OtherStep, take_step
from wangge.work.cases.operations.telling import note_of
from wangge.work.cases.operations.writing import locked
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.rules.facts import CaseFacts


@operation
def follow_grid(
    case_id: UUID, former: str, latter: str, *, worker_of: str, by: Actor, at: datetime
) -> bool:
    """Put an open case into the grid that its place belongs to now; returns whether it had to be done.

    A case on a post of another grid than `worker_of` comes to the worker of that one, or to the
    desk of the station where it has no worker's post. Where the place is known to the village only,
    `former` and `latter` are the village and the worker alone may change. Nothing is done with a
    case that was closed meanwhile or lies elsewhere by now. For the platform itself: 403 for
    everybody else.
    """
    if not by.is_clock:
        raise Refusal.forbidden()
    case = locked(case_id, by)
    before = facts_of(case)
    if not all(contains(former[: Level.VILLAGE], code) for code in (latter, worker_of)):
        raise Refusal(Message("case.refusal.grid_of_another_village"))
    if not before.is_open or before.area_code != former:
        return False
    after = replace(before, area_code=latter, holder_post_id=_holder(before, worker_of))
    if after == before:
        return False
    take_step(
        case,
        OtherStep.GRID_DRAWN_ANEW,
        before,
        after,
        post=None,
        by=by,
        at=at,
        data={"former": former, "area": latter},
        group=case.group_number,
    )
    if after.holder != before.holder:
        grid = grid_words(names_of([worker_of])[worker_of])
        words = Message("notice.grid_drawn_anew", number=case.number, grid=grid)
        holders = persons_in([after.holder], county_day(at), after.barred_units)
        tell_persons(holders, note_of(case, after, words), by=by, at=at)
    return True


def _holder(case: CaseFacts, grid: str) -> UUID | None:
    """The post that has it from now on: the same, unless that one belongs to another grid."""
    if case.holder_post_id is None:
        return None
    area = Post.objects.values_list("area_id", flat=True).get(pk=case.holder_post_id)
    if len(area) != Level.GRID or area == grid:
        return case.holder_post_id
    workers = Post.objects.filter(kind=PostKind.GRID_WORKER, area=grid, valid_to=None)
    return workers.values_list("pk", flat=True).first()
