"""A township's paper: ordered, made by the real worker while the page looks on, fetched."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests import database
from tests.browser.conftest import environment_on, runs_over, serving, settle
from tests.browser.walking import at_work
from tests.conftest import ROOT, build_template
from tests.factories.world import TOWNSHIP

pytestmark = pytest.mark.timeout(300)
MADE = 90_000
"""Milliseconds the worker may take for two villages, its own start included."""


@pytest.fixture
def database_url() -> Iterator[str]:
    name = database.clone(database.template_database(build_template))
    try:
        yield database.url(name)
    finally:
        database.drop(name)


@contextmanager
def working(url: str, state: str) -> Iterator[None]:
    """The real worker, until it is no longer wanted."""
    command = [sys.executable, "-m", "django", "worker"]
    environment = environment_on(url, "worker", state)
    with subprocess.Popen(command, env=environment, cwd=ROOT) as worker:  # noqa: S603
        try:
            yield
        finally:
            worker.terminate()
            worker.wait(timeout=60)


def test_a_township_is_ordered_made_and_fetched(database_url: str, browser: Browser) -> None:
    state = tempfile.mkdtemp(prefix="wangge-browser-")
    with (
        serving(database_url, state) as server,
        at_work(browser, server, "township_centre") as page,
    ):
        page.goto(f"/console/print/{TOWNSHIP}")
        page.get_by_role("button", name="各村网格图 A4").click()
        settle(page)
        expect(page.get_by_text("0 / 2")).to_be_visible()
        assert not runs_over(page)
        assert Axe().run(page).response["violations"] == []
        with working(database_url, state):
            fetch = page.get_by_role("link", name="下载压缩包")
            expect(fetch).to_be_visible(timeout=MADE)  # nobody loads the page again
        with page.expect_download() as coming:
            fetch.click()
        with ZipFile(coming.value.path()) as bound:
            assert all(name.endswith(".pdf") for name in bound.namelist())
            assert len(bound.namelist()) == 2
        page.goto("/console/notices")
        told = page.get_by_role("listitem").filter(has_text="各村网格图 A4")
        told.get_by_role("link").click()
        expect(page.get_by_role("link", name="下载压缩包")).to_be_visible()
