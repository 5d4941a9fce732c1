"""UUID version 7 (RFC 9562, section 5.7): a key that sorts by the millisecond it was made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from secrets import SystemRandom
from typing import Final
from uuid import UUID

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_SECURE: Final = SystemRandom()


def uuid7(at: datetime, rng: Random | None = None) -> UUID:
    """A new key for the instant ``at`` (aware): 48 bits of milliseconds, 74 random bits.

    Two keys of one millisecond have no order between them. Without ``rng`` the bits come from
    the operating system. ValueError for a naive instant or one before 1970.
    """
    if at.tzinfo is None:
        raise ValueError("the instant of a key must know its time zone")
    milliseconds = (at - _EPOCH) // _MILLISECOND
    if milliseconds < 0:
        raise ValueError("a key cannot be made for an instant before 1970")
    bits = (rng or _SECURE).getrandbits(74)
    high, low = bits >> 62, bits & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def instant_of(key: UUID) -> datetime:
    """The millisecond a version-7 key was made for, in UTC. ValueError for other versions."""
    if key.version != 7:
        raise ValueError(f"{key} is not a version 7 key")
    return _EPOCH + (key.int >> 80) * _MILLISECOND
