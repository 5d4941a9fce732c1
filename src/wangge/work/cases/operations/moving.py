"""Making a move: the one way in which a case changes after it was reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.organisations.queries.reach import find_post
from wangge.registers.organisations.rules.held import PostFacts
from wangge.work.cases.models import Case, CaseStep
from wangge.work.cases.operations.noting import (
    as_data,
    note_files,
    note_participants,
    note_step,
    note_tasks,
    note_term,
)
from wangge.work.cases.operations.supervising import note_supervision
from wangge.work.cases.operations.telling import Happened, tell
from wangge.work.cases.operations.writing import (
    check_registers,
    check_version,
    locked,
    write_case,
)
from wangge.work.cases.queries.destinations import find_unit
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.queries.seating import chairs
from wangge.work.cases.rules.acts import Act
from wangge.work.cases.rules.effects import after
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.lawful import chair_for
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.outcome import Outcome, delivered
from wangge.work.cases.rules.watch import next_look_at


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
    check_registers(before, code, given, by)
    law = law_today()
    outcome = after(before, Act(move=code, stage=stage, chair=chair, at=at, given=given), law)
    facts = _in_hands(outcome)
    facts = _with_tasks(case, before, facts, outcome, given, law, at)
    post = chair.post_id if isinstance(chair, PostFacts) else None
    joining, leaving = _joining(outcome), [unit.unit_id for unit in outcome.leaving]
    write_case(case, facts, at, joining=[unit for unit, _ in joining], leaving=leaving)
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
    note_participants(case, joining, leaving, at)
    note_supervision(case, code, chair, given, before, at)
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
    tell(Happened(case, step, before, facts), outcome.recipients, by=by, at=at)
    return step


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


def _joining(outcome: Outcome) -> list[tuple[UUID, str]]:
    return [(find_unit(each.unit).unit_id, each.role.value) for each in outcome.joining]
