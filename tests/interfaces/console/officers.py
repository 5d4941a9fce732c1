"""Officials at the console: signed in by name, filling in pages as a browser would."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.interfaces.markup import markup
from tests.work.cases.desk import Desk
from wangge.registers.accounts.models import Account


@dataclass
class Officer:
    """A member of staff with a browser."""

    client: Client

    @classmethod
    def signed_in(cls, key: str) -> Officer:
        """By key (see tests/factories/staff.csv)."""
        client = Client()
        client.force_login(Account.objects.get(username=key))
        return cls(client)

    def get(self, address: str, **headers: str) -> HttpResponse:
        return self.client.get(address, headers=headers)

    def post(self, address: str, **said: Any) -> HttpResponse:
        return self.client.post(address, said)

    def move(self, desk: Desk, move: str, stage: str = "do", **said: Any) -> HttpResponse:
        """Send the form of a move as it stands now, unless a version is given."""
        said.setdefault("version", desk.case.version)
        return self.post(address(desk, move, stage), **said)


def address(desk: Desk, move: str, stage: str = "do") -> str:
    return f"/console/cases/{desk.number}/moves/{move}/{stage}"


def desk_of_today() -> Desk:
    """Cases of this morning: pages act now, whatever day it is."""
    return Desk(timezone.now() - timedelta(days=1))


def text_of(response: HttpResponse) -> str:
    """The page, without regard to its line breaks."""
    return markup(response)


def chosen(response: HttpResponse) -> list[str]:
    """The values of options that stand chosen, selects first, then cards."""
    text = text_of(response)
    selected = re.findall(r'<option value="([^"]*)" selected', text)
    return selected + re.findall(r'<input[^>]* value="([^"]*)"[^>]* checked', text)


def offered(response: HttpResponse, name: str) -> list[str]:
    """The values one may choose for a field, in order."""
    text = text_of(response)
    select = re.search(rf'<select[^>]* name="{name}".*?</select>', text, re.DOTALL)
    if select:
        return re.findall(r'<option value="([^"]*)"', select[0])
    return re.findall(rf'<input type="(?:radio|checkbox)" name="{name}" value="([^"]*)"', text)
