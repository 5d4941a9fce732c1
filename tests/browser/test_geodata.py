"""A township brings its outlines: upload, look, consent, written by the real worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.conftest import runs_over, settle
from tests.browser.platform import Platform
from tests.browser.walking import at_work
from tests.factories.world import SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.insight.geodata import files
from tests.insight.geodata.desk import BOW, EAST, OUTSIDE, WEST

pytestmark = pytest.mark.timeout(300)

WORKED_MS = 60_000


@pytest.fixture(scope="module")
def place(running: Platform) -> Iterator[str]:
    """The platform with its worker, who opens what the web sealed."""
    running.renew()
    with running.worker():
        yield running.address


@pytest.mark.parametrize("width", [360, 1440])
def test_from_the_file_to_the_outline(browser: Browser, place: str, width: int) -> None:
    content = files.shapefile(
        [BOW, EAST, WEST],
        {"XZQDM": [VILLAGE, SIBLING_VILLAGE, OUTSIDE], "XZQMC": ["甲", "乙", "丙"]},
    )
    with at_work(browser, place, "township_centre", width=width) as page:
        page.goto(f"/console/grids/{TOWNSHIP}")
        page.get_by_role("link", name="导入地理数据").click()
        _expect_sound(page)
        page.get_by_label("村界").check()
        shown = FilePayload(name="村界.zip", mimeType="application/zip", buffer=content)
        page.get_by_label("文件", exact=True).set_input_files(shown)
        page.get_by_role("button", name="上传").click()
        expect(page.get_by_label("村代码")).to_have_value("XZQDM")
        _expect_sound(page)
        page.get_by_role("button", name="读取文件").click()
        _wait_for(page, "等您确认")
        expect(page.get_by_text("边界自己相交")).to_be_visible()
        _expect_sound(page)
        page.get_by_label("同意修补").check()
        page.get_by_role("button", name="写入").click()
        _wait_for(page, "已完成")
        _expect_sound(page)
        with page.expect_download() as fetched:
            page.get_by_role("link", name="下载没有导入的（Excel）").click()
        assert fetched.value.suggested_filename.endswith(".xlsx")


def _wait_for(page: Page, state: str) -> None:
    """The page asks by itself until the import stands there."""
    expect(page.locator("dl.fact-list").get_by_text(state)).to_be_visible(timeout=WORKED_MS)


def _expect_sound(page: Page) -> None:
    settle(page)
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert not runs_over(page)
