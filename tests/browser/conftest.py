"""A real Chromium in front of the real server, on a copy of the world that belongs to these tests.

The server is a process of its own, because a browser needs committed data while every other test
runs in a transaction that is undone. Tests wait for `body[data-idle]` or for what they look for,
never for time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.platform import Platform, started

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


@pytest.fixture(scope="package")
def running(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[Platform]:
    """The one server of the journeys."""
    with started(tmp_path_factory.mktemp("state"), django_db_blocker) as platform:
        yield platform


@pytest.fixture
def platform(running: Platform) -> Platform:
    """The platform as new, for one journey."""
    running.renew()
    return running


@pytest.fixture(scope="module")
def server(running: Platform) -> str:
    """The address of the platform, new at the beginning of a module."""
    running.renew()
    return running.address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all journeys; it ends with them, because its event loop runs in this process."""
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
