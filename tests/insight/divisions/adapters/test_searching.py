"""The search runs in a process of its own: the same plan, and one that dies takes nothing along."""

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
    found = searching.searched(problem, 7)
    assert found.numbers == best_plan(problem, seed=7).numbers
    assert found.bound is None
    bounded = searching.with_bound(found)
    assert bounded.bound is not None
    assert bounded.bound.inertia <= bounded.prices["inertia"]


def test_a_process_that_dies_is_reported_and_the_next_village_has_a_new_one() -> None:
    pid = searching._in_process(os.getpid)
    assert pid != os.getpid()
    with pytest.raises(BrokenExecutor):
        searching._in_process(os.kill, pid, signal.SIGKILL)
    assert searching._in_process(os.getpid) not in {pid, os.getpid()}


def test_it_finishes_what_it_has_in_hand_when_the_worker_is_stopped() -> None:
    pid = searching._in_process(os.getpid)
    os.kill(pid, signal.SIGTERM)
    assert searching._in_process(os.getpid) == pid
