"""Fill a county with many cases, as values of the law laid out into rows: fast, and still lawful.

Every thirteenth case or so is open; places, categories, levels and units follow the routing. Run as
the clock through the door, so the second wall and every constraint see the rows.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib import case_number
from wangge.lib.area_code import Level, at_level
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.models import Area
from wangge.registers.organisations.models import Post, Unit
from wangge.registers.organisations.rules.post_kinds import desk_of
from wangge.work.cases.law_today import law_today
from wangge.work.cases.models import Case, CaseParticipant, CaseReporter, CaseStep, CaseTerm
from wangge.work.cases.rules.categories import categories, category
from wangge.work.cases.rules.facts import CaseFacts, UnitFacts
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.parties import hides_parties
from wangge.work.cases.rules.states import ClosingType, State
from wangge.work.cases.rules.terms import Phase, start_term, term_for
from wangge.work.cases.storing import lay_out

BATCH = 2000
_STATES = (
    *[State.CLOSED] * 92,
    *[State.HANDLING] * 4,
    State.SUBMITTED,
    State.ACCEPTED,
    *[State.COMPLETED] * 2,
)
_LEVELS = (*[Level.VILLAGE] * 13, *[Level.TOWNSHIP] * 5, *[Level.COUNTY] * 2)
_PHASES = {State.SUBMITTED: Phase.ACCEPT, State.COMPLETED: Phase.VERIFY}


@dataclass(frozen=True, slots=True)
class _Ground:
    villages: list[str]
    units: dict[tuple[str, str], UUID]
    posts: dict[tuple[UUID, str], UUID]
    law: Law


def fill(count: int, *, now: datetime, seed: int = 1) -> None:
    """Add `count` cases reported over the last year."""
    clock = Actor.clock(settings.COUNTY_CODE)
    rng = random.Random(seed)
    ground = door(clock, _ground)
    offset = door(clock, Case.objects.count)
    for start in range(0, count, BATCH):
        size = min(BATCH, count - start)
        door(clock, partial(_insert, ground, rng, offset + start, size, now))


def _ground() -> _Ground:
    return _Ground(
        list(Area.objects.filter(level=Level.VILLAGE).values_list("code", flat=True)),
        {(kind, area): pk for kind, area, pk in Unit.objects.values_list("kind", "area_id", "id")},
        {(unit, kind): pk for unit, kind, pk in Post.objects.values_list("unit_id", "kind", "id")},
        law_today(),
    )


def _insert(ground: _Ground, rng: random.Random, first: int, size: int, now: datetime) -> None:
    rows = [_case(ground, rng, first + index, now) for index in range(size)]
    Case.objects.bulk_create(rows)
    CaseReporter.objects.bulk_create(
        CaseReporter(id=uuid7(row.reported_at), case=row, handler_may_contact=True) for row in rows
    )
    CaseParticipant.objects.bulk_create(
        CaseParticipant(
            id=uuid7(row.reported_at),
            case=row,
            unit_id=row.responsible_unit_id,
            role="responsible",
            starts_at=row.reported_at,
        )
        for row in rows
    )
    CaseStep.objects.bulk_create(step for row in rows for step in _steps(row))
    CaseTerm.objects.bulk_create(_term(row) for row in rows if row.is_open)


def _case(ground: _Ground, rng: random.Random, serial: int, now: datetime) -> Case:
    state, level = rng.choice(_STATES), rng.choice(_LEVELS)
    closed = state is State.CLOSED
    at = now - (
        timedelta(days=rng.uniform(10, 365)) if closed else timedelta(days=rng.uniform(0, 8))
    )
    village = rng.choice(ground.villages)
    facts = _facts(ground, rng, state, level, village, at)
    row = Case(
        id=facts.case_id,
        number=case_number.make(settings.COUNTY_CODE, at.date(), serial % 99_999 + 1),
        receipt=f"{serial:064d}",
        reported_at=at,
        accepted_at=None if state is State.SUBMITTED else at,
        channel="portal",
        group_number=rng.randint(1, 11),
        words=f"{category(facts.category_code).name_zh} {serial}",
        participants=[facts.responsible.unit_id],
    )
    row.parties_shown_to = row.participants if hides_parties(facts) else None
    lay_out(row, facts, at)
    return row


def _facts(
    ground: _Ground, rng: random.Random, state: State, level: Level, village: str, at: datetime
) -> CaseFacts:
    route = None
    while route is None:
        code = rng.choice(list(categories()))
        route = ground.law.routing.route(code, level)
    kind = route.lead
    unit = UnitFacts(
        ground.units[kind, at_level(village, level)], kind, level, at_level(village, level)
    )
    post = ground.posts[unit.unit_id, desk_of(kind).value]
    rule = term_for(category(code).key, _PHASES.get(state, Phase.HANDLE), level)
    term = (
        start_term(rule, level, at, ground.law.calendar)
        if rule and state is not State.CLOSED
        else None
    )
    done = state in {State.CLOSED, State.COMPLETED}
    return CaseFacts(
        case_id=uuid7(at, rng),
        state=state,
        level=level,
        category_code=code,
        area_code=village,
        responsible=unit,
        responsible_post_id=post,
        term=term,
        promised_at=at + timedelta(days=20),
        next_look_at=None if state is State.CLOSED else (term.due_at if term else at),
        closing=ClosingType.SETTLED if done else None,
        completed_at=at + timedelta(days=2) if done else None,
        closed_at=at + timedelta(days=4) if state is State.CLOSED else None,
    )


def _steps(row: Case) -> list[CaseStep]:
    moves = ["report", "accept", "take", "complete", "verify_pass"]
    length = {"submitted": 1, "accepted": 2, "handling": 3, "completed": 4}.get(row.state, 5)
    row.version = length
    common: dict[str, Any] = {
        "case": row,
        "to_level": row.level,
        "to_state": row.state,
        "to_unit_id": row.responsible_unit_id,
    }
    return [
        CaseStep(
            id=uuid7(row.reported_at),
            ordinal=ordinal,
            move=move,
            at=row.reported_at + timedelta(hours=ordinal),
            unit_id=row.responsible_unit_id if ordinal > 1 else None,
            post_id=row.responsible_post_id if ordinal > 1 else None,
            **common,
        )
        for ordinal, move in enumerate(moves[:length], start=1)
    ]


def _term(row: Case) -> CaseTerm:
    return CaseTerm(
        id=uuid7(row.reported_at),
        case=row,
        phase="handle",
        key="std",
        level=row.level,
        amount=1,
        unit="work_day",
        started_at=row.reported_at,
        due_at=row.due_at,
        yellow_at=row.yellow_at,
        on_due="light",
        explanation={"code": "case.refusal.stale", "params": {}},
    )
