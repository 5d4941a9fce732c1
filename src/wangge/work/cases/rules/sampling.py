"""Random samples that cannot be steered: a case is drawn by a hash of its id.

Nobody can try again for a better draw, and everybody who recomputes a draw finds the same.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final
from uuid import UUID

VERIFICATION_SHARE: Final = 10
"""Per cent of the quick cases that the township checks before silence may close them."""

CALL_BACK_SHARE: Final = 10
"""Per cent of closed cases called back, in addition to all that had a red light."""


def is_drawn_for_verification(case_id: UUID) -> bool:
    """Whether this quick case belongs to the random sample that is always checked."""
    return _draw(case_id, b"verification") < VERIFICATION_SHARE


def is_drawn_for_call_back(case_id: UUID, *, had_red_light: bool) -> bool:
    """Whether the closed case joins the call-back queue (回访)."""
    return had_red_light or _draw(case_id, b"call-back") < CALL_BACK_SHARE


def _draw(case_id: UUID, purpose: bytes) -> int:
    """A number from 0 to 99; different purposes draw independently."""
    digest = sha256(purpose + case_id.bytes).digest()
    return int.from_bytes(digest[:8], "big") % 100
