"""Case by case: do the columns and rows say what the facts say?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, TypeAlias
from uuid import UUID

from pydantic import ValidationError

from wangge.insight.verification.rules import Finding, finding
from wangge.work.cases.models import Case, CaseTask, CaseTerm
from wangge.work.cases.operations.looking import CLAIMED_FOR
from wangge.work.cases.operations.storing import lay_out
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.parties import hides_parties

AT_A_TIME: Final = 500


@dataclass(slots=True)
class _Elsewhere:
    """What stands in other tables about some cases."""

    running: dict[UUID, CaseTerm] = field(default_factory=dict)
    tasks: dict[UUID, set[UUID]] = field(default_factory=dict)


_Check: TypeAlias = Callable[[Case, CaseFacts, _Elsewhere], bool]


def checks() -> list[Finding]:
    """The findings about facts: whether they can be read, and whether all else agrees with them."""
    broken: dict[str, list[str]] = {name: [] for name in ("facts_readable", *_CHECKS)}
    looked_at = 0
    for cases in _in_batches():
        elsewhere = _elsewhere(cases)
        for case in cases:
            looked_at += 1
            for name in _broken(case, elsewhere):
                broken[name].append(case.number)
    return [finding(name, looked_at, numbers) for name, numbers in broken.items()]


def _in_batches() -> Iterator[list[Case]]:
    """All cases by key, a few at a time: one long cursor would hold them all."""
    last = UUID(int=0)
    while cases := list(Case.objects.filter(pk__gt=last).order_by("pk")[:AT_A_TIME]):
        yield cases
        last = cases[-1].pk


def _elsewhere(cases: Iterable[Case]) -> _Elsewhere:
    keys = [case.pk for case in cases]
    elsewhere = _Elsewhere()
    for term in CaseTerm.objects.filter(case__in=keys, ended_at=None):
        elsewhere.running[term.case_id] = term
    open_tasks = CaseTask.objects.filter(case__in=keys, done_at=None)
    for case_id, task_id in open_tasks.values_list("case_id", "pk"):
        elsewhere.tasks.setdefault(case_id, set()).add(task_id)
    return elsewhere


def _broken(case: Case, elsewhere: _Elsewhere) -> Iterator[str]:
    try:
        facts = facts_of(case)
    except ValidationError:
        yield "facts_readable"
        return
    yield from (name for name, holds in _CHECKS.items() if not holds(case, facts, elsewhere))


def _columns_agree(case: Case, facts: CaseFacts, elsewhere: _Elsewhere) -> bool:
    """What `lay_out` would write on a copy is what the row has.

    All columns but one: the clock, when it claims a case, pushes its next look ahead and leaves the
    facts as they are until somebody has looked.
    """
    fresh = copy(case)
    lay_out(fresh, facts, case.moved_at)
    differing = {name for name in _columns() if getattr(fresh, name) != getattr(case, name)}
    return facts.case_id == case.pk and differing <= _claimed(case, facts)


def _columns() -> list[str]:
    return [each.attname for each in Case._meta.concrete_fields if each.attname != "facts"]


def _claimed(case: Case, facts: CaseFacts) -> set[str]:
    if case.next_look_at is None or facts.next_look_at is None:
        return set()
    pushed = case.next_look_at >= facts.next_look_at + CLAIMED_FOR
    return {"next_look_at"} if pushed else set()


def _term_agrees(case: Case, facts: CaseFacts, elsewhere: _Elsewhere) -> bool:
    row = elsewhere.running.get(case.pk)
    if row is None or facts.term is None:
        return row is None and facts.term is None
    stored: tuple[Any, ...] = (row.phase, row.started_at, row.due_at)
    return stored == (facts.term.phase.value, facts.term.started_at, facts.term.due_at)


def _tasks_agree(case: Case, facts: CaseFacts, elsewhere: _Elsewhere) -> bool:
    return elsewhere.tasks.get(case.pk, set()) == {task.task_id for task in facts.tasks}


def _takes_part(case: Case, facts: CaseFacts, elsewhere: _Elsewhere) -> bool:
    """Units that have the case, or that owe it something, can see it."""
    needed = {facts.responsible.unit_id, *(task.unit.unit_id for task in facts.tasks)}
    return needed <= set(case.participants)


def _parties_agree(case: Case, facts: CaseFacts, elsewhere: _Elsewhere) -> bool:
    """Parties are hidden by the category, and never from a unit that takes part."""
    if not hides_parties(facts):
        return case.parties_shown_to is None
    return set(case.participants) <= set(case.parties_shown_to or ())


_CHECKS: Final = MappingProxyType[str, _Check](
    {
        "columns_as_facts": _columns_agree,
        "term_as_facts": _term_agrees,
        "tasks_as_facts": _tasks_agree,
        "hands_take_part": _takes_part,
        "parties_as_category": _parties_agree,
    }
)
