"""From a file of outlines to a card in somebody's hand: brought, computed, drawn, approved, in force,
printed, found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.conftest import settle, visiting
from tests.browser.dividing import COMPUTED, settled
from tests.browser.platform import Platform
from tests.browser.walking import at_work
from tests.factories.world import TOWNSHIP, VILLAGE
from tests.insight.divisions.settled import outline_of
from tests.insight.geodata.files import shapefile
from tests.insight.paper.printed import words_of

pytestmark = pytest.mark.timeout(600)


def test_an_outline_becomes_grids_in_force_and_on_paper(
    platform: Platform, browser: Browser
) -> None:
    settled(platform, outlined=False)
    server = platform.address
    with platform.worker():
        with at_work(browser, server, "township_centre") as page:
            _outline_brought(page)
        with at_work(browser, server, "station_head") as page:
            draft = _taken_up(page)
            _one_household_moved(page)
            page.goto(draft)
            _decide(page, "提交乡镇")
        with at_work(browser, server, "township_centre") as page:
            page.goto(draft)
            _decide(page, "乡镇同意")
        with at_work(browser, server, "county_centre") as page:
            page.goto(draft)
            _decide(page, "县批准")  # from today on, where no other day is chosen
            # the worker carries it out, and the page tells it by itself
            expect(page.locator(".page-lead")).to_contain_text("已生效", timeout=COMPUTED)
        with at_work(browser, server, "station_head") as page:
            _on_the_map(page)
            _on_paper(page)
        with visiting(browser, server) as villager:
            _found_by_who_lives_there(villager)


def _outline_brought(page: Page) -> None:
    """The survey bureau's file: uploaded, read, looked at, confirmed."""
    page.goto(f"/console/grids/{TOWNSHIP}")
    page.get_by_role("link", name="导入地理数据").click()
    page.get_by_label("村界").check()
    content = shapefile([outline_of()], {"XZQDM": [VILLAGE]})
    brought = FilePayload(name="outlines.zip", mimeType="application/zip", buffer=content)
    page.get_by_label("文件", exact=True).set_input_files(brought)
    page.get_by_role("button", name="上传").click()
    page.get_by_role("button", name="读取文件").click()
    state = page.locator("dl.fact-list")
    expect(state.get_by_text("等您确认")).to_be_visible(timeout=COMPUTED)
    page.get_by_role("button", name="写入").click()
    expect(state.get_by_text("已完成")).to_be_visible(timeout=COMPUTED)


def _taken_up(page: Page) -> str:
    """The village is divided into three and the proposal taken up; the address of the draft."""
    page.goto("/console/divisions/new")
    page.get_by_label("每个网格的户数").fill("40")
    page.get_by_label("每个网格的人数").fill("200")
    page.get_by_role("button", name="开始测算").click()
    expect(page.get_by_text("1 个村中 1 个已有结果")).to_be_visible(timeout=COMPUTED)
    page.get_by_role("link", name="天鹅岭村").click()
    page.get_by_role("button", name="采用“小组不拆分”起草").click()
    page.wait_for_url("**/board")
    settle(page)
    return page.url.removesuffix("/board")


def _one_household_moved(page: Page) -> None:
    """By hand, on the drawing board, from the second grid into the first."""
    expect(page.locator("wg-division-editor")).to_have_attribute("data-drawn", "")
    tint = page.locator('tr[data-grid="2"] .board-take').get_attribute("class") or ""
    page.locator(f"path.board-cell.{tint.split()[-1]}").first.click()
    page.keyboard.press("1")
    expect(page.locator("wg-division-editor")).to_have_attribute("data-kept", "saved")


def _decide(page: Page, move: str) -> None:
    """Unfold a move, give a reason where one is asked for, and send it."""
    settle(page)
    panel = page.locator("details.move").filter(has=page.get_by_text(move, exact=True).first)
    panel.locator("summary").click()
    panel.locator("textarea").fill("走访后确定。")
    with page.expect_navigation():
        panel.locator("button[type=submit]").click()
    settle(page)


def _on_the_map(page: Page) -> None:
    page.goto(f"/console/grids/{VILLAGE}")
    settle(page)
    for number in (1, 2, 3):
        expect(page.get_by_role("link", name=f"第 {number} 网格")).to_be_visible()


def _on_paper(page: Page) -> None:
    """A poster with every grid, and the card of one of them."""
    page.goto(f"/console/print/{VILLAGE}")
    for address, said in (
        (f"{VILLAGE}/posters-a3.pdf", "3暂缺"),  # the new grid has no worker yet
        (f"{VILLAGE}001/cards-a6.pdf", "甲网格员"),
    ):
        button = page.locator(f'button[formaction*="{address}"]').first
        printed = page.request.get(button.get_attribute("formaction") or "")
        assert said in words_of(printed.body())


def _found_by_who_lives_there(page: Page) -> None:
    page.goto(f"/worker/at/{VILLAGE}")
    page.get_by_role("link", name="8 组").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("第 ?[123] ?网格"))
