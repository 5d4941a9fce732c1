"""Runs steps at the same time, each as soon as those it needs are done."""

from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from typing import Any

from steps import shell

Step = Callable[[], None]


class Steps:
    """``with Steps() as steps: a = steps.begin(f); steps.begin(g, after=[a])``.

    Leaving the block waits for all. When one fails, or on Ctrl-C, the programs that the others
    run are ended and the first failure is raised.
    """

    def __init__(self) -> None:
        # A waiting step occupies a thread, so there are more threads than steps anywhere here.
        self._threads = ThreadPoolExecutor(max_workers=16)
        self._begun: list[Future[None]] = []

    def begin(self, step: Step, *, after: Iterable[Future[None]] = ()) -> Future[None]:
        """Start a step in a thread of its own."""
        needed = list(after)

        def run() -> None:
            for one in needed:
                one.result()
            step()

        self._begun.append(self._threads.submit(run))
        return self._begun[-1]

    def __enter__(self) -> "Steps":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._wait()
            else:
                shell.break_off()
        except BaseException:
            shell.break_off()
            raise
        finally:
            self._threads.shutdown(wait=True)

    def _wait(self) -> None:
        wait_for(self._begun)
        for future in self._begun:  # in order: what failed first, not what waited for it
            if future.done():
                future.result()


def wait_for(futures: Iterable[Future[Any]]) -> None:
    """Wait until all are done or one has failed, and let a signal interrupt the waiting.

    Python cannot act on a signal that comes just before a thread begins to wait for good, so
    the waiting is done in short pieces.
    """
    awaited = list(futures)
    while True:
        done, pending = wait(awaited, timeout=0.2, return_when=FIRST_EXCEPTION)
        if not pending or any(future.exception() for future in done):
            return
