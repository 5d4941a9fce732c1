"""A clerk's morning without the mouse: five cases of the queue, one after another."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settle, visiting
from tests.browser.walking import at_work, expect_state, open_case, report

pytestmark = pytest.mark.timeout(300)

WORDS = [f"{group}组的路灯不亮" for group in "12345"]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
    settle(page)


def go(page: Page, *keys: str) -> None:
    """Keys of which the last leads to another page."""
    with page.expect_navigation():
        press(page, *keys)
    settle(page)


def test_five_cases_are_accepted_by_keys_alone(server: str, browser: Browser) -> None:
    with visiting(browser, server, script=False) as phone:
        numbers = [report(phone, words, "路灯与照明")[0] for words in WORDS]

    with at_work(browser, server, "station_clerk") as clerk:
        for done, words in enumerate(WORDS):
            if not done:
                press(clerk, "j")
            expect(clerk.get_by_role("link", name=words)).to_be_focused()
            go(clerk, "m")
            expect(clerk.locator("details[open] select").first).to_be_focused()
            go(clerk, "Control+Enter")
            expect(clerk.get_by_role("status").filter(has_text=words)).to_be_visible()
        for number in numbers:
            open_case(clerk, number)
            expect_state(clerk, "已受理")


def test_from_case_to_case_and_back_to_the_queue(server: str, browser: Browser) -> None:
    with visiting(browser, server, script=False) as phone:
        for words in WORDS[:2]:
            report(phone, words, "路灯与照明")

    with at_work(browser, server, "station_head") as head:
        press(head, "j", "j", "k")
        first = head.locator("#queue tbody a").first
        expect(first).to_be_focused()
        press(head, "ArrowDown", "ArrowUp")
        expect(first).to_be_focused()
        go(head, "Enter")
        opened = head.url
        go(head, "n")
        assert head.url != opened
        expect(head.locator("[data-next]")).to_be_visible()
