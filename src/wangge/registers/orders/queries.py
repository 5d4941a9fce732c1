"""Which orders of a kind are open, stalled, or long over. For the clock, which sees them all."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet

from wangge.registers.orders.models import Order
from wangge.registers.orders.rules import KEPT_FOR, OPEN, STALLED_AFTER

AnOrder = TypeVar("AnOrder", bound=Order)


def open_ones(kind: type[AnOrder]) -> QuerySet[AnOrder]:
    """Orders about which something is still to be done."""
    return kind._default_manager.filter(state__in=OPEN)


def stalled(kind: type[AnOrder], at: datetime) -> QuerySet[AnOrder]:
    """Open orders that nothing has moved for a while, those that have waited longest first."""
    return open_ones(kind).filter(moved_at__lt=at - STALLED_AFTER).order_by("moved_at", "pk")


def long_over(kind: type[AnOrder], at: datetime) -> QuerySet[AnOrder]:
    """Orders that ended so long ago that what they made or brought is let go of."""
    return kind._default_manager.filter(ended_at__lt=at - KEPT_FOR)
