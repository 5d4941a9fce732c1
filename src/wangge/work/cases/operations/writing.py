"""Holding a case, and writing it changed: its row, its version, the units that see it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.door import hold
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Post
from wangge.work.cases.models import Case
from wangge.work.cases.operations.storing import lay_out
from wangge.work.cases.queries.recipients import asked_of, units_in_seats
from wangge.work.cases.queries.sight import visible
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.parties import hides_parties, seats_that_check
from wangge.work.cases.rules.states import State


def check_version(case: Case, version: int | None) -> None:
    """Refuse (409) a change made from a form that shows the case as it no longer is."""
    if version is not None and version != case.version:
        raise Refusal(Message("case.refusal.stale"), status=409)


def locked(case_id: UUID, by: Actor, *, also: UUID | None = None) -> Case:
    """The case, held until the transaction ends; as if it did not exist where it is not seen.

    With `also` both are locked in the order of their keys, so that two merges cannot wait for
    each other.
    """
    wanted = sorted({case_id} if also is None else {case_id, also})
    rows = (
        visible(by)
        .filter(pk__in=wanted)
        .select_for_update(no_key=True, of=("self",))
        .order_by("pk")
    )
    found = {case.pk: case for case in rows}
    if len(found) < len(wanted):
        raise Refusal.not_found(Message("case.thing.case"))
    hold(case_id)
    return found[case_id]


def check_registers(before: CaseFacts, code: MoveCode, given: Given, by: Actor) -> None:
    """What the law cannot know because it stands in the registers: whose post, which main case."""
    if code is MoveCode.HAND and given.post is not None:
        posts = Post.objects.filter(unit=before.responsible.unit_id, valid_to=None)
        if not posts.filter(pk=given.post).exists():
            raise Refusal.invalid({"post": Message("case.refusal.post_of_another")})
    if code is MoveCode.MERGE and given.main_case is not None:
        mains = visible(by).open().exclude(state=State.MERGED).exclude(pk=before.case_id)
        if not mains.filter(pk=given.main_case).exists():
            raise Refusal.invalid({"main_case": Message("case.refusal.main_not_open")})
    places = Area.objects.filter(code=given.area, valid_to=None)
    if code is MoveCode.RELOCATE and given.area is not None and not places.exists():
        raise Refusal.invalid({"area": Message("case.report.place_missing")})


def write_case(
    case: Case,
    facts: CaseFacts,
    at: datetime,
    *,
    joining: Collection[UUID] = (),
    leaving: Collection[UUID] = (),
    group: int | None = None,
) -> None:
    """Lay the facts out onto the locked row and save it under its next version.

    `group` is the villager group of a new place, if known: the group of the former one no longer holds.

    Units that join get sight of the case, as the responsible one and those that owe a task have;
    units that leave lose it.
    """
    if facts.area_code != case.area_code:
        case.group_number = group
    lay_out(case, facts, at)
    case.version += 1
    part = {facts.responsible.unit_id, *(task.unit.unit_id for task in facts.tasks), *joining}
    case.participants = sorted(({*case.participants} - {*leaving}) | part)
    case.parties_shown_to = handling_line(case, facts)
    asked = asked_of(facts, county_day(at))
    case.asked_post_id = asked.post if asked else None
    case.asked_unit_id = asked.unit if asked else None
    case.save(force_update=True)


def handling_line(case: Case, facts: CaseFacts) -> list[UUID] | None:
    """The units that read what shows the parties of a case; None where it hides nothing."""
    if not hides_parties(facts):
        return None
    return sorted({*case.participants, *units_in_seats(facts, seats_that_check(facts))})
