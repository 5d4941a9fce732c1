"""A year of the State Council's calendar: loaded, replaced, recorded."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.factories.world import COUNTY
from tests.registers.organisations.staff import actor
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.models import CalendarDay
from wangge.registers.calendars.operations import load_year
from wangge.registers.calendars.queries import county_day, work_calendar

pytestmark = pytest.mark.django_db

CLOCK = Actor.clock(COUNTY)
AT = datetime(2028, 12, 1, tzinfo=UTC)
MONDAY, SATURDAY = date(2029, 1, 1), date(2029, 1, 6)


def load(days: dict[date, bool]) -> None:
    door(CLOCK, lambda: load_year(2029, days, source="State Council", by=CLOCK, at=AT))


def worked(*days: date) -> list[bool]:
    return [door(CLOCK, work_calendar).is_workday(day) for day in days]


def test_a_year_that_is_loaded_holds_from_then_on() -> None:
    assert worked(MONDAY, SATURDAY) == [True, False]
    load({MONDAY: False, SATURDAY: True})
    assert worked(MONDAY, SATURDAY) == [False, True]


def test_a_year_that_is_loaded_again_is_replaced_as_a_whole() -> None:
    load({MONDAY: False, SATURDAY: True})
    load({MONDAY: False})
    assert list(CalendarDay.objects.filter(year=2029).values_list("day", flat=True)) == [MONDAY]


def test_loading_is_recorded_and_terms_are_computed_again_later() -> None:
    load({MONDAY: False})
    loaded = {"kind": Event.CALENDAR_LOADED.value, "object_id": "2029"}
    event = door(actor("auditor"), lambda: AuditEvent.objects.get(**loaded))
    assert event.codes == {"count": 1}
    jobs = ProcrastinateJob.objects.filter(task_name="cases.reckon_provisional_terms")
    assert jobs.count() == 1


def test_the_day_of_the_county_begins_while_utc_still_has_the_day_before() -> None:
    assert county_day(datetime(2029, 1, 1, 15, 59, tzinfo=UTC)) == MONDAY
    assert county_day(datetime(2029, 1, 1, 16, 0, tzinfo=UTC)) == date(2029, 1, 2)
