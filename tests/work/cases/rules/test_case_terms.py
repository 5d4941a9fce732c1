"""Terms: how long, until when, which light; and the samples."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.work.cases.rules.county import CALENDAR, MONDAY, named
from tests.work.cases.rules.invention import instants
from wangge.lib.area_code import Level
from wangge.work.cases.data import table
from wangge.work.cases.rules.sampling import is_drawn_for_call_back, is_drawn_for_verification
from wangge.work.cases.rules.states import CASE_LEVELS, Light
from wangge.work.cases.rules.terms import (
    OnDue,
    Phase,
    Term,
    TermRule,
    ceiling,
    extend,
    light_at,
    promise,
    start_term,
    stop,
    term_for,
    term_key,
    term_rules,
)

rules = st.sampled_from(list(term_rules().values()))
levels = st.sampled_from(CASE_LEVELS)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CALENDAR.tz)


def a_term(key: str, phase: Phase = Phase.HANDLE, level: Level = Level.VILLAGE) -> Term:
    rule = term_for(key, phase, level)
    assert rule is not None
    return start_term(rule, level, MONDAY, CALENDAR)


def test_every_row_of_the_time_limits_is_a_rule() -> None:
    assert len(term_rules()) == len(table("time_limits"))


@pytest.mark.parametrize(
    ("key", "phase", "level", "due"),
    [
        ("std", Phase.ACCEPT, Level.VILLAGE, "2026-03-03T17:30"),
        ("std", Phase.HANDLE, Level.VILLAGE, "2026-03-05T17:30"),
        ("std", Phase.HANDLE, Level.TOWNSHIP, "2026-03-11T17:30"),
        ("std", Phase.HANDLE, Level.COUNTY, "2026-03-23T17:30"),
        ("urgent", Phase.ACCEPT, Level.VILLAGE, "2026-03-02T11:00"),
        ("immediate", Phase.ACCEPT, Level.COUNTY, "2026-03-02T09:30"),
        ("mediation", Phase.HANDLE, Level.VILLAGE, "2026-04-02T00:00"),
        ("verify", Phase.VERIFY, Level.VILLAGE, "2026-03-05T17:30"),
    ],
)
def test_a_term_ends_when_the_table_says(key: str, phase: Phase, level: Level, due: str) -> None:
    assert a_term(key, phase, level).due_at == local(due)


def test_the_table_sets_no_handle_term_for_thanks() -> None:
    assert term_for("none", Phase.HANDLE, Level.VILLAGE) is None
    assert promise("none", MONDAY, CALENDAR) is None


def test_the_promise_is_the_longest_handle_term_of_the_key() -> None:
    promised = promise("std", MONDAY, CALENDAR)
    assert promised is not None
    assert promised.at == a_term("std", level=Level.COUNTY).due_at


def test_the_ceiling_is_thirty_working_days() -> None:
    # two days off and one Saturday made up lie between
    assert ceiling(MONDAY, CALENDAR) == local("2026-04-14T17:30")


@settings(deadline=None)
@given(rule=rules, level=levels, start=instants)
def test_a_term_runs_forward_and_its_light_turns_in_order(
    rule: TermRule, level: Level, start: datetime
) -> None:
    term = start_term(rule, level, start, CALENDAR)
    assert term.due_at > start
    assert light_at(term, start) in {Light.NONE, Light.YELLOW}
    if rule.on_due is OnDue.REVIEW:
        assert term.yellow_at is None
        assert light_at(term, term.due_at + timedelta(days=99)) is Light.NONE
        return
    assert term.yellow_at is not None
    assert start <= term.yellow_at < term.due_at
    assert light_at(term, term.yellow_at) is Light.YELLOW
    assert light_at(term, term.due_at) is Light.YELLOW
    assert light_at(term, term.due_at + timedelta.resolution) is Light.RED


@settings(deadline=None)
@given(rule=rules, level=levels, start=instants, pause=st.integers(1, 60 * 24 * 20))
def test_what_is_left_of_a_stopped_term_goes_on_and_never_grows(
    rule: TermRule, level: Level, start: datetime, pause: int
) -> None:
    term = start_term(rule, level, start, CALENDAR)
    rest = stop(term, start + timedelta(minutes=pause), CALENDAR)
    assert 0 <= rest.amount <= rule.amount
    resumed = rest.from_instant(start + timedelta(minutes=pause), CALENDAR)
    assert (rest.amount == 0) == (start + timedelta(minutes=pause) >= term.due_at)
    assert resumed.due_at >= min(term.due_at, resumed.started_at)


@settings(deadline=None)
@given(rule=rules, level=levels, start=instants, more=st.integers(1, 15))
def test_a_longer_term_ends_where_a_term_of_that_length_would(
    rule: TermRule, level: Level, start: datetime, more: int
) -> None:
    term = start_term(rule, level, start, CALENDAR)
    longer = extend(term, more, CALENDAR)
    assert longer.allowance.amount == rule.amount + more
    assert longer.due_at == longer.allowance.from_instant(start, CALENDAR).due_at


@settings(deadline=None)
@given(rule=rules, level=levels)
def test_half_a_term_is_shorter_but_something(rule: TermRule, level: Level) -> None:
    whole = rule.allowance(level)
    half = whole.halved()
    assert 1 <= half.amount <= whole.amount
    assert 2 * half.amount - whole.amount in {0, 1}


def test_an_urgent_mark_shortens_the_offices_own_terms_only() -> None:
    assert term_key("std", urgent=True) == "urgent"
    assert term_key("std", urgent=False) == "std"
    for regime in ("mediation", "statutory", "handoff", "immediate"):
        assert term_key(regime, urgent=True) == regime


def test_no_light_without_a_term() -> None:
    assert light_at(None, MONDAY) is Light.NONE


@settings(deadline=None)
@given(st.uuids())
def test_a_draw_is_the_same_however_often_it_is_made(case_id: UUID) -> None:
    assert is_drawn_for_verification(case_id) == is_drawn_for_verification(case_id)
    assert is_drawn_for_call_back(case_id, had_red_light=True)


def test_about_a_tenth_is_drawn_and_the_draws_are_independent() -> None:
    ids = [named("draw", str(n)) for n in range(5000)]
    checked = {each for each in ids if is_drawn_for_verification(each)}
    called = {each for each in ids if is_drawn_for_call_back(each, had_red_light=False)}
    assert 400 < len(checked) < 600
    assert 400 < len(called) < 600
    assert len(checked & called) < 100
