"""The web process under measurement, and what it and its database spend."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.cases.client import Client

from steps import web
from steps.cluster import DEMO
from steps.places import ROOT

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processor time since the machine began to count."""

    web: float
    database: float

    def since(self, before: Spent) -> Spent:
        return Spent(self.web - before.web, self.database - before.database)


class Server:
    """The product's own web process, started as `bin/demo` starts it."""

    def __init__(self, port: int, environment: dict[str, str], **shape: int) -> None:
        self._process = subprocess.Popen(
            web.command(port, **shape),
            env={**os.environ, **environment},
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._database = int((DEMO.data / "postmaster.pid").read_text().split()[0])
        _wait(port)

    def spent(self) -> Spent:
        """User and system time of the web processes and of PostgreSQL so far.

        It counts what no neighbour on the machine can blur, so it compares two versions even
        where their times cannot be compared.
        """
        return Spent(_spent(self._process.pid), _spent(self._database))

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()


def _wait(port: int) -> None:
    for _ in range(100):
        try:
            client = Client(port)
        except OSError:
            time.sleep(0.2)
        else:
            client.get("/healthz")
            client.close()
            return
    raise SystemExit("the web process does not answer")


def _spent(root: int) -> float:
    """Seconds of a process, its children, and the children that have ended."""
    ticks = 0
    for process, figures in _processes():
        if process == root:
            ticks += sum(map(int, figures[11:15]))  # own user, system; of ended children too
        elif int(figures[1]) == root:
            ticks += sum(map(int, figures[11:13]))
    return ticks / _TICK


def _processes() -> Iterable[tuple[int, list[str]]]:
    """Each process with what stands behind its name in /proc/…/stat."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                stat = (folder / "stat").read_text()
            except OSError:  # it has ended meanwhile
                continue
            yield int(folder.name), stat.rpartition(")")[2].split()
