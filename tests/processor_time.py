"""What a run of the tests cost: processor seconds by kind of test, said at its end.

Counted are the process of the tests and all that it started (servers, workers, browsers), as Linux
counts them in /proc. PostgreSQL serves every process at once, so it stands on a line of its own.
A kind is the folder below tests/.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import psycopg
import pytest

from tests import database

_TICKS = os.sysconf("SC_CLK_TCK")
_KEY = "processor_seconds"
_SELF_AND_CHILDREN = slice(11, 15)  # utime, stime, cutime, cstime after the name, see proc(5)
_PARENT = 1
_TESTS = Path(__file__).parent


class ProcessorTime:
    """Adds what tests cost to their kind; with xdist, each process counts its own.

    It looks only where one kind follows another: a look at all processes takes milliseconds.
    """

    def __init__(self) -> None:
        self.by_kind: Counter[str] = Counter()
        self._before = seconds_below(os.getpid())
        self._kind: str | None = None  # of the last test; none in the process that hands them out
        self._postgres = _postmaster()
        self._postgres_before = seconds_below(self._postgres) if self._postgres else 0.0

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item, nextitem: pytest.Item | None
    ) -> Generator[None, object, object]:
        try:
            return (yield)
        finally:
            self._kind = kind_of(item.path)
            if nextitem is None or kind_of(nextitem.path) != self._kind:
                self._add(self._kind)

    def _add(self, kind: str) -> None:
        now = seconds_below(os.getpid())
        # a process that nobody waited for takes its seconds along: never subtract them
        self.by_kind[kind] += max(0.0, now - self._before)
        self._before = now

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self._kind is not None:  # the last test may have been broken off
            self._add(self._kind)
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[_KEY] = dict(self.by_kind)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        self.by_kind.update(getattr(node, "workeroutput", {}).get(_KEY, {}))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section("processor seconds by kind of test")
        for kind, seconds in self.by_kind.most_common():
            terminalreporter.line(f"{seconds:8.1f}  {kind}")
        total = sum(self.by_kind.values())
        terminalreporter.line(f"{total:8.1f}  all kinds")
        if self._postgres:
            taken = seconds_below(self._postgres) - self._postgres_before
            terminalreporter.line(f"{taken:8.1f}  PostgreSQL, for all kinds")


def kind_of(test: Path) -> str:
    """The folder of a test below tests/."""
    inside = test.relative_to(_TESTS) if test.is_relative_to(_TESTS) else test
    return inside.parts[0] if len(inside.parts) > 1 else "other"


def _postmaster() -> int | None:
    """The process of the test cluster's server; None where no cluster runs."""
    try:
        with psycopg.connect(database.admin_url()) as admin:
            said = admin.execute("SELECT pg_read_file('postmaster.pid', 0, 20)").fetchone()
    except (RuntimeError, psycopg.OperationalError):
        return None
    return int(said[0].split()[0]) if said else None


def seconds_below(process: int) -> float:
    """Processor seconds of a process and of everything it started, ended or not."""
    children: dict[int, list[int]] = {}
    taken: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # ended while we looked
        number = int(stat.parent.name)
        children.setdefault(int(fields[_PARENT]), []).append(number)
        taken[number] = sum(map(int, fields[_SELF_AND_CHILDREN]))
    family, total = [process], 0
    while family:
        member = family.pop()
        total += taken.get(member, 0)
        family += children.get(member, [])
    return total / _TICKS
