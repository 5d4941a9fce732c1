"""Every page can be used by everybody: no barrier that axe finds, nothing over the edge, by keyboard.

With WANGGE_LOOKS=<folder> the pages are also kept as pictures, for eyes that judge what no rule can.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import runs_over, settle, visiting
from tests.browser.walking import at_work, look_up, make, open_case, open_move, report, send
from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE

pytestmark = pytest.mark.timeout(300)

PICTURES: Final = os.environ.get("WANGGE_LOOKS", "")
WIDTHS: Final = (360, 1440)
GRAVE: Final = {"serious", "critical"}

# Who looks at what: the addresses below /console/ of each.
CONSOLE: Final = {
    "township_centre": (
        "",
        "cases",
        "cases?state=closed",
        "search?q=桥",
        "map",
        f"map?area={VILLAGE}",
        "divisions",
        "divisions/villages",
        "divisions/new",
        "supervision",
        "notices",
        "enter",
        "account",
        "tokens",
    ),
    "county_centre": (
        "",
        "cases?light=red",
        "map",
        "supervision?show=all",
        "letters",
        "organisation",
        f"organisation/{COUNTY}/vacancies",
        f"organisation/{TOWNSHIP}",
        f"organisation/{VILLAGE}",
    ),
    "security_admin": ("accounts", "accounts/new", "account/password"),
    "auditor": ("audit",),
}
PORTAL: Final = (
    "/",
    "/report/where",
    f"/report/where/{TOWNSHIP}",
    f"/report/at/{VILLAGE}",
    "/track",
    "/track/case",
    "/sign-in",
    "/nowhere",
)


@dataclass(frozen=True)
class Scene:
    """The cases the pages show, by number, with the code of the first."""

    lamp: str
    code: str
    bridge: str


@pytest.fixture(scope="module")
def scene(server: str, browser: Browser) -> Scene:
    """A lamp in the village's hands, a bridge in the township's, asked about and supervised."""
    with visiting(browser, server, script=False) as phone:
        lamp, code = report(phone, "五组的路灯坏了三天，老人晚上看不见路", "路灯与照明")
        bridge, _ = report(phone, "村口石桥塌了一角，娃娃上学要绕路", "村道桥涵", group="3")
        report(phone, "小桥边的护栏松了", "村道桥涵", group="2")
    with at_work(browser, server, "station_clerk") as clerk:
        make(clerk, lamp, "受理")
    with at_work(browser, server, "grid_worker_2") as worker:
        make(worker, lamp, "承办")
    with at_work(browser, server, "township_intake") as clerk:
        make(clerk, bridge, "受理")
        make(clerk, bridge, "分派", 说明="先去看一下")
        form = open_move(clerk, "协调")
        form.get_by_label("交通运输局").set_checked(True)
        form.get_by_label("说明").fill("请派人看看桥墩")
        send(clerk, form)
    with at_work(browser, server, "supervisor") as supervisor:
        open_case(supervisor, bridge)
        form = open_move(supervisor, "督办")
        form.get_by_label("黄牌").check()
        form.get_by_label("说明").fill("开学前要能走人，请说明进度")
        send(supervisor, form)
    return Scene(lamp, code, bridge)


UNFOLD = "document.querySelectorAll('main details').forEach((each) => { each.open = true; })"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", CONSOLE)
def test_console_pages_shut_nobody_out(
    server: str, browser: Browser, scene: Scene, key: str, width: int
) -> None:
    with at_work(browser, server, key, width=width) as page:
        for address in CONSOLE[key]:
            page.goto(f"/console/{address}")
            judge(page, f"{key} {address}", width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", ["station_head", "township_intake", "county_centre"])
def test_the_page_of_a_case_shuts_nobody_out_with_every_move_unfolded(
    server: str, browser: Browser, scene: Scene, key: str, width: int
) -> None:
    with at_work(browser, server, key, width=width) as page:
        for name, number in (("lamp", scene.lamp), ("bridge", scene.bridge)):
            open_case(page, number)
            judge(page, f"{key} case {name}", width)
            page.evaluate(UNFOLD)
            # an unfolded move loads its form a moment later, with folds of its own
            expect(page.locator("[open] > .move-fields:not(:has(form))")).to_have_count(0)
            page.evaluate(UNFOLD)
            judge(page, f"{key} case {name} unfolded", width)
            for form in page.locator(".move-fields form").all()[:1]:
                page.goto(form.get_attribute("action") or "")
                judge(page, f"{key} case {name} move", width)


@pytest.mark.parametrize("width", WIDTHS)
def test_portal_pages_shut_nobody_out(
    server: str, browser: Browser, scene: Scene, width: int
) -> None:
    with visiting(browser, server, width=width) as page:
        look_up(page, scene.lamp, scene.code)
        for address in PORTAL:
            page.goto(address)
            judge(page, f"portal {address}", width)


def judge(page: Page, name: str, width: int) -> None:
    """No grave barrier, nothing over the edge of the window."""
    settle(page)
    if PICTURES:
        keep_picture(page, name, width)
    assert not runs_over(page), f"{name}: runs over the edge at {width}"
    found = Axe().run(page)
    grave = [each["id"] for each in found.response["violations"] if each["impact"] in GRAVE]
    assert grave == [], f"{name}: {found.generate_report()}"


def keep_picture(page: Page, name: str, width: int) -> None:
    """The whole page at the width of the test, and at the one between phone and desk."""
    file = re.sub(r"\W+", "_", name).strip("_")
    for wide in (width, 768) if width == WIDTHS[0] else (width,):
        page.set_viewport_size({"width": wide, "height": 740})
        page.screenshot(path=Path(PICTURES) / f"{file}_{wide}.png", full_page=True)
    page.set_viewport_size({"width": width, "height": 740})


def test_the_console_is_used_without_a_mouse(server: str, browser: Browser, scene: Scene) -> None:
    """/ searches, j and k go through the list, Enter opens, m goes to the moves, ? tells all that."""
    with at_work(browser, server, "township_intake") as page:
        page.keyboard.press("?")
        expect(page.get_by_role("region", name="键盘")).to_be_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("jk?m")  # keys typed into a field are text
        assert page.get_by_role("searchbox").input_value() == "jk?m"
        page.get_by_role("searchbox").press("Escape")
        page.goto("/console/cases")
        settle(page)
        rows = page.locator("[data-item] a")
        for key, row in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
            page.keyboard.press(key)
            expect(rows.nth(row)).to_be_focused()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        settle(page)
        page.keyboard.press("m")
        expect(page.locator("details.move > summary").first).to_be_focused()
        page.keyboard.press("g")
        with page.expect_navigation():
            page.keyboard.press("w")
        expect(page.get_by_role("heading", name="工作台")).to_be_visible()


@pytest.fixture(autouse=True, scope="module")
def _folder() -> None:
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
