"""The law in force now: the working calendar that is loaded and the routing rows."""

from wangge.registers.calendars.queries import work_calendar
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.routing import seed_routing


def law_today() -> Law:
    """Calendar and routing as values for the rules."""
    return Law(calendar=work_calendar(), routing=seed_routing())
