"""The page of a case: its facts and the story of its steps."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.interfaces.console.officers import Officer, desk_of_today, text_of
from tests.work.cases.desk import Desk

pytestmark = pytest.mark.django_db


def page(desk: Desk) -> str:
    return text_of(Officer.signed_in("station_clerk").get(f"/console/cases/{desk.number}"))


def test_the_scale_is_told_from_acceptance_on() -> None:
    desk = desk_of_today()
    desk.report()
    assert "一般群体性" not in page(desk).split("<form")[0]
    desk.accept("station_clerk", scale="02")
    assert "一般群体性" in page(desk)


def test_a_report_that_a_device_sent_later_says_when_it_was_entered() -> None:
    desk = desk_of_today()
    desk.report(occurred_at=desk.at - timedelta(hours=5))
    assert "设备记录于" in page(desk)
    assert "设备时钟存疑" not in page(desk)
    desk.report(occurred_at=desk.at - timedelta(days=400))
    assert "设备时钟存疑" in page(desk)
