"""Who sees divisions: those who draw, endorse or approve them."""

from __future__ import annotations

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal

TAKING_PART = (
    Permission.DIVISION_DRAW,
    Permission.DIVISION_ENDORSE,
    Permission.DIVISION_APPROVE,
)
"""Who draws, agrees to or approves divisions of an area sees them; nobody else does."""


def takes_part(by: Actor) -> bool:
    """Whether the actor has a part in any divisions."""
    return any(by.holds(permission) for permission in TAKING_PART)


def sees(area_code: str, by: Actor) -> bool:
    """Whether the actor has a part in the divisions of an area."""
    return by.is_clock or any(by.may(permission, area_code) for permission in TAKING_PART)


def check_sight(village_code: str, by: Actor) -> None:
    """Refusal (404) for a village in whose divisions the actor has no part."""
    if not sees(village_code, by):
        raise Refusal.not_found(Message("area.thing"))
