"""The ceiling: how long a piece of work may be held in all, whatever its terms allow."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from wangge.lib.work_calendar import WorkCalendar

HOLDING_CEILING: Final = 30
"""Working days from acceptance after which a piece of work is laid before the supervisors."""


def ceiling(accepted_at: datetime, calendar: WorkCalendar) -> datetime:
    """When the total holding time reaches its ceiling. No stop and no extension moves it."""
    return calendar.due(accepted_at, HOLDING_CEILING, "work_day").at
