"""Several clients at once, each asking as soon as it is answered."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.cases.client import Answer, Client
from bench.cases.server import Server, Spent

Call = Callable[[Client], Answer]


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run of calls took: seconds of each, of all, and of processors."""

    each: list[float]
    all: float
    spent: Spent
    statuses: set[int]

    @property
    def a_second(self) -> float:
        return len(self.each) / self.all

    def __str__(self) -> str:
        ordered, calls = sorted(self.each), len(self.each)
        p95 = ordered[max(0, -(-calls * 95 // 100) - 1)]
        strange = self.statuses - {200, 302}
        return (
            f"p50 {statistics.median(ordered) * 1000:6.1f} ms  p95 {p95 * 1000:6.1f} ms"
            f"  processor: web {self.spent.web / calls * 1000:5.1f} ms,"
            f" database {self.spent.database / calls * 1000:5.1f} ms"
            + (f"  STATUSES {sorted(strange)}" if strange else "")
        )


def run(server: Server, port: int, call: Call, *, clients: int, repeats: int) -> Figures:
    """Let `clients` send `call` `repeats` times each; connections are made before the clock runs."""
    connections = [Client(port) for _ in range(clients)]
    each: list[float] = []
    statuses: set[int] = set()

    def ask(client: Client) -> None:
        for _ in range(repeats):
            started = time.perf_counter()
            statuses.add(call(client).status)
            each.append(time.perf_counter() - started)

    threads = [threading.Thread(target=ask, args=[client]) for client in connections]
    before, started = server.spent(), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took, spent = time.perf_counter() - started, server.spent().since(before)
    for client in connections:
        client.close()
    return Figures(each, took, spent, statuses)
