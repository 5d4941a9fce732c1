"""What the worker does with divisions.

Villages are computed outside any transaction: read in one, kept in another. A division comes into
force a piece a transaction.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from time import monotonic
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.errands import errand
from wangge.doors.jobs import job, later
from wangge.insight.divisions import operations
from wangge.insight.divisions.adapters.computing import computed
from wangge.lib.message import Message

_log = logging.getLogger(__name__)


@errand("divisions.run_village")
def run_village(*, run: str, by: Actor, at: datetime) -> None:
    """Compute the divisions of one village of a scenario."""
    key, began = UUID(run), monotonic()
    order = door(by, lambda: operations.begin_run(key, by=by, at=at))
    if order is None:
        return
    try:
        found = computed(order)
    except Exception:
        # One village that the engine stumbles over must not hold up the others, nor seem to wait.
        _log.exception("village run %s could not be computed", run)
        reason = Message("division.run.broken")
        door(by, lambda: operations.fail_run(key, reason, by=by, at=at))
        return
    ended = at + timedelta(seconds=monotonic() - began)
    door(by, lambda: operations.keep_proposals(key, found, by=by, at=ended))


@job("divisions.take_up_again")
def take_up_again(*, by: Actor, at: datetime) -> None:
    """Villages whose worker went away are asked for again."""
    operations.take_up_again(by=by, at=at)


@job("divisions.carry_on_due")
def carry_on_due(*, by: Actor, at: datetime) -> None:
    """Divisions whose day has come, and those that a killed job left unfinished."""
    operations.carry_on_due(by=by, at=at)


@job("divisions.carry_on")
def carry_on(*, draft: str, by: Actor, at: datetime) -> None:
    """One piece of a division's coming into force; the next is another job."""
    if operations.carry_on(UUID(draft), by=by, at=at):
        later("divisions.carry_on", once=f"divisions.carry_on {draft}", draft=draft)
