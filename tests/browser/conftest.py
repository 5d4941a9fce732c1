"""A real Chromium in front of the real server, on a copy of the world that belongs to these tests.

The server is a process of its own, because a browser needs committed data while every other test
runs in a transaction that is undone. Tests wait for `body[data-idle]` or for what they look for,
never for time.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests import database
from tests.conftest import ROOT, build_template

CHROMIUM = "/usr/bin/chromium"
_FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_LONGEST_WAIT_MS = 40_000  # never reached where all is well; a busy machine takes its time
expect.set_options(timeout=_LONGEST_WAIT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of these run in one process: there is one server and one browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a running platform with the world of tests/factories/world.py."""
    name = database.clone(database.template_database(build_template))
    try:
        with serving(database.url(name)) as address:
            yield address
    finally:
        database.drop(name)


def environment_on(database_url: str, role: str = "web", state: str = "") -> dict[str, str]:
    """What a process of the platform is told to work on a database of these tests.

    Processes that read what another sealed share the folder `state`, where the keys lie.
    """
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "wangge.config.settings",  # not those of the tests
        "DATABASE_URL": database_url,
        "WANGGE_DATABASE_ROLE": role,
        "WANGGE_STATE": state or tempfile.mkdtemp(prefix="wangge-browser-"),
        "WANGGE_DEMO": "1",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }


@contextmanager
def serving(database_url: str, state: str = "") -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = environment_on(database_url, state=state)
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "wangge.config.wsgi:application"]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, env=environment, cwd=ROOT, stdout=said, stderr=said) as process,  # noqa: S603
    ):
        try:
            _await(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the server takes connections; an AssertionError if it ended instead."""
    while process.poll() is None:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError(f"the server ended with {process.returncode}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield chromium
        chromium.close()


@contextmanager
def visiting(
    browser: Browser, server: str, *, width: int = 360, script: bool = True, dark: bool = False
) -> Iterator[Page]:
    """A page of a visitor who was never here before; any error in the page's script fails."""
    context: BrowserContext = browser.new_context(
        base_url=server,
        viewport={"width": width, "height": 740},
        java_script_enabled=script,
        color_scheme="dark" if dark else "light",
        locale="zh-CN",
    )
    context.set_default_timeout(_LONGEST_WAIT_MS)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    try:
        yield page
    finally:
        context.close()
    assert wrong == []


def settle(page: Page) -> None:
    """Wait until the page has nothing under way."""
    page.wait_for_selector("body[data-idle]", state="attached")


def runs_over(page: Page) -> bool:
    """Whether the page is wider than the window: nothing may be cut off or scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
