"""A villager with a phone: reports, goes home with a receipt, looks it up."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import runs_over, settle, visiting
from tests.factories.world import TOWNSHIP, VILLAGE

pytestmark = pytest.mark.timeout(300)

PAGES = (
    "/",
    "/report/where",
    f"/report/where/{TOWNSHIP}",
    f"/report/at/{VILLAGE}",
    "/worker?other=1",
    "/worker?q=天鹅岭五组",
    f"/worker/at/{VILLAGE}",
    f"/g/{VILLAGE}001",
    "/track",
    "/sign-in",
    "/demo/sign-in",
    "/nowhere",
)


def report_a_lamp(page: Page) -> tuple[str, str]:
    """From the front page to the receipt; returns number and query code as printed."""
    page.goto("/")
    page.get_by_role("link", name="我要反映").click()
    page.get_by_role("link", name="横岭瑶族乡").click()
    page.get_by_role("link", name="天鹅岭村").click()
    page.get_by_label("请说说情况").fill("五组的路灯坏了三天")
    page.get_by_label("哪个组").select_option("5")
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("路灯与照明", exact=True).check()
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_role("heading", name="已经收到")).to_be_visible()
    number, code = page.locator(".receipt-codes code").all_text_contents()
    return number, code


def test_a_villager_without_script_reports_a_lamp_and_looks_it_up(
    server: str, browser: Browser
) -> None:
    with visiting(browser, server, script=False) as page:
        number, code = report_a_lamp(page)
        assert re.fullmatch(r"SJ[0-9]{19}", number)
        page.get_by_role("button", name="看完了").click()

        page.get_by_role("link", name="查进度").click()
        page.get_by_label("编号").fill(number)
        page.get_by_label("查询码").fill(code.lower())
        page.get_by_role("button", name="查询").click()
        expect(page.get_by_role("heading", name="您反映的事")).to_be_visible()
        expect(page.get_by_text("五组的路灯坏了三天")).to_be_visible()
        expect(page.get_by_role("link", name="12345")).to_be_in_viewport()
        assert page.url.endswith("/track/case")


@pytest.mark.parametrize("script", [False, True])
def test_a_complaint_is_asked_about_whom(server: str, browser: Browser, *, script: bool) -> None:
    with visiting(browser, server, script=script) as page:
        page.goto(f"/report/at/{VILLAGE}")
        page.get_by_label("请说说情况").fill("去村里办事，没有人理")
        page.get_by_role("button", name="下一步").click()
        page.get_by_label("从全部类别里选").select_option("0905")
        page.get_by_role("button", name="提交").click()
        expect(page.get_by_role("heading", name="这件事是反映谁的")).to_be_visible()
        if script:
            assert not runs_over(page)
            assert Axe().run(page).violations_count == 0
        page.get_by_label("哪个单位").select_option("v_service_station")
        page.get_by_role("button", name="提交").click()
        expect(page.get_by_role("heading", name="已经收到")).to_be_visible()
        expect(page.get_by_text("县纪委监委")).to_be_visible()


def test_a_villager_without_script_finds_the_worker_and_reports(
    server: str, browser: Browser
) -> None:
    with visiting(browser, server, script=False) as page:
        page.goto("/")
        page.get_by_role("link", name="找网格员").click()
        page.get_by_label("说说您住在哪里").fill("天鹅岭五组")
        page.get_by_role("button", name="搜索").click()
        page.get_by_role("link", name="天鹅岭村 5 组").click()
        expect(page.get_by_role("heading", name="网格员 乙网格员")).to_be_visible()
        page.get_by_role("link", name="我要反映").click()
        expect(page.get_by_label("哪个组")).to_have_value("5")

        page.goto("/")
        page.get_by_role("link", name="找网格员").click()
        page.get_by_role("link", name="4 组", exact=True).click()
        expect(page.get_by_role("heading", name="网格员 甲网格员")).to_be_visible()


def test_the_qr_code_fills_in_both_and_leaves_no_trace(server: str, browser: Browser) -> None:
    with visiting(browser, server) as page:
        number, code = report_a_lamp(page)
    plain = code.replace("-", "")
    with visiting(browser, server) as phone:
        asked: list[str] = []
        phone.on("request", lambda request: asked.append(request.url))
        phone.goto(f"/track#{number}-{plain}")
        settle(phone)
        assert phone.get_by_label("编号").input_value() == number
        assert phone.url.endswith("/track")
        phone.get_by_role("button", name="查询").click()
        expect(phone.get_by_role("heading", name="您反映的事")).to_be_visible()
        assert not any(plain in url.partition("#")[0] for url in asked)


def test_a_form_that_is_sent_twice_at_once_is_one_case(server: str, browser: Browser) -> None:
    with visiting(browser, server) as page:
        page.goto(f"/report/at/{VILLAGE}")
        page.get_by_label("请说说情况").fill("水管爆了，路上都是水")
        page.get_by_role("button", name="下一步").click()
        page.get_by_label("农村饮水", exact=True).check()
        receipts = page.evaluate(
            """async () => {
                const form = document.querySelector("main form");
                const send = () => fetch(form.action, { method: "POST", body: new FormData(form) });
                const answers = await Promise.all([send(), send(), send()]);
                return Promise.all(answers.map(async (each) => {
                    const shown = new DOMParser().parseFromString(await each.text(), "text/html");
                    return shown.querySelector(".receipt-codes code")?.textContent;
                }));
            }"""
        )
        assert len(set(receipts)) == 1
        assert receipts[0].startswith("SJ")


def test_words_survive_a_page_that_was_closed(server: str, browser: Browser) -> None:
    with visiting(browser, server) as page:
        page.goto(f"/report/at/{VILLAGE}")
        page.get_by_label("请说说情况").fill("写了一半")
        page.goto("/")
        page.goto(f"/report/at/{VILLAGE}")
        settle(page)
        assert page.get_by_label("请说说情况").input_value() == "写了一半"


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("large", [False, True])
def test_pages_fit_and_can_be_used_by_everybody(
    server: str, browser: Browser, width: int, large: bool
) -> None:
    """Nothing runs over the edge, the phone number is in sight, and axe finds nothing."""
    with visiting(browser, server, width=width) as page:
        if large:
            page.goto("/type?next=/")
        for address in PAGES:
            page.goto(address)
            settle(page)
            assert not runs_over(page), address
            expect(page.get_by_role("link", name="12345", exact=True)).to_be_in_viewport()
            found = Axe().run(page)
            assert found.violations_count == 0, f"{address}: {found.generate_report()}"
