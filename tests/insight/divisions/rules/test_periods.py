"""The history of a village's grids: every day is in one period, with the grids of that day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.insight.divisions.rules.villages import grid
from wangge.insight.divisions.rules.periods import Span, periods

BEGAN = date(2026, 1, 1)
days = st.integers(0, 40).map(lambda n: BEGAN + timedelta(days=n))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    begins = draw(days)
    length = draw(st.none() | st.integers(1, 20))
    ends = None if length is None else begins + timedelta(days=length)
    return Span(grid(draw(st.integers(1, 9))), begins, ends)


@given(
    st.lists(spans(), max_size=6, unique_by=lambda span: span.code),
    st.lists(days, max_size=3),
    days,
)
def test_a_day_is_in_one_period_with_the_grids_of_that_day(
    known: list[Span], divisions: list[date], day: date
) -> None:
    found = periods(known, divisions)
    standing = sorted(span.code for span in known if span.stands_on(day))
    there = [p for p in found if p.begins <= day and (p.ends is None or day < p.ends)]
    assert [list(period.grids) for period in there] == ([standing] if standing else [])
    assert list(found) == sorted(found, key=lambda period: period.begins)


def test_a_division_that_keeps_all_codes_begins_a_period_of_its_own() -> None:
    spring, summer = date(2026, 3, 1), date(2026, 6, 1)
    found = periods([Span(grid(1), spring), Span(grid(2), spring)], [summer])
    assert [(p.begins, p.ends, len(p.grids)) for p in found] == [
        (spring, summer, 2),
        (summer, None, 2),
    ]
