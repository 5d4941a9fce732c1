"""A village bridge is damaged: from the village up to the county, back and forth, until it stands.

The township's clerk does all of the clerk's part without a mouse.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import settle, visiting
from tests.browser.walking import (
    at_work,
    expect_state,
    make,
    open_case,
    open_move,
    photo,
    report,
    send,
    tab_to,
)

pytestmark = pytest.mark.timeout(300)

WORDS = "村口石桥塌了一角"
BRIDGE = "村道桥涵"
Work = Callable[[str, Callable[[Page], None]], None]


def test_a_bridge_goes_up_and_down_until_it_stands(server: str, browser: Browser) -> None:
    def work(key: str, part: Callable[[Page], None]) -> None:
        with at_work(browser, server, key) as page:
            part(page)

    with visiting(browser, server, script=False) as phone:
        report(phone, "水沟边的小桥松动", BRIDGE)
        number, _ = report(phone, WORDS, BRIDGE)

    work("township_intake", keeps_it_in_the_village)
    work("station_head", lambda page: escalates(page, number))
    work("township_intake", dispatches_it_and_asks_the_department)
    work("transport_liaison", lambda page: answers(page, number))
    work("township_intake", asks_for_the_signature)
    work("township_leader", lambda page: signs(page, number))
    settles_at_the_county(work, number)
    is_checked_twice(work, number)


def keeps_it_in_the_village(clerk: Page) -> None:
    """Accepted by keyboard, at another level than the category's own, with a reason."""
    form = open_first_move(clerk, "受理")
    level = form.get_by_role("group", name="办理层级")
    tab_to(clerk, level.locator("input:checked"))
    choose(clerk, level.locator("input[value=village]"))
    tab_to(clerk, form.get_by_label("理由"))
    clerk.keyboard.type("小修，村里先看")
    press(clerk, form)
    see_again(clerk)
    expect_state(clerk, "已受理")
    expect(clerk.get_by_text("村网格管理便民服务站").first).to_be_visible()


def escalates(head: Page, number: str) -> None:
    make(head, number, "上报", 理由="要吊车", 已做的工作="已围挡，已立警示牌")
    expect_state(head, "已受理")


def dispatches_it_and_asks_the_department(clerk: Page) -> None:
    """By keyboard: to the office the routing proposes, which takes part; then a question above."""
    form = open_first_move(clerk, "分派")
    office = form.get_by_label("单位", exact=True)
    tab_to(clerk, office)
    expect(office.locator("option:checked")).to_have_text("交管站")
    press(clerk, form)
    see_again(clerk)
    expect_state(clerk, "办理中")

    form = unfold(clerk, "协调")
    department = form.get_by_label("交通运输局")
    tab_to(clerk, department)
    if not department.is_checked():
        clerk.keyboard.press("Space")
    tab_to(clerk, form.get_by_label("说明"))
    clerk.keyboard.type("请派人看看桥墩")
    press(clerk, form)
    expect(clerk.get_by_text("请派人看看桥墩").first).to_be_visible()


def answers(liaison: Page, number: str) -> None:
    open_case(liaison, number)
    form = open_move(liaison, "答复任务")
    form.get_by_label("已办完").check()
    form.get_by_label("说明").fill("桥墩已空，要重做")
    send(liaison, form)


def asks_for_the_signature(clerk: Page) -> None:
    """By keyboard: what takes two is asked for, and the case stays where it is."""
    open_by_keys(clerk)
    form = unfold(clerk, "申请上报")
    tab_to(clerk, form.get_by_label("理由"))
    clerk.keyboard.type("要县里立项")
    tab_to(clerk, form.get_by_label("已做的工作"))
    clerk.keyboard.type("交通部门已看过")
    with clerk.expect_navigation():
        clerk.keyboard.press("Control+Enter")
    settle(clerk)
    expect_state(clerk, "办理中")


def signs(leader: Page, number: str) -> None:
    open_case(leader, number)
    expect(leader.get_by_text("交通部门已看过")).to_be_visible()
    send(leader, open_move(leader, "同意上报"))
    expect_state(leader, "已受理")


def settles_at_the_county(work: Work, number: str) -> None:
    """Assigned, sent back, decided: after that it is taken and completed."""

    def assigns(centre: Page) -> None:
        make(centre, number, "交办")
        expect_state(centre, "办理中")

    def sends_back(department: Page) -> None:
        make(department, number, "退回", 理由="村道归乡镇管")
        expect_state(department, "已受理")

    def decides(centre: Page) -> None:
        make(centre, number, "裁定", 理由="桥梁重建由交通部门负责")
        expect_state(centre, "办理中")

    def repairs(department: Page) -> None:
        make(department, number, "承办")
        expect(department.locator("details.move", has_text="退回")).to_have_count(0)
        completes(department, number)

    work("county_centre", assigns)
    work("transport_head", sends_back)
    work("county_centre", decides)
    work("transport_head", repairs)


def is_checked_twice(work: Work, number: str) -> None:
    def is_not_content(head: Page) -> None:
        make(head, number, "核查不通过", 说明="栏杆没装")
        expect_state(head, "办理中")

    def is_content(overseer: Page) -> None:
        make(overseer, number, "核查通过", 说明="桥通了，栏杆装好了")
        expect_state(overseer, "已结案")

    work("station_head", is_not_content)
    work("transport_head", lambda page: completes(page, number))
    work("village_oversight", is_content)


def completes(page: Page, number: str) -> None:
    """Completed with a picture, each time a new one."""
    open_case(page, number)
    form = open_move(page, "办结")
    form.get_by_label("已解决", exact=True).check()
    form.get_by_label("说明").fill("桥已修好")
    form.locator("input[type=file]").set_input_files(photo())
    send(page, form)
    expect_state(page, "已办结")


def open_by_keys(page: Page) -> None:
    """From the workbench with j, k and Enter."""
    cases = page.locator("[data-item] th a")
    wanted = cases.all_text_contents().index(WORDS)
    for key in "j" + "jk" + "j" * wanted:
        page.keyboard.press(key)
    expect(cases.nth(wanted)).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    settle(page)


def see_again(page: Page) -> None:
    """Back in the queue, to the case that was moved just now: it is named above the list."""
    moved = page.get_by_role("status").get_by_role("link", name=WORDS)
    moved.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    settle(page)


def open_first_move(page: Page, name: str) -> Locator:
    """To the case, with m to its first move, and Enter unfolds it."""
    open_by_keys(page)
    page.keyboard.press("m")
    first = page.locator("details.move").first
    expect(first.locator("summary")).to_be_focused()
    expect(first.locator(".move-name")).to_have_text(name)
    page.keyboard.press("Enter")
    settle(page)
    return first.locator("form")


def unfold(page: Page, name: str) -> Locator:
    """A move further down: m, Tab as far as it, Enter."""
    page.keyboard.press("m")
    move = page.locator("details.move").filter(has=page.get_by_text(name, exact=True))
    tab_to(page, move.locator("summary"))
    page.keyboard.press("Enter")
    settle(page)
    return move.locator("form")


def choose(page: Page, card: Locator) -> None:
    """Among cards, from the one that stands chosen."""
    while not card.is_checked():
        page.keyboard.press("ArrowUp")


def press(page: Page, form: Locator) -> None:
    tab_to(page, form.locator("button[type=submit]").first)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    settle(page)
