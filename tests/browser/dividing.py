"""What the journeys of divisions share: a village that has households, and the real worker."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import database
from tests.browser.conftest import environment_on, serving
from tests.conftest import ROOT, build_template

SETTLE = (
    "import django; django.setup();"
    " from tests.insight.divisions.settled import settle; settle(outlined={})"
)
COMPUTED = 120_000
"""Milliseconds: on a fresh machine the worker compiles the engine's loops first."""


@pytest.fixture
def settled() -> Iterator[str]:
    """A database with a village that has households."""
    yield from _settled(outlined=True)


@pytest.fixture
def unoutlined() -> Iterator[str]:
    """The same, but nobody knows where the village ends."""
    yield from _settled(outlined=False)


def _settled(*, outlined: bool) -> Iterator[str]:
    name = database.clone(database.template_database(build_template))
    url = database.url(name)
    try:
        told = [sys.executable, "-c", SETTLE.format(outlined)]
        subprocess.run(told, env=environment_on(url), cwd=ROOT, check=True)  # noqa: S603
        yield url
    finally:
        database.drop(name)


@contextmanager
def working(url: str, state: str = "") -> Iterator[None]:
    """The real worker, until it is no longer wanted; `state` as in `environment_on`."""
    wangge = Path(sys.executable).with_name("wangge")  # as it is started where it serves a county
    command = [sys.executable, wangge, "worker"]
    environment = environment_on(url, "worker", state)
    with subprocess.Popen(command, env=environment, cwd=ROOT) as worker:  # noqa: S603
        try:
            yield
        finally:
            worker.terminate()
            worker.wait(timeout=60)


@contextmanager
def staffed(state: str) -> Iterator[str]:
    """The address of a platform of its own with its worker, who opens what the web sealed."""
    name = database.clone(database.template_database(build_template))
    url = database.url(name)
    try:
        with serving(url, state) as address, working(url, state):
            yield address
    finally:
        database.drop(name)
