"""Fill a county with many cases, as values of the law laid out into rows: fast, and still lawful.

Every thirteenth case or so is open; places, categories, levels and units follow the routing. The
rows are copied in past every constraint, and `wangge verify` holds of them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from bench.cases.copying import copy
from django.conf import settings
from django.db.models import Max
from django.db.models.functions import Substr
from psycopg import Connection

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib import case_number
from wangge.lib.area_code import Level, at_level
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.models import Area
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Post, Unit
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.registers.organisations.rules.post_kinds import PostKind, desk_of
from wangge.work.cases.models import Case, CaseParticipant, CaseReporter, CaseStep, CaseTerm
from wangge.work.cases.operations.noting import term_row
from wangge.work.cases.operations.storing import lay_out
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.rules.categories import categories, category
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.limits import start_term, term_for
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.parties import hides_parties
from wangge.work.cases.rules.states import ClosingType, State
from wangge.work.terms.rules.terms import Phase

BATCH = 10_000
# Numbers of a day below this are left to the reports that are taken in while measuring.
_FIRST_NUMBER = 50_000
_STATES = (
    *[State.CLOSED] * 92,
    *[State.HANDLING] * 4,
    State.SUBMITTED,
    State.ACCEPTED,
    *[State.COMPLETED] * 2,
)
_LEVELS = (*[Level.VILLAGE] * 13, *[Level.TOWNSHIP] * 5, *[Level.COUNTY] * 2)
_PHASES = {State.SUBMITTED: Phase.ACCEPT, State.COMPLETED: Phase.VERIFY}
_STORY = (
    (MoveCode.REPORT, State.SUBMITTED),
    (MoveCode.ACCEPT, State.ACCEPTED),
    (MoveCode.TAKE, State.HANDLING),
    (MoveCode.COMPLETE, State.COMPLETED),
    (MoveCode.VERIFY_PASS, State.CLOSED),
)
_LENGTH = {state: length for length, (_, state) in enumerate(_STORY, start=1)}


@dataclass(frozen=True, slots=True)
class _Ground:
    villages: list[str]
    units: dict[tuple[str, str], UUID]
    posts: dict[tuple[UUID, str], UUID]
    law: Law
    numbers: Counter[date]  # the last one given on each day


@dataclass(frozen=True, slots=True)
class _Made:
    row: Case
    facts: CaseFacts


def fill(count: int, into: Connection[Any], *, now: datetime, seed: int = 1) -> None:
    """Add `count` cases reported over the last year; `into` is a superuser's connection."""
    rng = random.Random(seed)
    ground, there = door(
        Actor.clock(settings.COUNTY_CODE), lambda: (_ground(), Case.objects.count())
    )
    into.execute("SET synchronous_commit = off")
    for start in range(0, count, BATCH):
        serials = range(there + start, there + min(start + BATCH, count))
        _insert(into, [_case(ground, rng, serial, now) for serial in serials])


def _ground() -> _Ground:
    return _Ground(
        list(Area.objects.filter(level=Level.VILLAGE).values_list("code", flat=True)),
        {(kind, area): pk for kind, area, pk in Unit.objects.values_list("kind", "area_id", "id")},
        {(unit, kind): pk for unit, kind, pk in Post.objects.values_list("unit_id", "kind", "id")},
        law_today(),
        _last_numbers(),
    )


def _last_numbers() -> Counter[date]:
    by_day = Case.objects.values_list(Substr("number", 9, 8)).annotate(Max("number")).order_by()
    numbers = [case_number.parse(last) for _, last in by_day]
    return Counter({number.day: number.sequence for number in numbers})


def _insert(into: Connection[Any], made: list[_Made]) -> None:
    rows = [each.row for each in made]
    with into.transaction():
        copy(into, Case, map(vars, rows))
        copy(into, CaseReporter, map(_reporter, rows))
        copy(into, CaseParticipant, map(_participant, rows))
        copy(into, CaseStep, (step for row in rows for step in _steps(row)))
        copy(
            into,
            CaseTerm,
            (
                vars(term_row(each.row, term, term.started_at))
                for each in made
                if (term := each.facts.term)
            ),
        )


def _case(ground: _Ground, rng: random.Random, serial: int, now: datetime) -> _Made:
    state, level = rng.choice(_STATES), rng.choice(_LEVELS)
    closed = state is State.CLOSED
    at = now - (
        timedelta(days=rng.uniform(10, 365)) if closed else timedelta(days=rng.uniform(0, 8))
    )
    village = rng.choice(ground.villages)
    facts = _facts(ground, rng, state, level, village, at)
    row = Case(
        id=facts.case_id,
        number=_number(ground, county_day(at)),
        receipt=f"{serial:064d}",
        reported_at=at,
        channel="portal",
        group_number=rng.randint(1, 11),
        words=f"{category(facts.category_code).name_zh} {serial}",
        participants=[facts.responsible.unit_id],
        version=_LENGTH[state],
    )
    if state is State.COMPLETED:  # the township's centre checks, as it does with one in ten
        row.asked_unit_id = ground.units["t_grid_centre", village[: Level.TOWNSHIP]]
        row.asked_post_id = ground.posts[row.asked_unit_id, PostKind.HEAD.value]
    row.parties_shown_to = row.participants if hides_parties(facts) else None
    lay_out(row, facts, at)
    return _Made(row, facts)


def _number(ground: _Ground, day: date) -> str:
    ground.numbers[day] = max(ground.numbers[day] + 1, _FIRST_NUMBER)
    return case_number.make(settings.COUNTY_CODE, day, ground.numbers[day])


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


def _reporter(row: Case) -> dict[str, Any]:
    return {"id": uuid7(row.reported_at), "case_id": row.pk, "handler_may_contact": True}


def _participant(row: Case) -> dict[str, Any]:
    return {
        "id": uuid7(row.reported_at),
        "case_id": row.pk,
        "unit_id": row.responsible_unit_id,
        "role": "responsible",
        "starts_at": row.reported_at,
    }


def _steps(row: Case) -> Iterator[dict[str, Any]]:
    """The straight way to the state the case is in, an hour between two steps."""
    before = ""
    for ordinal, (move, state) in enumerate(_STORY[: row.version], start=1):
        by_official = move is not MoveCode.REPORT
        yield {
            "id": uuid7(row.reported_at),
            "case_id": row.pk,
            "ordinal": ordinal,
            "move": move.value,
            "at": row.reported_at + timedelta(hours=ordinal),
            "from_state": before,
            "from_level": row.level if before else None,
            "to_state": state.value,
            "to_level": row.level,
            "to_unit_id": row.responsible_unit_id,
            "unit_id": row.responsible_unit_id if by_official else None,
            "post_id": row.responsible_post_id if by_official else None,
        }
        before = state.value
