"""Drawing grids in a real browser: by drag, by lasso, by a border, by keys, without network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import runs_over, settle
from tests.browser.platform import Platform
from tests.browser.walking import at_work
from tests.insight.divisions import drawn
from tests.insight.maps.pictures import have_pictures

pytestmark = pytest.mark.timeout(300)

HOMES_OF_A_GROUP = 5


@pytest.fixture(scope="module")
def drafting(running: Platform) -> Iterator[tuple[str, str]]:
    """Address of a platform with a draft of three grids in a row of eight groups, and its page."""
    running.renew()
    have_pictures(running.state)
    draft = running.enter(_drafted)
    yield running.address, f"/console/divisions/drafts/{draft}/board"
    shutil.rmtree(running.state / "imagery")


def _drafted() -> UUID:
    at = datetime.now(UTC)
    drawn.settle(at)
    return drawn.draft(at)


@pytest.fixture
def board(browser: Browser, drafting: tuple[str, str]) -> Iterator[Page]:
    address, path = drafting
    with at_work(browser, address, "station_head") as page:
        page.goto(path)
        settle(page)
        expect(page.locator("wg-division-editor")).to_have_attribute("data-drawn", "")
        yield page


def households(page: Page, grid: int) -> Locator:
    return page.locator(f'tr[data-grid="{grid}"] td').first


def cell(page: Page, grid: int, which: int = 0) -> Locator:
    """A cell by the grid it lies in, told by the tint of the grid's button."""
    tint = page.locator(f'tr[data-grid="{grid}"] .board-take').get_attribute("class") or ""
    return page.locator(f"path.board-cell.{tint.split()[-1]}").nth(which)


def middle_of_grid(page: Page, grid: int) -> float:
    """Half-way across a grid. Cells come in an order of the server's own: none of them is meant."""
    tint = page.locator(f'tr[data-grid="{grid}"] .board-take').get_attribute("class") or ""
    boxes = [
        box
        for each in page.locator(f"path.board-cell.{tint.split()[-1]}").all()
        if (box := each.bounding_box()) is not None
    ]
    return (min(b["x"] for b in boxes) + max(b["x"] + b["width"] for b in boxes)) / 2


def middle(of: Locator) -> tuple[float, float]:
    box = of.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def use(page: Page, tool: str) -> None:
    page.locator(".board-tools").get_by_text(tool, exact=True).click()


def draw(page: Page, *points: tuple[float, float], steps: int = 12) -> None:
    """Press at the first point, draw through all, let go at the last; few steps are a fast hand."""
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point, steps=steps)
    page.mouse.up()


def kept(page: Page) -> None:
    expect(page.locator("wg-division-editor")).to_have_attribute("data-kept", "saved")


def test_a_picture_of_the_ground_lies_under_the_drawing(board: Page) -> None:
    expect(board.locator(".board-ground image")).to_have_count(0)
    board.get_by_role("button", name="地势").click()
    settle(board)
    expect(board.locator(".board-ground image[href^='blob:']").first).to_be_attached()
    expect(board.get_by_text("虚拟地势")).to_be_visible()
    picture = board.locator(".board-ground").bounding_box()
    village = board.locator(".board-outline").bounding_box()
    assert picture is not None
    assert village is not None
    for side, length in (("x", "width"), ("y", "height")):
        assert picture[side] <= village[side]
        assert picture[side] + picture[length] >= village[side] + village[length]
    assert Axe().run(board).response["violations"] == []
    board.get_by_role("button", name="简图").click()
    expect(board.locator(".board-ground image")).to_have_count(0)


def test_a_group_is_dragged_over_and_taken_back(board: Page) -> None:
    before = int(households(board, 1).inner_text())
    use(board, "选小组")
    draw(board, middle(cell(board, 2)), middle(cell(board, 1)))
    expect(households(board, 1)).to_have_text(str(before + HOMES_OF_A_GROUP))
    kept(board)
    board.reload()
    settle(board)
    expect(households(board, 1)).to_have_text(str(before + HOMES_OF_A_GROUP))
    use(board, "选小组")
    draw(board, middle(cell(board, 1, -1)), middle(cell(board, 2)))
    board.keyboard.press("Control+z")
    expect(households(board, 1)).to_have_text(str(before + HOMES_OF_A_GROUP))


