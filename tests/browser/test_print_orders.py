"""A township's paper: ordered, made by the real worker while the page looks on, fetched."""

from __future__ import annotations

from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.conftest import runs_over, settle
from tests.browser.platform import Platform
from tests.browser.walking import at_work
from tests.factories.world import TOWNSHIP

pytestmark = pytest.mark.timeout(300)
MADE = 90_000
"""Milliseconds the worker may take for two villages, its own start included."""


def test_a_township_is_ordered_made_and_fetched(platform: Platform, browser: Browser) -> None:
    with at_work(browser, platform.address, "township_centre") as page:
        page.goto(f"/console/print/{TOWNSHIP}")
        page.get_by_role("button", name="各村网格图 A4").click()
        settle(page)
        expect(page.get_by_text("0 / 2")).to_be_visible()
        assert not runs_over(page)
        assert Axe().run(page).response["violations"] == []
        with platform.worker():
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
