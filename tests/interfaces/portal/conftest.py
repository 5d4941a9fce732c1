"""A resident at the portal: fills in the pages as a browser without script would."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from tests.factories.world import VILLAGE
from tests.interfaces.markup import markup
from wangge.interfaces.portal.receipt_in_hand import Receipt, receipt_of

LAMP = {"words": "五组的路灯不亮", "group": "5", "place_words": "老樟树旁"}


@dataclass
class Resident:
    """Somebody with a phone; `enforce_csrf_checks` as in a real browser where a test wants it."""

    client: Client = field(default_factory=Client)
    place: str = VILLAGE

    def page(self) -> dict[str, str]:
        """Open the form; what a browser would send of it before anything is typed."""
        shown = self.client.get(f"/report/at/{self.place}")
        return {"query_code": hidden(shown, "query_code")}

    def send(self, form: dict[str, str], **said: str) -> HttpResponse:
        """Send the second page."""
        filled = {"page": "kind", "contact": "preset", "category": "0404", **LAMP, **form, **said}
        return self.client.post(f"/report/at/{self.place}", filled)

    def report(self, **said: str) -> Receipt:
        """Report something and come home with the receipt."""
        sent = self.send(self.page(), **said)
        assert sent.status_code == 302, sent.content.decode()
        return self.receipt()

    def receipt(self) -> Receipt:
        """The receipt the browser holds."""
        request = RequestFactory().get("/")
        request.COOKIES = {name: kept.value for name, kept in self.client.cookies.items()}
        held = receipt_of(request)
        assert held is not None
        return held

    def track(self, number: str, code: str, **more: Any) -> HttpResponse:
        return self.client.post("/track", {"number": number, "code": code}, **more)


def hidden(response: HttpResponse, name: str) -> str:
    """The value of a hidden field of a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', text_of(response))
    assert found, f"no field {name}"
    return found[1]


def text_of(response: HttpResponse) -> str:
    """The page, without regard to its line breaks."""
    return markup(response)


@pytest.fixture
def resident(db: None) -> Resident:
    return Resident()