def test_figures_and_faults_follow_while_one_drags(board: Page) -> None:
    faults = board.locator("[data-part=faults]")
    before = households(board, 3).inner_text()
    use(board, "选小组")
    board.mouse.move(*middle(cell(board, 3)))
    board.mouse.down()
    board.mouse.move(*middle(cell(board, 2)), steps=8)
    expect(households(board, 3)).not_to_have_text(before)
    expect(faults).to_contain_text("网格")
    board.keyboard.press("Escape")
    board.mouse.up()
    expect(households(board, 3)).to_have_text(before)


def test_a_lasso_and_a_key_make_a_new_grid(board: Page) -> None:
    use(board, "圈选")
    box = board.locator(".board-svg").bounding_box()
    assert box is not None
    left, top = box["x"] + 2, box["y"] + 2
    right, bottom = box["x"] + box["width"] / 8, box["y"] + box["height"] - 4
    draw(board, (left, top), (right, top), (right, bottom), (left, bottom))
    expect(board.locator("[data-part=picked]")).to_contain_text("已选")
    board.keyboard.press("n")
    expect(board.locator("tr[data-grid]")).to_have_count(4)
    kept(board)
    board.get_by_role("button", name="撤销").click()
    expect(board.locator("tr[data-grid]")).to_have_count(3)
    kept(board)


@pytest.mark.parametrize("steps", [1, 2, 30])
def test_a_border_through_a_grid_splits_it_and_a_merger_undoes_that(
    board: Page, steps: int
) -> None:
    """However fast it is drawn: the grids it passes follow from the line, not from the pointer."""
    use(board, "画界线")
    outline = board.locator(".board-outline").bounding_box()
    assert outline is not None
    across = middle_of_grid(board, 1)
    bottom = outline["y"] + outline["height"] - 2
    draw(board, (across, outline["y"] + 2), (across, bottom), steps=steps)
    expect(board.locator("tr[data-grid]")).to_have_count(4)
    board.locator('tr[data-grid="4"] select').select_option("1")
    expect(board.locator("tr[data-grid]")).to_have_count(3)
    kept(board)


def test_a_stroke_that_parts_nothing_says_so(board: Page) -> None:
    use(board, "画界线")
    outline = board.locator(".board-outline").bounding_box()
    assert outline is not None
    board.mouse.click(outline["x"] + 4, outline["y"] + 4)
    expect(board.get_by_role("status").filter(has_text="界线没有把住户分开")).to_be_visible()


def test_without_network_nothing_is_lost(board: Page) -> None:
    before = int(households(board, 2).inner_text())
    board.context.set_offline(True)
    use(board, "选小组")
    cell(board, 3).click()
    board.keyboard.press("2")
    expect(board.locator("wg-division-editor")).to_have_attribute("data-kept", "offline")
    board.context.set_offline(False)
    board.evaluate("dispatchEvent(new Event('online'))")
    kept(board)
    board.reload()
    settle(board)
    expect(households(board, 2)).to_have_text(str(before + HOMES_OF_A_GROUP))


def test_without_script_groups_are_placed_by_a_form(
    browser: Browser, drafting: tuple[str, str]
) -> None:
    address, path = drafting
    with at_work(browser, address, "station_head") as page:
        page.goto(path)
        settle(page)
        page.get_by_text("按小组调整", exact=True).click()
        page.get_by_label("第 1 组").select_option(label="第 3 网格")
        page.get_by_role("button", name="保存", exact=True).click()
        settle(page)
        page.get_by_text("按小组调整", exact=True).click()
        expect(page.get_by_label("第 1 组")).to_have_value("3")


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nobody_is_shut_out(browser: Browser, drafting: tuple[str, str], width: int) -> None:
    address, path = drafting
    with at_work(browser, address, "station_head", width=width) as page:
        page.goto(path)
        settle(page)
        found = [each["id"] for each in Axe().run(page).response["violations"]]
        assert found == []
        assert not runs_over(page)
