"""A list whose worker was killed is made by the next one, and once."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.factories.world import VILLAGE
from tests.registers.organisations.staff import CLOCK, done_by, recorded
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.insight.lists import operations
from wangge.insight.lists.models import ListExport
from wangge.registers.orders.rules import STALLED_AFTER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelves(tmp_path: Path, settings: Any) -> None:
    settings.FILES_ROOT = tmp_path


def export(key: UUID) -> ListExport:
    return door(CLOCK, lambda: ListExport.objects.get(pk=key))


def test_a_killed_worker_leaves_its_list_to_the_next_one() -> None:
    now = timezone.now()
    key = done_by("station_head", operations.ask_for, "grids", "xlsx", VILLAGE, "zh", at=now)
    done_by(CLOCK, operations.begin_export, key, at=now - 2 * STALLED_AFTER)
    # the worker is killed here
    ProcrastinateJob.objects.filter(task_name="lists.write").update(status="succeeded")
    JOBS["lists.write"](export=str(key))
    assert export(key).state == "running"  # what one worker has in hand no other begins
    for _ in range(2):
        JOBS["lists.take_up_again"]()
    waiting = ProcrastinateJob.objects.filter(task_name="lists.write", status="todo")
    assert [job.args for job in waiting] == [{"export": str(key)}]
    for _ in range(2):
        JOBS["lists.write"](export=str(key))
    assert export(key).state == "done"
    assert [len(recorded(kind)) for kind in ("list.written", "names.taken_out")] == [1, 1]
