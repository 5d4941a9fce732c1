"""A township has a village divided: asked for, computed by the worker, compared, taken up."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import runs_over, settle
from tests.browser.dividing import COMPUTED, settled
from tests.browser.platform import Platform
from tests.browser.walking import at_work

pytestmark = pytest.mark.timeout(300)


def test_a_village_is_divided_compared_and_taken_up(platform: Platform, browser: Browser) -> None:
    settled(platform)
    with at_work(browser, platform.address, "township_centre") as page:
        page.get_by_role("link", name="地图与网格").first.click()
        page.get_by_role("link", name="网格划分").click()
        page.get_by_role("link", name="开始测算").click()
        expect(page.get_by_label("天鹅岭村（120 户）")).to_be_checked()
        page.get_by_label("每个网格的户数").fill("40")
        page.get_by_label("每个网格的人数").fill("120")
        page.get_by_role("button", name="开始测算").click()
        expect(page.get_by_text("1 个村中 0 个已有结果")).to_be_visible()
        with platform.worker():  # the page is not loaded again: it asks by itself
            done = page.get_by_text("1 个村中 1 个已有结果")
            expect(done).to_be_visible(timeout=COMPUTED)
        page.get_by_role("link", name="天鹅岭村").click()
        settle(page)
        for heading in ("现行网格", "小组不拆分", "小组可拆分"):
            expect(page.get_by_role("heading", name=heading)).to_be_visible()
        for sketch in page.locator(".division-sketch img").all():
            sketch.scroll_into_view_if_needed()  # pictures below the fold load when they are near
            expect(sketch).to_have_js_property("complete", True)
            assert sketch.evaluate("image => image.naturalWidth > 0")
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert not runs_over(page)
        page.get_by_role("button", name="采用“小组可拆分”起草").click()
        page.wait_for_url("**/divisions/drafts/*/board")
        settle(page)
        page.go_back()
        page.reload()
        expect(page.get_by_text("这个村已有一份划分草案：起草中")).to_be_visible()
