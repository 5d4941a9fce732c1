"""What is in force on the day of a move: the working-day calendar and the routing."""

from __future__ import annotations

from dataclasses import dataclass

from wangge.lib.work_calendar import WorkCalendar
from wangge.work.cases.rules.routing import Routing


@dataclass(frozen=True, slots=True)
class Law:
    """The dated tables a move is judged by; everything else of the law does not change by day."""

    calendar: WorkCalendar
    routing: Routing
