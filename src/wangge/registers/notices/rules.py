"""When a notice leaves the house, how often it is tried, and when it is given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo


class Channel(StrEnum):
    """How a notice reaches somebody."""

    IN_APP = "in_app"  # the person's page in the console; nothing is sent
    E_MAIL = "e_mail"
    HTTP = "http"  # a gateway of the county, mostly for text messages
    DEMO = "demo"  # shown instead of sent


TRIES: Final = 8
"""A notice that failed so often is dead; with the waits below that takes about a day and a half."""

_FIRST_WAIT: Final = timedelta(minutes=1)
_LONGEST_WAIT: Final = timedelta(hours=12)
_GROWTH: Final = 5

CLAIMED_FOR: Final = timedelta(minutes=15)
"""A notice that somebody is sending is left alone so long; after that the sender has died."""

KEPT_FOR: Final = timedelta(days=90)
"""How long a notice is kept after it was sent, read or not."""

DEAD_KEPT_FOR: Final = timedelta(days=30)
"""How long a dead one waits for the operator, with its sealed address."""

UNREACHABLE_FOR: Final = timedelta(minutes=1)
"""How long the others wait when an adapter could not reach its server at all."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours, in county time, in which no phone should ring for something that can wait.

    They may pass midnight. Equal ends mean that there are none.
    """

    start: time
    end: time
    zone: ZoneInfo

    def earliest(self, at: datetime, *, urgent: bool) -> datetime:
        """The first instant, from ``at`` on, at which a notice may be sent."""
        local = at.astimezone(self.zone)
        if urgent or not self._covers(local.time()):
            return at
        morning = datetime.combine(local.date(), self.end, self.zone)
        return morning if local < morning else morning + timedelta(days=1)

    def _covers(self, clock: time) -> bool:
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


def wait_after(tries: int) -> timedelta:
    """The wait after that many failures: 1, 5, 25 … minutes, at most half a day."""
    wait: timedelta = _FIRST_WAIT * _GROWTH ** (tries - 1)
    return min(wait, _LONGEST_WAIT)


def is_given_up(tries: int) -> bool:
    """Whether a notice is dead after that many failures."""
    return tries >= TRIES
