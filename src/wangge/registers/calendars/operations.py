"""Loading a year of the State Council's calendar."""

from collections.abc import Mapping
from datetime import date, datetime

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.models import CalendarDay, CalendarYear


@operation
def load_year(
    year: int, days: Mapping[date, bool], *, source: str, by: Actor, at: datetime
) -> None:
    """Load or replace a year: `days` says of each exceptional day whether people work.

    A job then recalculates terms that were provisional because the year was missing.
    """
    CalendarYear.objects.update_or_create(year=year, defaults={"source": source, "loaded_at": at})
    CalendarDay.objects.filter(year=year).delete()
    CalendarDay.objects.bulk_create(
        CalendarDay(day=day, year_id=year, working=working) for day, working in sorted(days.items())
    )
    record(Event.CALENDAR_LOADED, "calendar_year", str(year), by=by, at=at, count=len(days))
    later("cases.reckon_provisional_terms", once="cases.reckon_provisional_terms")
