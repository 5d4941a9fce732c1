"""Guessing made slow: after each failure at a secret one waits longer, and nobody else waits.

The door notes failures outside the operation, because a Refusal undoes what an operation wrote.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from wangge.doors.models import FailedTries

KEPT_FOR: Final = timedelta(days=1)
"""Longer than any wait, and longer than any caller adds failures up."""


def wait_until(key: str, at: datetime) -> datetime | None:
    """When the next try under this key is allowed; None if it is allowed now."""
    found = FailedTries.objects.filter(pk=key, not_before__gt=at).first()
    return found.not_before if found else None


def note_failure(
    key: str,
    *,
    wait_after: Callable[[int], timedelta],
    forgotten_after: timedelta,
    at: datetime,
) -> None:
    """Count a failed try; the next is allowed after `wait_after(failures)`."""
    FailedTries.objects.bulk_create(
        [FailedTries(key=key, failures=0, not_before=at, last_at=at)], ignore_conflicts=True
    )
    tries = FailedTries.objects.select_for_update(no_key=True).get(pk=key)
    tries.failures = 1 if at - tries.last_at > forgotten_after else tries.failures + 1
    tries.not_before = at + wait_after(tries.failures)
    tries.last_at = at
    tries.save(update_fields=["failures", "not_before", "last_at"])


def forget_old(*, at: datetime) -> int:
    """Delete the keys whose last failure is more than a day old; returns how many."""
    forgotten, _ = FailedTries.objects.filter(last_at__lt=at - KEPT_FOR).delete()
    return forgotten


def forget(key: str) -> None:
    """After a try that succeeded."""
    FailedTries.objects.filter(pk=key).delete()
