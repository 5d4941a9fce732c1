"""Every example of every component, in every language: no barrier, no error, nothing cut off."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import runs_over, settle, visiting
from wangge.config.language import WORDS
from wangge.interfaces.web.components.examples import component_names, examples_of

pytestmark = pytest.mark.timeout(600)

EXAMPLES = [
    (f"/demo/gallery/{name}/{number}", f"{name}: {example.name}")
    for name in component_names()
    for number, example in enumerate(examples_of(name, now=datetime(2026, 3, 5, tzinfo=UTC)))
]

OF_WHOLE_PAGES = ("heading-order", "landmark-unique")


def barriers(page: Page) -> list[str]:
    """What axe finds, leaving out what concerns a whole page and not a component alone."""
    return _found(page, {"rules": {key: {"enabled": False} for key in OF_WHOLE_PAGES}})


def barriers_in_the_dark(page: Page) -> list[str]:
    """The same page on a screen that is dark: its colours are all that changes."""
    page.emulate_media(color_scheme="dark")
    found = _found(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
    page.emulate_media(color_scheme="light")
    return found


def _found(page: Page, options: dict[str, object]) -> list[str]:
    found = Axe().run(page, options=options)
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found.response["violations"]]


@pytest.mark.parametrize("language", WORDS.languages)
def test_every_example(server: str, browser: Browser, language: str) -> None:
    wrong: dict[str, object] = {}
    with visiting(browser, server) as page:
        page.goto(f"/language/{language}?next=/demo/gallery")
        for address, name in EXAMPLES:
            page.goto(address)
            settle(page)
            if found := barriers(page):
                wrong[name] = found
            if found := barriers_in_the_dark(page):
                wrong[f"{name} (dark)"] = found
            if runs_over(page):
                wrong[f"{name} (width)"] = "runs over the edge"
    assert wrong == {}


@pytest.mark.parametrize("language", WORDS.languages)
def test_the_whole_gallery_in_large_type(server: str, browser: Browser, language: str) -> None:
    with visiting(browser, server) as page:
        page.goto(f"/language/{language}?next=/demo/gallery")
        page.goto("/type?next=/demo/gallery")
        settle(page)
        assert page.locator("html[data-type=large]").count() == 1
        assert page.locator(".gallery-example").count() == len(EXAMPLES)
        assert not runs_over(page)
