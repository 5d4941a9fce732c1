"""The search runs beside the worker: the same plan, and a process that dies takes nothing along."""

from __future__ import annotations

import os
import signal
from concurrent.futures import BrokenExecutor

import pytest

from gridding.division import best_plan
from tests.gridding.villages import believable
from wangge.insight.divisions.adapters import searching


def test_the_plan_is_the_same_as_here_with_its_bound() -> None:
    problem = believable(3, 60, households_per_grid=20.0, persons_per_grid=60.0)
    beside = searching.searched(problem, 7)
    assert beside.numbers == best_plan(problem, seed=7).numbers
    assert beside.bound is None
    bounded = searching.with_bound(beside)
    assert bounded.bound is not None
    assert bounded.bound.inertia <= bounded.prices["inertia"]


def test_a_process_that_dies_is_told_of_and_the_next_village_has_a_new_one() -> None:
    pid = searching._beside(os.getpid)
    assert pid != os.getpid()
    with pytest.raises(BrokenExecutor):
        searching._beside(os.kill, pid, signal.SIGKILL)
    assert searching._beside(os.getpid) not in {pid, os.getpid()}


def test_it_finishes_what_it_has_in_hand_when_the_worker_is_stopped() -> None:
    pid = searching._beside(os.getpid)
    os.kill(pid, signal.SIGTERM)
    assert searching._beside(os.getpid) == pid
