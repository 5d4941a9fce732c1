"""The engine's search, in a process next to the worker.

Its compiled loops hold Python's lock for seconds, and for half a minute where they are compiled for
the first time. Meanwhile the worker goes on saying that it is alive. The process is started with
the first village, kept for the next ones, and ends with the worker. It needs no Django.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import ParamSpec, TypeVar

from gridding.plan import Plan
from gridding.problem import Problem

P = ParamSpec("P")
T = TypeVar("T")


def searched(problem: Problem, seed: int) -> Plan:
    """The engine's best plan. BrokenExecutor if the process ended in the middle."""
    return _in_process(_best, problem, seed)


def with_bound(plan: Plan) -> Plan:
    """The plan with the proven bound of its inertia. BrokenExecutor as above."""
    return _in_process(_bounded, plan)


def _best(problem: Problem, seed: int) -> Plan:
    from gridding.division import best_plan  # noqa: PLC0415 - loads the compiled loops

    return best_plan(problem, seed=seed)


def _bounded(plan: Plan) -> Plan:
    from gridding.bound import bound_of  # noqa: PLC0415 - loads the compiled loops

    return plan.with_bound(bound_of(plan))


def _in_process(work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    try:
        return _process().submit(work, *given, **named).result()
    except BrokenExecutor:
        _process.cache_clear()  # the next village has a new one
        raise


@cache
def _process() -> Executor:
    # A forked process would share the worker's connections.
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """A stop signal goes to the worker's whole group; the village in hand is finished first. But a
    worker that is killed takes its search with it."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_worker, daemon=True).start()


def _end_with_the_worker() -> None:
    if worker := parent_process():
        worker.join()
        os._exit(1)
