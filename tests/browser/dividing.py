"""What the journeys of divisions share: a village that has households."""

from __future__ import annotations

from tests.browser.platform import Platform
from tests.insight.divisions.settled import settle

COMPUTED = 120_000
"""Milliseconds: a worker that starts on a busy machine takes its time."""


def settled(platform: Platform, *, outlined: bool = True) -> None:
    """Households in groups; without an outline nobody knows where the village ends."""
    platform.enter(lambda: settle(outlined=outlined))
