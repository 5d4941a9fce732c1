"""A lamp is out in group 5 of 天鹅岭村: reported, repaired by the village, checked, rated."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import visiting
from tests.browser.walking import (
    at_work,
    expect_state,
    look_up,
    make,
    open_case,
    open_move,
    photo,
    report,
    send,
)

pytestmark = pytest.mark.timeout(300)

WORDS = "五组的路灯坏了三天"


def test_a_lamp_is_reported_repaired_checked_and_rated(server: str, browser: Browser) -> None:
    with visiting(browser, server, script=False) as phone:
        number, code = report(phone, WORDS, "路灯与照明")

    with at_work(browser, server, "station_clerk") as clerk:
        clerk.get_by_role("link", name=WORDS).click()
        expect_state(clerk, "已登记")
        send(clerk, open_move(clerk, "受理"))
        clerk.get_by_role("status").get_by_role("link", name=WORDS).click()  # back in the queue
        expect_state(clerk, "已受理")

    with at_work(browser, server, "grid_worker_2", width=360) as worker:
        make(worker, number, "承办")
        expect_state(worker, "办理中")
        form = open_move(worker, "办结")
        form.get_by_label("已解决", exact=True).check()
        form.get_by_label("说明").fill("换了灯泡，已经亮了。")
        form.locator("input[type=file]").set_input_files(photo())
        send(worker, form)
        expect_state(worker, "已办结")
        # who repaired it is not asked whether it is repaired
        expect(worker.get_by_text("核查通过", exact=True)).to_have_count(0)

    with at_work(browser, server, "station_head") as head:
        open_case(head, number)
        expect(head.get_by_role("link", name="照片")).to_be_visible()
        make(head, number, "核查通过", 说明="夜里去看过，亮了。")
        expect_state(head, "已结案")

    with visiting(browser, server, script=False) as phone:
        look_up(phone, number, code)
        expect(phone.get_by_text("换了灯泡，已经亮了。").first).to_be_visible()
        phone.locator("details.move").filter(has_text="评价").locator("summary").click()
        phone.get_by_label("满意", exact=True).check()
        phone.get_by_role("button", name="提交评价").click()
        expect(phone.get_by_text("您 作了评价：满意")).to_be_visible()

    with at_work(browser, server, "county_intake") as centre:
        open_case(centre, number)
        expect(centre.get_by_text("评价：满意")).to_be_visible()
        expect(centre.get_by_text("办结：已解决")).to_be_visible()
