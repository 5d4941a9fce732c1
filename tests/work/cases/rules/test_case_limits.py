"""The time limits of cases, what is promised, and the samples."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.work.calendar import CALENDAR, MONDAY, local
from tests.work.cases.rules.county import named
from wangge.lib.area_code import Level
from wangge.work.cases.data import table
from wangge.work.cases.rules.limits import (
    explanation,
    promise,
    start_term,
    term_for,
    term_key,
    term_rules,
)
from wangge.work.cases.rules.sampling import is_drawn_for_call_back, is_drawn_for_verification
from wangge.work.terms.rules.terms import Phase, Term


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


def test_a_term_says_in_words_why_it_ends_when_it_ends() -> None:
    why = explanation(a_term("std"))
    assert why.code == "case.term.handle"
    assert why.params["due"] == local("2026-03-05T17:30")
    assert explanation(a_term("statutory")).code == "case.term.review"  # no light: only a review


def test_an_urgent_mark_shortens_the_offices_own_terms_only() -> None:
    assert term_key("std", urgent=True) == "urgent"
    assert term_key("std", urgent=False) == "std"
    for regime in ("mediation", "statutory", "handoff", "immediate"):
        assert term_key(regime, urgent=True) == regime


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
