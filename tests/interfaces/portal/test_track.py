"""Looking up: one's own case and nobody else's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.world import COUNTY
from tests.interfaces.portal.conftest import LAMP, Resident, text_of
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.interfaces.portal.receipt_in_hand import Receipt
from wangge.registers.audit.models import AuditEvent


def sought() -> int:
    clock = Actor.clock(COUNTY)
    return door(clock, lambda: AuditEvent.objects.filter(kind="case.sought").count())


def elsewhere() -> Resident:
    """The same person on another phone, without the receipt in it."""
    return Resident(client=Client())


@pytest.fixture
def receipt(resident: Resident) -> Receipt:
    return resident.report()


def test_number_and_code_open_the_case(receipt: Receipt) -> None:
    phone = elsewhere()
    before = sought()
    assert phone.track(receipt.number, receipt.code)["Location"] == "/track/case"
    shown = text_of(phone.client.get("/track/case"))
    assert receipt.number in shown
    assert LAMP["words"] in shown
    assert sought() == before + 1


@pytest.mark.parametrize("typed", [str.lower, lambda code: f"{code[:4]} - {code[4:]}"])
def test_the_code_may_be_typed_as_people_type(
    receipt: Receipt, typed: Callable[[str], str]
) -> None:
    number = receipt.number.removeprefix("SJ")
    assert elsewhere().track(number, typed(receipt.code)).status_code == 302


def test_a_wrong_number_and_a_wrong_code_look_the_same(receipt: Receipt) -> None:
    wrong_code = elsewhere().track(receipt.number, "22222222")
    last = "8" if receipt.number.endswith("9") else "9"
    wrong_number = elsewhere().track(receipt.number[:-1] + last, receipt.code)
    assert wrong_code.status_code == wrong_number.status_code == 404
    same = "没有查到"
    assert same in text_of(wrong_code)
    assert same in text_of(wrong_number)


def test_what_is_no_number_is_told_at_the_field(db: None) -> None:
    refused = elsewhere().track("12", "???")
    assert refused.status_code == 422
    assert "事件编号以 SJ 开头" in text_of(refused)
    assert "查询码是 8 位" in text_of(refused)


def test_another_s_receipt_opens_only_its_own_case(receipt: Receipt, db: None) -> None:
    other = elsewhere()
    theirs = other.report(words="另一件事")
    assert LAMP["words"] not in text_of(other.client.get("/track/case"))
    assert elsewhere().track(receipt.number, theirs.code).status_code == 404


def test_guessing_gets_slower_for_the_guesser_alone(receipt: Receipt) -> None:
    guesser, elsewhere_from = elsewhere(), {"REMOTE_ADDR": "192.0.2.7"}
    codes = ["22222222", "33333333", "44444444"]
    for code in codes:
        assert guesser.track(receipt.number, code, **elsewhere_from).status_code == 404
    waits = guesser.track(receipt.number, receipt.code, **elsewhere_from)
    assert waits.status_code == 429
    assert "试的次数太多" in text_of(waits)
    neighbour = elsewhere().track(receipt.number, receipt.code, REMOTE_ADDR="198.51.100.7")
    assert neighbour.status_code == 302
