"""From the hand-over of a password to the own account, and every page of posts, accounts and log."""

from __future__ import annotations

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import runs_over, settle, visiting
from tests.factories.world import TOWNSHIP, VILLAGE

pytestmark = pytest.mark.timeout(300)

PASSWORD = "ein-anderes-Wort-8"


def sign_in_as(page: Page, key: str) -> None:
    page.goto("/demo/sign-in?next=/console/account")
    page.locator(f'button[value="{key}"]').click()
    settle(page)


def check(page: Page) -> None:
    settle(page)
    assert not runs_over(page), page.url
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}: {found.generate_report()}"


def look_at(page: Page, *addresses: str) -> None:
    for address in addresses:
        page.goto(address)
        check(page)


@pytest.mark.parametrize(("width", "key"), [(360, "station_clerk"), (1440, "mediator")])
def test_a_password_is_handed_over_and_the_account_made_one_s_own(
    server: str, browser: Browser, width: int, key: str
) -> None:
    with visiting(browser, server, width=width) as page:
        sign_in_as(page, "township_centre")
        look_at(page, f"/console/organisation/{TOWNSHIP}", f"/console/organisation/{VILLAGE}")
        page.goto(f"/console/organisation/{TOWNSHIP}/vacancies")
        check(page)
        page.locator("#vacancies tbody a").first.click()
        check(page)
        page.get_by_role("link", name="任命").click()
        page.locator('input[name="who"]').fill("甲")
        page.get_by_role("button", name="筛选").click()
        check(page)
        page.goto(f"/console/organisation/{TOWNSHIP}")
        page.locator(".posts a", has_text="负责人").first.click()
        check(page)
        page.get_by_role("link", name="免职").click()
        check(page)

    with visiting(browser, server, width=width) as page:
        sign_in_as(page, "auditor")
        look_at(page, "/console/audit")
        page.locator("#audit tbody a").first.click()
        check(page)

    with visiting(browser, server, width=width) as page:
        sign_in_as(page, "security_admin")
        look_at(page, "/console/accounts", "/console/accounts/new?who=甲")
        page.goto(f"/console/accounts?who={key}")
        page.get_by_role("link", name=key).click()
        check(page)
        page.locator("summary", has_text="重置密码").click()
        page.get_by_role("button", name="重置密码").click()
        check(page)
        given = page.locator("dd code").inner_text()

    with visiting(browser, server, width=width) as page:
        page.goto("/sign-in")
        page.get_by_label("用户名").fill(key)
        page.get_by_label("密码").fill(given)
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("heading", name="更换密码")).to_be_visible()
        check(page)
        page.get_by_label("现在的密码").fill(given)
        page.get_by_label("新密码", exact=True).fill(PASSWORD)
        page.get_by_label("再输一次新密码").fill(PASSWORD)
        page.get_by_role("button", name="更换密码").click()
        expect(page.get_by_role("heading", name="我的账号")).to_be_visible()
        check(page)
        page.get_by_role("link", name="设置第二重验证").click()
        page.get_by_role("button", name="开始设置").click()
        check(page)
        secret = page.locator("wg-copy code").inner_text().replace(" ", "")
        page.get_by_label("新验证器上的验证码").fill(pyotp.TOTP(secret).now())
        page.get_by_role("button", name="确认启用").click()
        expect(page.get_by_text("已设置")).to_be_visible()
        page.get_by_role("link", name="设置第二重验证").click()
        page.get_by_role("button", name="开始设置").click()
        check(page)
