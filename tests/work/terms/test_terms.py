"""Terms of any work: they run, stand still, go on, grow, and their light turns in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.work.calendar import CALENDAR, MONDAY, instants, local
from wangge.config.language import WORDS
from wangge.lib.area_code import Level
from wangge.lib.work_calendar import Unit
from wangge.work.terms.rules.ceiling import ceiling
from wangge.work.terms.rules.light import Light
from wangge.work.terms.rules.terms import (
    Allowance,
    OnDue,
    Phase,
    extend,
    is_over,
    light_at,
    span,
    stop,
)

units = st.sampled_from(get_args(Unit))
allowances = st.builds(
    Allowance,
    phase=st.sampled_from(Phase),
    key=st.just("std"),
    level=st.sampled_from(Level),
    amount=st.integers(1, 60),
    unit=units,
    on_due=st.sampled_from(OnDue),
)


@settings(deadline=None)
@given(allowance=allowances, start=instants)
def test_a_term_runs_forward_and_its_light_turns_in_order(
    allowance: Allowance, start: datetime
) -> None:
    term = allowance.from_instant(start, CALENDAR)
    assert term.due_at > start
    assert light_at(term, start) in {Light.NONE, Light.YELLOW}
    if allowance.on_due is OnDue.REVIEW:
        assert term.yellow_at is None
        assert light_at(term, term.due_at + timedelta(days=99)) is Light.NONE
        return
    assert term.yellow_at is not None
    assert start <= term.yellow_at < term.due_at
    assert light_at(term, term.yellow_at) is Light.YELLOW
    assert light_at(term, term.due_at) is Light.YELLOW
    assert light_at(term, term.due_at + timedelta.resolution) is Light.RED


@settings(deadline=None)
@given(allowance=allowances, start=instants, pause=st.integers(1, 60 * 24 * 20))
def test_what_is_left_of_a_stopped_term_goes_on_and_never_grows(
    allowance: Allowance, start: datetime, pause: int
) -> None:
    at = start + timedelta(minutes=pause)
    term = allowance.from_instant(start, CALENDAR)
    rest = stop(term, at, CALENDAR)
    assert 0 <= rest.amount <= allowance.amount
    resumed = rest.from_instant(at, CALENDAR)
    assert (rest.amount == 0) == is_over(term, at)
    assert resumed.due_at >= min(term.due_at, resumed.started_at)


@settings(deadline=None)
@given(allowance=allowances, start=instants, more=st.integers(1, 15))
def test_a_longer_term_ends_where_a_term_of_that_length_would(
    allowance: Allowance, start: datetime, more: int
) -> None:
    term = allowance.from_instant(start, CALENDAR)
    longer = extend(term, more, CALENDAR)
    assert longer.allowance == replace(allowance, amount=allowance.amount + more)
    assert longer.due_at == longer.allowance.from_instant(start, CALENDAR).due_at


@settings(deadline=None)
@given(allowances)
def test_half_a_term_is_shorter_but_something(whole: Allowance) -> None:
    half = whole.halved()
    assert 1 <= half.amount <= whole.amount
    assert 2 * half.amount - whole.amount in {0, 1}


def test_no_light_and_no_end_without_a_term() -> None:
    assert light_at(None, MONDAY) is Light.NONE
    assert not is_over(None, MONDAY)


def test_the_ceiling_is_thirty_working_days() -> None:
    # two days off and one Saturday made up lie between
    assert ceiling(MONDAY, CALENDAR) == local("2026-04-14T17:30")


def test_lights_and_lengths_of_time_have_words() -> None:
    said = [light.words for light in Light] + [span(3, unit) for unit in get_args(Unit)]
    for language in WORDS.languages:
        assert all(WORDS.say(words, language) for words in said)
