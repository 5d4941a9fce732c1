"""The facts of a case are stored under names that do not change: rows of years ago are read."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from wangge.lib.area_code import Level
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.work.cases.models import Case
from wangge.work.cases.queries.facts import as_stored, facts_of
from wangge.work.cases.rules.facts import CaseFacts, StepFacts, TaskFacts, TaskKind
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.states import State
from wangge.work.terms.rules.terms import Allowance, OnDue, Phase, Term

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
STATION = UnitFacts(UUID(int=1), "v_service_station", Level.VILLAGE, "431124212217")
ALLOWANCE = Allowance(Phase.HANDLE, "std", Level.VILLAGE, 3, "work_day", OnDue.LIGHT)
BEFORE = CaseFacts(
    case_id=UUID(int=2),
    state=State.ACCEPTED,
    level=Level.VILLAGE,
    category_code="0404",
    area_code="431124212217001",
    responsible=STATION,
    responsible_post_id=UUID(int=3),
)
FACTS = CaseFacts(
    case_id=UUID(int=2),
    state=State.HANDLING,
    level=Level.VILLAGE,
    category_code="0404",
    area_code="431124212217001",
    responsible=STATION,
    responsible_post_id=UUID(int=3),
    tasks=(TaskFacts(UUID(int=4), TaskKind.ASSIST, STATION, NOON),),
    term=Term(ALLOWANCE, NOON, NOON, NOON, provisional=False),
    rest=ALLOWANCE,
    last_step=StepFacts(MoveCode.TAKE, UUID(int=3), NOON, BEFORE),
)

UNIT = {
    "unit_id": "00000000-0000-0000-0000-000000000001",
    "kind": "v_service_station",
    "level": 12,
    "area_code": "431124212217",
}
TIME = {
    "phase": "handle",
    "key": "std",
    "level": 12,
    "amount": 3,
    "unit": "work_day",
    "on_due": "light",
}
STORED_BEFORE = {
    "case_id": "00000000-0000-0000-0000-000000000002",
    "state": "accepted",
    "level": 12,
    "category_code": "0404",
    "area_code": "431124212217001",
    "responsible": UNIT,
    "responsible_post_id": "00000000-0000-0000-0000-000000000003",
}
STORED = {
    **STORED_BEFORE,
    "state": "handling",
    "tasks": [
        {
            "task_id": "00000000-0000-0000-0000-000000000004",
            "kind": "assist",
            "unit": UNIT,
            "due_at": "2026-03-02T04:00:00Z",
            "binding": False,
        }
    ],
    "term": {
        "allowance": TIME,
        "started_at": "2026-03-02T04:00:00Z",
        "due_at": "2026-03-02T04:00:00Z",
        "yellow_at": "2026-03-02T04:00:00Z",
        "provisional": False,
    },
    "rest": TIME,
    "last_step": {
        "move": "take",
        "post_id": "00000000-0000-0000-0000-000000000003",
        "at": "2026-03-02T04:00:00Z",
        "before": STORED_BEFORE,
    },
}


def test_a_row_is_read_that_lacks_what_came_later() -> None:
    assert facts_of(Case(facts=STORED)) == FACTS


def test_the_names_in_a_row_are_the_same_as_ever() -> None:
    written = as_stored(FACTS)
    assert isinstance(written, dict)
    before = written.pop("last_step").pop("before")
    assert {**STORED_BEFORE, **before} == before
    assert {**written, **{k: v for k, v in STORED.items() if k != "last_step"}} == written
    assert facts_of(Case(facts=as_stored(FACTS))) == FACTS
