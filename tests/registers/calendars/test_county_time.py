"""What day it is in the county, and the calendar by which it works."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.registers.organisations.staff import AT, CLOCK, done_by, recorded
from wangge.registers.calendars.models import CalendarDay, CalendarYear
from wangge.registers.calendars.operations import load_year
from wangge.registers.calendars.queries import county_day, work_calendar

NEW_YEAR = date(2031, 1, 1)  # a Wednesday
SATURDAY = date(2031, 1, 4)


def test_the_county_has_its_own_midnight() -> None:
    midnight = datetime(2026, 3, 1, 16, 0, tzinfo=UTC)
    assert county_day(midnight) == date(2026, 3, 2)
    assert county_day(midnight - timedelta(seconds=1)) == date(2026, 3, 1)


@pytest.mark.django_db
def test_a_year_that_is_loaded_is_believed_and_recorded() -> None:
    assert work_calendar().is_provisional(NEW_YEAR)
    done_by(CLOCK, load_year, 2031, {NEW_YEAR: False, SATURDAY: True}, source="notice 2030/12")
    calendar = work_calendar()
    assert not calendar.is_provisional(NEW_YEAR)
    assert (calendar.is_workday(NEW_YEAR), calendar.is_workday(SATURDAY)) == (False, True)
    (event,) = recorded("calendar.loaded")[-1:]
    assert (event.object_id, event.codes) == ("2031", {"count": 2})


@pytest.mark.django_db
def test_loading_a_year_again_replaces_its_days() -> None:
    done_by(CLOCK, load_year, 2031, {NEW_YEAR: False, SATURDAY: True}, source="draft")
    later = AT + timedelta(days=1)
    done_by(CLOCK, load_year, 2031, {NEW_YEAR: False}, source="notice", at=later)
    assert list(CalendarDay.objects.filter(year=2031).values_list("day")) == [(NEW_YEAR,)]
    assert CalendarYear.objects.get(pk=2031).source == "notice"
    assert not work_calendar().is_workday(SATURDAY)
