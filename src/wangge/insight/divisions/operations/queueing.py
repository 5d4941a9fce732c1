"""The jobs that compute villages: long work, on a queue that further workers may share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from wangge.doors.jobs import later

COMPUTING: Final = "computing"
"""The queue for which workers can be started that take nothing else."""

BELOW_THE_TICKS: Final = -10
"""What the clock has to do is done between two villages."""


def queue_runs(run_ids: Iterable[UUID]) -> None:
    """Have villages computed, one job each; one that waits already is not queued twice."""
    for key in run_ids:
        later(
            "divisions.run_village",
            run=str(key),
            once=f"divisions.run_village:{key}",
            queue=COMPUTING,
            priority=BELOW_THE_TICKS,
        )
