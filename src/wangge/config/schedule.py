"""Everything the platform does by itself and when: one line a task.

Times are UTC; the county is eight hours ahead. A tick is not queued while the one before it still
waits, so a worker that was away does each task once when it comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from procrastinate.contrib.django import app

from wangge.access.actor import ActorKind


@dataclass(frozen=True, slots=True)
class Tick:
    """A task by its name, when it runs (cron), and as whom it acts."""

    name: str
    cron: str
    acting_as: ActorKind = ActorKind.CLOCK


SCHEDULE: Final = (
    Tick("cases.look_for_due", "* * * * *"),
    Tick("notices.send", "* * * * *"),
    Tick("cases.warn_of_missing_calendar", "10 1 * * *"),
    Tick("divisions.take_up_again", "*/10 * * * *"),
    Tick("divisions.carry_on_due", "*/5 * * * *"),
    Tick("lists.take_up_again", "*/10 * * * *"),
    Tick("lists.forget_old", "45 18 * * *"),  # before files are swept
    Tick("geodata.take_up_again", "*/10 * * * *"),
    Tick("geodata.forget_old", "44 18 * * *"),
    Tick("paper.take_up_again", "*/10 * * * *"),
    Tick("paper.forget_old", "46 18 * * *"),
    Tick("doors.forget_answers", "5 * * * *"),
    Tick("doors.forget_failed_jobs", "30 18 * * *"),
    Tick("notices.forget_old", "35 18 * * *"),
    Tick("organisations.reckon_cover", "1 16 * * *"),  # a minute past midnight
    Tick("accounts.clear_sessions", "40 18 * * *"),
    Tick("files.sweep_orphans", "50 18 * * *"),
)

for _tick in SCHEDULE:
    app.periodic(cron=_tick.cron, queueing_lock=_tick.name)(app.tasks[_tick.name])
