"""The receipt: only in the hand of its holder, and in no address."""

from __future__ import annotations

from django.test import Client

from tests.interfaces.portal.conftest import Resident, text_of
from wangge.interfaces.portal.receipt_in_hand import COOKIE


def test_receipt_shows_number_code_and_what_comes_next(resident: Resident) -> None:
    receipt = resident.report()
    shown = resident.client.get("/receipt")
    assert receipt.number in text_of(shown)
    assert receipt.grouped_code in text_of(shown)
    assert "前受理" in text_of(shown)
    assert "<svg" in text_of(shown)
    assert shown["Cache-Control"] == "no-store"


def test_no_address_carries_the_code(resident: Resident) -> None:
    sent = resident.send(resident.page())
    receipt = resident.receipt()
    assert sent["Location"] == "/receipt"
    for page in ("/receipt", "/track/case"):
        links = [part.split('"')[0] for part in text_of(resident.client.get(page)).split('href="')]
        assert not any(receipt.code in link for link in links[1:])


def test_without_the_receipt_there_is_nothing(resident: Resident) -> None:
    resident.report()
    stranger = Client()
    for page in ("/receipt", "/track/case", "/track/case/withdraw"):
        assert stranger.get(page)["Location"] == "/track"


def test_a_receipt_that_was_tampered_with_is_none(resident: Resident) -> None:
    mine = resident.report()
    signed = resident.client.cookies[COOKIE].value
    stranger = Client()
    last = "9" if mine.number[-1] != "9" else "0"
    stranger.cookies[COOKIE] = signed.replace(mine.number, mine.number[:-1] + last)
    assert stranger.get("/receipt")["Location"] == "/track"


def test_put_away_is_gone(resident: Resident) -> None:
    resident.report()
    resident.client.post("/receipt/put-away")
    assert resident.client.get("/receipt")["Location"] == "/track"


def test_an_emergency_is_told_to_call(resident: Resident) -> None:
    resident.report(category="", other_category="1001")
    shown = text_of(resident.client.get("/receipt"))
    assert shown.index("tel:119") < shown.index("receipt-title")
