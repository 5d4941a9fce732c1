"""What is promised of a case at every moment, asked of the rows as they stand in the database."""

from __future__ import annotations

from copy import copy
from datetime import date, datetime

from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, Post, PostCover, Substitution, Unit
from wangge.registers.organisations.rules.lines import LEADING_GROUP
from wangge.work.cases.models import Case, CaseParticipant, CaseStep, CaseTask, CaseTerm
from wangge.work.cases.operations.storing import lay_out
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.rules.states import State


def check(case: Case, at: datetime) -> None:
    """Every promise about one case. Asked by the clock, who sees all cases."""
    _columns_are_the_facts(case)
    _its_story_is_whole(case)
    _its_terms_and_tasks_are_the_facts(case)
    _who_has_it_takes_part(case)
    if case.is_open:
        _is_in_somebodys_hands(case, county_day(at))
        assert case.next_look_at is not None
    else:
        assert case.next_look_at is None


def _columns_are_the_facts(case: Case) -> None:
    facts = facts_of(case)
    assert facts.case_id == case.pk
    fresh = copy(case)
    lay_out(fresh, facts, case.moved_at)
    assert facts_of(fresh) == facts
    for name in {field.attname for field in Case._meta.concrete_fields} - {"facts"}:
        assert getattr(fresh, name) == getattr(case, name), name
    assert case.settled_level == (case.level if case.state == State.CLOSED else None)


def _its_story_is_whole(case: Case) -> None:
    """Steps are numbered from one to the version without a gap, each where the last one ended."""
    steps = list(CaseStep.objects.filter(case=case).order_by("ordinal"))
    assert [step.ordinal for step in steps] == list(range(1, case.version + 1))
    assert [step.from_state for step in steps] == ["", *(step.to_state for step in steps[:-1])]
    assert steps[-1].to_state == case.state
    assert steps[-1].to_unit_id == case.responsible_unit_id
    assert [step.at for step in steps] == sorted(step.at for step in steps)


def _its_terms_and_tasks_are_the_facts(case: Case) -> None:
    facts = facts_of(case)
    running = list(CaseTerm.objects.filter(case=case, ended_at=None))
    terms = [facts.term] if facts.term else []
    assert [(row.phase, row.started_at, row.due_at, row.yellow_at) for row in running] == [
        (term.phase.value, term.started_at, term.due_at, term.yellow_at) for term in terms
    ]
    owed = CaseTask.objects.filter(case=case, done_at=None)
    assert set(owed.values_list("pk", "unit_id", "due_at", "binding")) == {
        (task.task_id, task.unit.unit_id, task.due_at, task.binding) for task in facts.tasks
    }


def _who_has_it_takes_part(case: Case) -> None:
    """The units in the array, which the policies read, and in the dated rows, which people read."""
    facts = facts_of(case)
    needed = {facts.responsible.unit_id, *(task.unit.unit_id for task in facts.tasks)}
    assert needed <= set(case.participants)
    rows = CaseParticipant.objects.filter(case=case, ends_at=None)
    assert set(rows.values_list("unit_id", flat=True)) == set(case.participants)
    assert (case.parties_shown_to is not None) == facts.category.hides_parties
    assert set(case.participants) <= set(case.parties_shown_to or case.participants)


def _is_in_somebodys_hands(case: Case, day: date) -> None:
    """A unit that exists, a post of that unit, and somebody who answers for the post today.

    Nobody answers only where everybody above is gone as well, up to the top of the county.
    """
    unit = Unit.objects.get(pk=case.responsible_unit_id, valid_to=None)
    post = Post.objects.get(pk=case.responsible_post_id, valid_to=None)
    assert post.unit_id == unit.pk
    cover = PostCover.objects.filter(post=post, ends_on=None).first()
    if cover is None:
        top = Post.objects.filter(unit__kind=LEADING_GROUP, unit__area=case.county_code)
        assert not _is_filled(top.values_list("pk", flat=True), day)
    else:
        assert _is_filled([cover.covered_by_id], day)


def _is_filled(posts: object, day: date) -> bool:
    held = Appointment.objects.current(day).filter(post__in=posts)
    acting = Substitution.objects.filter(post__in=posts, starts_on__lte=day, ends_on__gt=day)
    return held.exists() or acting.exists()
