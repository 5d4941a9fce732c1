"""What day it is in the county, and its working calendar as a value for the rules."""

from datetime import date, datetime
from functools import lru_cache

from django.conf import settings

from wangge.lib.work_calendar import WorkCalendar
from wangge.registers.calendars.models import CalendarDay, CalendarYear


def county_day(at: datetime) -> date:
    """The calendar day in the county at an instant."""
    return at.astimezone(settings.COUNTY_ZONE).date()


def work_calendar() -> WorkCalendar:
    """The calendar as loaded now. One query for the years; days are read again only when they change."""
    return _calendar(tuple(CalendarYear.objects.order_by("year").values_list("year", "loaded_at")))


@lru_cache(maxsize=4)
def _calendar(years: tuple[tuple[int, object], ...]) -> WorkCalendar:
    days: dict[date, bool] = dict(CalendarDay.objects.values_list("day", "working"))
    return WorkCalendar(
        days,
        frozenset(year for year, _ in years),
        office_close=settings.OFFICE_CLOSE,
        tz=settings.COUNTY_ZONE,
    )
