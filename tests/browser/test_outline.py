"""The outline of a village, drawn on the map corner by corner."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import runs_over, settle
from tests.browser.walking import at_work
from tests.factories.world import VILLAGE

pytestmark = pytest.mark.timeout(300)

PAGE = f"/console/grids/{VILLAGE}/outline"
CORNERS = ((0.3, 0.3), (0.7, 0.35), (0.65, 0.7), (0.3, 0.6))


def test_an_outline_is_drawn_kept_and_corrected(server: str, browser: Browser) -> None:
    with at_work(browser, server, "township_centre") as page:
        _open(page)
        page.get_by_role("button", name="重新画").click()
        for across, down in (*CORNERS, CORNERS[0]):
            _press(page, across, down)
        expect(_field(page)).to_have_value(_lines(len(CORNERS)))
        page.get_by_role("button", name="保存村界").click()
        page.wait_for_url(f"**/console/grids/{VILLAGE}")
        _open(page)
        expect(_field(page)).to_have_value(_lines(len(CORNERS)))
        before = _field(page).input_value()
        _field(page).fill(before.split("\n", 1)[1])  # one corner less, by hand
        _field(page).blur()
        page.get_by_role("button", name="保存村界").click()
        page.wait_for_url(f"**/console/grids/{VILLAGE}")


@pytest.mark.parametrize("width", [360, 1440])
def test_nobody_is_shut_out(server: str, browser: Browser, width: int) -> None:
    with at_work(browser, server, "township_centre", width=width) as page:
        _open(page)
        assert [each["id"] for each in Axe().run(page).response["violations"]] == []
        assert not runs_over(page)


def _open(page: Page) -> None:
    page.goto(PAGE)
    settle(page)
    expect(page.locator("wg-outline")).to_have_attribute("data-drawn", "")


def _field(page: Page) -> Locator:
    return page.get_by_label("拐点坐标")


def _press(page: Page, across: float, down: float) -> None:
    box = page.locator("wg-map canvas").first.bounding_box()
    assert box is not None
    x, y = box["x"] + across * box["width"], box["y"] + down * box["height"]
    page.mouse.move(x, y, steps=4)
    page.mouse.click(x, y)


def _lines(count: int) -> re.Pattern[str]:
    return re.compile(rf"^(-?[\d.]+, -?[\d.]+\n){{{count - 1}}}-?[\d.]+, -?[\d.]+$")
