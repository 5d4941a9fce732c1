"""Ways through the pages that the journeys share: signing in, finding a case, making a move."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from tests.browser.conftest import settle, visiting
from tests.factories.world import VILLAGE


def report(page: Page, words: str, category: str, *, group: str = "5") -> tuple[str, str]:
    """From the village's page to the receipt; number and query code as printed."""
    page.goto(f"/report/at/{VILLAGE}")
    page.get_by_label("请说说情况").fill(words)
    page.get_by_label("哪个组").select_option(group)
    page.get_by_role("button", name="下一步").click()
    page.get_by_label(category, exact=True).check()
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_role("heading", name="已经收到")).to_be_visible()
    number, code = page.locator(".receipt-codes code").all_text_contents()
    return number, code


def look_up(page: Page, number: str, code: str) -> None:
    """The reporter's page of the case, by what stands on the receipt."""
    page.goto("/track")
    page.get_by_label("编号").fill(number)
    page.get_by_label("查询码").fill(code)
    page.get_by_role("button", name="查询").click()
    expect(page.get_by_role("heading", name="您反映的事")).to_be_visible()


@contextmanager
def at_work(browser: Browser, server: str, key: str, *, width: int = 1440) -> Iterator[Page]:
    """A member of staff (tests/factories/staff.csv) where the day begins."""
    with visiting(browser, server, width=width) as page:
        page.goto("/demo/sign-in")
        page.locator(f'button[name="username"][value="{key}"]').first.click()
        settle(page)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        yield page


def open_case(page: Page, number: str) -> None:
    page.goto(f"/console/cases/{number}")
    settle(page)


def open_move(page: Page, name: str) -> Locator:
    """The form of a move on the page of the case, unfolded and loaded."""
    move = page.locator("details.move").filter(has=page.get_by_text(name, exact=True))
    move.locator("summary").click()
    settle(page)
    form = move.locator("form")
    expect(form).to_be_visible()
    return form


def send(page: Page, form: Locator) -> None:
    """Press the form's own button; the page of the case comes back."""
    with page.expect_navigation():
        form.locator("button[type=submit]").first.click()
    settle(page)


def make(page: Page, number: str, name: str, **said: str) -> None:
    """Open the case, unfold a move, fill in what is said by label, send it."""
    open_case(page, number)
    form = open_move(page, name)
    for label, words in said.items():
        form.get_by_label(label).fill(words)
    send(page, form)


def expect_state(page: Page, words: str) -> None:
    expect(page.locator(".case-marks .state-chip")).to_have_text(words)


def photo(colour: str = "white") -> FilePayload:
    """A small picture, as a phone would upload it."""
    drawn = BytesIO()
    Image.new("RGB", (64, 48), colour).save(drawn, "JPEG")
    return {"name": "after.jpg", "mimeType": "image/jpeg", "buffer": drawn.getvalue()}


def tab_to(page: Page, wanted: Locator, *, back: bool = False) -> None:
    """With the Tab key alone, as far as it takes within reason."""
    for _ in range(_MOST_TABS):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"the Tab key does not come to {wanted}")


_MOST_TABS = 60
