"""Many villages on any executor: results stream back as they finish.

The executor is any ``concurrent.futures.Executor``: a process pool on one machine, or that of a
Dask or Ray cluster on many.
"""

from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from typing import Any, TypeVar

from gridding.bound import bound_of
from gridding.division import best_plan
from gridding.problem import Problem
from gridding.search import USUAL, Budget
from gridding.writing import document_of

IN_FLIGHT = 64
"""Tasks handed out at a time, so that a county need not be in memory at once."""

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Divided:
    """The outcome for one problem: its name and key, and the document as ``divide`` writes it."""

    name: str
    key: str
    document: dict[str, Any]


@dataclass(frozen=True)
class _Order:
    name: str
    problem: Problem
    seed: int
    budget: Budget
    bound: bool
    language: str


def divide_many(
    problems: Iterable[tuple[str, Problem]],
    *,
    executor: Executor,
    seed: int = 0,
    budget: Budget = USUAL,
    bound: bool = False,
    language: str = "zh",
    finished: Container[str] = frozenset(),
) -> Iterator[Divided]:
    """Divide named problems, yielding each as it is done, in no particular order.

    The work is idempotent: :meth:`Problem.key` names a result by input, engine version and seed.
    To go on after a stop, give the keys of the results already held as ``finished``; those
    problems are passed over.
    """
    orders = (
        _Order(name, problem, seed, budget, bound, language)
        for name, problem in problems
        if problem.key(seed) not in finished
    )
    for _, future in streamed(executor, _divided, orders):
        yield future.result()


def streamed(
    executor: Executor, work: Callable[[Task], Result], tasks: Iterable[Task]
) -> Iterator[tuple[Task, "Future[Result]"]]:
    """Run ``work`` on every task; yield task and finished future as they are done."""
    waiting: dict[Future[Result], Task] = {}
    for task in tasks:
        waiting[executor.submit(work, task)] = task
        if len(waiting) >= IN_FLIGHT:
            yield from _first_done(waiting)
    while waiting:
        yield from _first_done(waiting)


def _first_done(
    waiting: dict["Future[Result]", Task],
) -> Iterator[tuple[Task, "Future[Result]"]]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        yield waiting.pop(future), future


def _divided(order: _Order) -> Divided:
    plan = best_plan(order.problem, seed=order.seed, budget=order.budget)
    if order.bound:
        plan = plan.with_bound(bound_of(plan))
    key = order.problem.key(order.seed)
    return Divided(order.name, key, document_of(plan, order.language))
