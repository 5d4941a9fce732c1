"""The running platform of the journeys: one server, and for each journey a database as new.

Starting the server costs more than most journeys, so it is started once. Its database is dropped and
copied from a template again; the server finds the new one at its next request, as it would after a
restart of PostgreSQL.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.conftest import ROOT, build_template, connected_to

T = TypeVar("T")

_KNOCK_EVERY = 0.05  # seconds
_KEPT_TILES = "tiles"


@dataclass(frozen=True)
class Platform:
    """A server on a database of its own; `state` is its folder, which a worker shares."""

    address: str
    name: str
    state: Path
    blocker: DjangoDbBlocker

    def renew(self) -> None:
        """Begin again with the small county as tests/factories/world.py made it."""
        database.renew(self.name, database.template_database(build_template))
        shutil.rmtree(self.state / _KEPT_TILES, ignore_errors=True)

    def enter(self, change: Callable[[], T]) -> T:
        """Run and commit `change` on the platform's database.

        In a thread of its own: the browser's event loop runs in this one, and Django refuses to
        wait for a database there.
        """

        def run() -> T:
            with connected_to(self.name, self.blocker):
                return change()

        with ThreadPoolExecutor(max_workers=1) as thread:
            return thread.submit(run).result()

    @contextmanager
    def worker(self) -> Iterator[None]:
        """The real worker, started as where it serves a county, until it is no longer wanted."""
        wangge = Path(sys.executable).with_name("wangge")
        command = [sys.executable, wangge, "worker"]
        environment = environment_on(database.url(self.name), self.state, role="worker")
        with subprocess.Popen(command, env=environment, cwd=ROOT) as worker:  # noqa: S603
            try:
                yield
            finally:
                worker.terminate()
                worker.wait(timeout=60)


@contextmanager
def started(state: Path, blocker: DjangoDbBlocker) -> Iterator[Platform]:
    """The server, until it is no longer wanted."""
    name = database.clone(database.template_database(build_template))
    try:
        with _serving(environment_on(database.url(name), state)) as address:
            yield Platform(address, name, state, blocker)
    finally:
        database.drop(name)


def environment_on(database_url: str, state: Path, *, role: str = "web") -> dict[str, str]:
    """What a process of the platform is told to work on a database of these tests.

    Processes that read what another sealed share the folder `state`, where the keys lie.
    """
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "wangge.config.settings",  # not those of the tests
        "DATABASE_URL": database_url,
        "WANGGE_DATABASE_ROLE": role,
        "WANGGE_STATE": str(state),
        "WANGGE_DEMO": "1",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }


@contextmanager
def _serving(environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "wangge.config.wsgi:application"]
    log = Path(environment["WANGGE_STATE"]) / "web.log"
    with (
        log.open("wb") as said,
        subprocess.Popen(command, env=environment, cwd=ROOT, stdout=said, stderr=said) as process,  # noqa: S603
    ):
        try:
            _await(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the server takes connections; an AssertionError if it ends instead."""
    while process.poll() is None:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        # Leaves the processor to the server that is starting.
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=_KNOCK_EVERY)
    raise AssertionError(f"the server ended with {process.returncode}")
