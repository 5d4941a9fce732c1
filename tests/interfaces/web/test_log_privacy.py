"""No name, number, code or word of a report reaches the log: not on success, refusal or a bug."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

from tests.interfaces.portal.conftest import Resident
from wangge.interfaces.web.logs import JsonLines

NAME = "张三标记"
PHONE = "10012345678"
WORDS = "标记正文，邻居的事"
SPOT = "标记地点"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything the process logs, as the formatter of the settings writes it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines(configured.LOGGING["formatters"]["json"]["fmt"]))
    root = logging.getLogger()
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)


@pytest.fixture
def resident(db: None, settings: Settings) -> Resident:
    settings.DEMO = True
    settings.ROOT_URLCONF = "tests.interfaces.web.demo_urls"
    return Resident(client=Client(raise_request_exception=False))


PERSONAL = {"name": NAME, "phone": PHONE, "words": WORDS, "place_words": SPOT}


def test_nothing_personal_is_logged(resident: Resident, log: io.StringIO) -> None:
    client = resident.client
    receipt = resident.report(**PERSONAL)
    for page in ("/receipt", "/track/case", "/track/case/withdraw"):
        assert client.get(page).status_code == 200
    resident.send(resident.page(), **PERSONAL, category="")
    resident.track(receipt.number, "22222222")
    client.post("/sign-in", {"username": NAME, "password": PHONE})
    client.get(f"/nowhere/{NAME}", {"phone": PHONE})
    client.get("/report/where", {"name": NAME})
    assert client.post("/broken", PERSONAL).status_code == 500
    assert client.post("/broken-row", PERSONAL).status_code == 500

    logged = log.getvalue()
    assert logged.count('"answer"') >= 9
    assert logged.count('"bug"') == 2
    for secret in (NAME, PHONE, WORDS, SPOT, receipt.number, receipt.code, "标记"):
        assert secret not in logged


def test_what_an_exception_says_stays_out_of_the_log(log: io.StringIO) -> None:
    try:
        try:
            int(NAME)
        except ValueError as error:
            raise LookupError(PHONE) from error
    except LookupError:
        logging.getLogger("wangge.of_this_test").exception("could not be read")
    logged = log.getvalue()
    assert all(kind in logged for kind in ("LookupError", "ValueError", "test_log_privacy"))
    assert all(private not in logged for private in (NAME, PHONE))
