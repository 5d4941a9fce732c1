"""Finding one's worker on the map: by a press, by keyboard, by where one stands, and without script."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import runs_over, settle, visiting
from tests.browser.platform import Platform
from tests.factories.world import VILLAGE
from tests.insight.maps.ground import GRIDS, SIDE, SOUTH, WEST, drawn, outlines

ADDRESS = f"/worker/map/{VILLAGE}"


@pytest.fixture(scope="module")
def server(running: Platform) -> str:
    """A platform with two villages whose grids are drawn: the first in the south, one above it."""
    running.renew()
    running.enter(lambda: drawn(outlines()))
    return running.address


def drawn_map(page: Page, address: str = ADDRESS) -> None:
    page.goto(address)
    page.wait_for_selector("wg-map[data-drawn]")
    settle(page)


def test_a_press_on_the_map_opens_the_grid(server: str, browser: Browser) -> None:
    with visiting(browser, server) as page:
        drawn_map(page)
        canvas = page.locator(".maplibregl-canvas")
        size = canvas.bounding_box()
        canvas.click(position={"x": size["width"] / 2, "y": size["height"] * 0.6})
        expect(page).to_have_url(f"{server}/g/{GRIDS[0]}")
        expect(page.get_by_role("heading", name="甲网格员")).to_be_visible()


def test_by_keyboard_it_opens_what_lies_under_the_cross(server: str, browser: Browser) -> None:
    with visiting(browser, server, width=768) as page:
        drawn_map(page)
        page.locator(".maplibregl-canvas").focus()
        page.keyboard.press("ArrowUp")
        settle(page)
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{server}/g/{GRIDS[1]}")


def test_where_one_stands_is_asked_of_the_phone_and_sent_to_nobody(
    server: str, browser: Browser
) -> None:
    with visiting(browser, server) as page:
        place = {"longitude": WEST + SIDE / 2, "latitude": SOUTH + SIDE * 0.75}
        page.context.grant_permissions(["geolocation"])
        page.context.set_geolocation(place)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
        drawn_map(page)
        page.get_by_role("button", name="我的位置").click()
        expect(page.get_by_role("status").filter(has_text="天鹅岭村 第2网格")).to_be_visible()
        page.get_by_role("link", name="看网格员和电话").click()
        expect(page).to_have_url(f"{server}/g/{GRIDS[1]}")
        assert not any(f"{place['latitude']:.3f}" in each for each in asked)


def test_who_stands_elsewhere_or_does_not_agree_is_told_so(server: str, browser: Browser) -> None:
    with visiting(browser, server) as page:
        drawn_map(page)
        page.get_by_role("button", name="我的位置").click()
        expect(page.get_by_text("没有取到您的位置")).to_be_visible()
        page.context.grant_permissions(["geolocation"])
        page.context.set_geolocation({"longitude": 116.4, "latitude": 39.9})
        page.get_by_role("button", name="我的位置").click()
        expect(page.get_by_text("您不在这里的网格里")).to_be_visible()


def test_without_script_the_list_does_the_same(server: str, browser: Browser) -> None:
    with visiting(browser, server, script=False) as page:
        page.goto("/worker")
        page.get_by_role("link", name="在地图上找").click()
        page.get_by_role("link", name="横岭瑶族乡").click()
        page.get_by_role("link", name="天鹅岭村").click()
        page.get_by_role("link", name="第 1 网格").click()
        expect(page.get_by_role("heading", name="甲网格员")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_everybody_can_use_it(server: str, browser: Browser, width: int) -> None:
    with visiting(browser, server, width=width) as page:
        for address in ("/worker/map", ADDRESS):
            drawn_map(page, address)
            assert not runs_over(page)
            assert Axe().run(page).response["violations"] == []
