"""A county without geodata: grids come from a list of groups in Excel, and matters find them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.conftest import settle, visiting
from tests.browser.dividing import COMPUTED
from tests.browser.platform import Platform
from tests.browser.walking import at_work, open_case, report
from tests.factories.world import TOWNSHIP, VILLAGE
from wangge.insight.lists.adapters.sheets import read_sheet, write_sheet

pytestmark = pytest.mark.timeout(300)

WORKER, PHONE = "戊新人", "10000000055"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def place(platform: Platform) -> Iterator[str]:
    """The platform with its worker."""
    with platform.worker():
        yield platform.address


def test_a_list_of_groups_becomes_grids_that_cases_find(browser: Browser, place: str) -> None:
    with at_work(browser, place, "township_centre") as page:
        page.goto(f"/console/grids/{TOWNSHIP}")
        page.get_by_role("link", name="导入网格清单").click()
        page.get_by_label("Excel 文件").set_input_files(_filled_in(page))
        page.get_by_role("button", name="上传并导入").click()
        # the page tells by itself when the worker is done
        facts = page.locator("dl.fact-list")
        expect(facts.get_by_text("已完成")).to_be_visible(timeout=COMPUTED)
        expect(
            page.get_by_role("link", name="下载没有导入的行")
        ).to_be_visible()  # the row that failed
        page.goto(f"/console/grids/{VILLAGE}")
        settle(page)
        expect(page.get_by_role("row").filter(has_text=WORKER)).to_contain_text("20-21")
    with visiting(browser, place) as villager:
        villager.goto(f"/worker/at/{VILLAGE}")
        villager.get_by_role("link", name="20 组", exact=True).click()
        expect(villager.get_by_role("main")).to_contain_text(WORKER)
        expect(villager.locator(f'a[href="tel:{PHONE}"]')).to_be_visible()
        number, _ = report(villager, "路灯不亮了", "路灯与照明", group="20")
    with at_work(browser, place, "station_head") as page:
        open_case(page, number)
        expect(page.get_by_role("main")).to_contain_text("第 3 网格")


def _filled_in(page: Page) -> FilePayload:
    """The township's own template: one row that is right, one with a group that has a grid."""
    link = page.get_by_role("link", name="下载模板").get_attribute("href") or ""
    head, *rows = read_sheet(page.request.get(link).body(), most_rows=100)
    row = next(each for each in rows if VILLAGE in each)
    said = {"网格员": WORKER, "电话": PHONE, "来源": "驻村辅警", "同意公开电话": "是"}
    right = _with(head, row, {"村民小组": "20、21", **said})
    content = write_sheet("grids", head, [right, _with(head, row, {"村民小组": "1"})])
    return FilePayload(name="grids.xlsx", mimeType=EXCEL, buffer=content)


def _with(head: list[str], row: list[str], said: dict[str, str]) -> list[str]:
    return [said.get(column, cell) for column, cell in zip(head, row, strict=True)]
