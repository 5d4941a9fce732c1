"""Looks that are counted: everybody may look at any of the things, and nobody at all of them.

Within a clock hour a person may look at a limited number of different things, at each repeatedly.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from wangge.doors.models import CountedLook

KEPT_FOR: Final = timedelta(hours=2)
_HALF: Final = 32  # digits of a key for who looks, and again for what they look at


def may_look(who: str, what: str, *, most: int, at: datetime) -> bool:
    """Count that `who` looks at `what`; False if it would be the (`most` + 1)th thing this hour."""
    looker = _digest(f"{at:%Y%m%d%H} {who}")
    key = looker + _digest(what)
    seen = CountedLook.objects.filter(key__gte=looker, key__lt=f"{looker}g")  # g follows f
    keys = set(seen.values_list("key", flat=True)[: most + 1])
    if key in keys or len(keys) >= most:
        return key in keys
    CountedLook.objects.bulk_create([CountedLook(key=key, at=at)], ignore_conflicts=True)
    return True


def forget_old(*, at: datetime) -> int:
    """Delete the looks of hours that are over; returns how many."""
    forgotten, _ = CountedLook.objects.filter(at__lt=at - KEPT_FOR).delete()
    return forgotten


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_HALF]
