"""All checks, in the order in which they are reported."""

from __future__ import annotations

from datetime import datetime

from wangge.insight.verification.queries import in_facts, in_places, in_rows
from wangge.insight.verification.rules import Finding


def verify(at: datetime) -> list[Finding]:
    """Every finding about the whole database as of `at`. Call it as the clock, which sees all cases."""
    return [*in_facts.checks(), *in_rows.checks(at), *in_places.checks()]
