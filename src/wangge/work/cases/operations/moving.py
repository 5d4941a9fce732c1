"""Making a move: the one way in which a case changes after it was reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.audit.events import Event
from wangge.registers.audit.operations import record
from wangge.work.cases.law_today import law_today
from wangge.work.cases.models import Case, CaseStep
from wangge.work.cases.operations.delivering import find_post, find_unit
from wangge.work.cases.operations.noting import (
    as_data,
    note_files,
    note_participants,
    note_step,
    note_supervision,
    note_tasks,
    note_term,
)
from wangge.work.cases.operations.telling import Happened, tell
from wangge.work.cases.operations.writing import check_version, write_case
from wangge.work.cases.queries import visible
from wangge.work.cases.rules.acts import Act
from wangge.work.cases.rules.effects import after
from wangge.work.cases.rules.facts import CaseFacts, PostFacts
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.lawful import chair_for
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.outcome import Outcome, delivered
from wangge.work.cases.rules.watch import next_look_at
from wangge.work.cases.seating import chairs
from wangge.work.cases.storing import facts_of


@operation
def move(
    case_id: UUID,
    code: MoveCode,
    given: Given,
    *,
    by: Actor,
    at: datetime,
    stage: Stage = Stage.DO,
    version: int | None = None,
    occurred_at: datetime | None = None,
) -> CaseStep:
    """Make a stage of a move, saying `given`; returns the step that tells of it.

    `version` is that of the case when the form was drawn: if somebody has moved it since, the
    move is refused (409) instead of being made on a case that looks different by now.
    """
    case = locked(case_id, by, also=given.main_case)
    before = facts_of(case)
    check_version(case, version)
    chair = chair_for(before, chairs(by, case), code, at, stage)
    law = law_today()
    outcome = after(before, Act(move=code, stage=stage, chair=chair, at=at, given=given), law)
    facts = _in_hands(outcome)
    facts = _with_tasks(case, before, facts, outcome, given, law, at)
    post = chair.post_id if isinstance(chair, PostFacts) else None
    write_case(case, facts, at)
    step = note_step(
        case,
        code,
        stage=stage,
        before=before,
        post=post,
        by=by,
        at=at,
        words=given.words or given.reason,
        for_reporter=bool(given.for_reporter),
        occurred_at=occurred_at,
        data=as_data(given),
    )
    note_files(step, given, at)
    note_term(case, before.term, facts.term, at)
    note_participants(case, _joining(before, facts, outcome), at)
    if code in {MoveCode.SUPERVISE, MoveCode.INSTRUCT}:
        note_supervision(case, chair, given, at)
    record(
        Event.CASE_MOVED,
        "case",
        case.pk,
        by=by,
        at=at,
        area_code=case.area_code,
        post_id=post,
        move=code.value,
        stage=stage.value,
        step=str(step.pk),
    )
    tell(Happened(case, step, before, facts), outcome.told, by=by, at=at)
    return step


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
    return found[case_id]


def _in_hands(outcome: Outcome) -> CaseFacts:
    if outcome.handover is None:
        return outcome.case
    unit = find_unit(outcome.handover.unit)
    return delivered(outcome, unit, find_post(unit.unit_id, outcome.handover.post_kind))


def _with_tasks(
    case: Case,
    before: CaseFacts,
    facts: CaseFacts,
    outcome: Outcome,
    given: Given,
    law: Law,
    at: datetime,
) -> CaseFacts:
    """New tasks get their rows and ids; those that fell away or came back are marked so."""
    made = note_tasks(case, before, facts, outcome.tasks, given.words or given.reason, at)
    if not made:
        return facts
    facts = replace(facts, tasks=(*facts.tasks, *made))
    return replace(facts, next_look_at=next_look_at(facts, at, law.calendar))


def _joining(before: CaseFacts, facts: CaseFacts, outcome: Outcome) -> list[tuple[UUID, str]]:
    joining = [(find_unit(each.unit).unit_id, each.role.value) for each in outcome.joining]
    if facts.responsible != before.responsible:
        joining.append((facts.responsible.unit_id, "responsible"))
        joining.append((before.responsible.unit_id, "informed"))
    return joining
