"""Guessing made slow: who fails at a secret waits longer each time, and nobody else waits.

Failures are noted by the door, apart from the refusal, because a Refusal undoes what an operation wrote.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from wangge.doors.models import FailedTries

KEPT_FOR: Final = timedelta(days=1)
"""Longer than any wait, and than any caller counts failures together."""


def wait_until(key: str, at: datetime) -> datetime | None:
    """Until when there may be no further try under this key; None if there may be one now."""
    found = FailedTries.objects.filter(pk=key, not_before__gt=at).first()
    return found.not_before if found else None


def note_failure(
    key: str,
    *,
    wait_after: Callable[[int], timedelta],
    forgotten_after: timedelta,
    at: datetime,
) -> None:
    """Count a failed try; the next has to wait as long as `wait_after(failures)` says."""
    FailedTries.objects.bulk_create(
        [FailedTries(key=key, failures=0, not_before=at, last_at=at)], ignore_conflicts=True
    )
    tries = FailedTries.objects.select_for_update(no_key=True).get(pk=key)
    tries.failures = 1 if at - tries.last_at > forgotten_after else tries.failures + 1
    tries.not_before = at + wait_after(tries.failures)
    tries.last_at = at
    tries.save(update_fields=["failures", "not_before", "last_at"])


def forget_old(*, at: datetime) -> int:
    """Delete failures that nobody has added to for a day; returns how many keys."""
    forgotten, _ = FailedTries.objects.filter(last_at__lt=at - KEPT_FOR).delete()
    return forgotten


def forget(key: str) -> None:
    """After a try that succeeded."""
    FailedTries.objects.filter(pk=key).delete()
