"""A program that calls the API as a member of staff in one post."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.factories.world import COUNTY, VILLAGE
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.registers.accounts.models import Account
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.operations import tokens
from wangge.registers.organisations.queries.actors import actor_of
from wangge.work.cases.models import Case

CASES = "/api/v1/cases"
CLOCK = Actor.clock(COUNTY)
LAMP = {"words": "五组的路灯不亮", "category": "0404", "area": VILLAGE}

Call = Callable[..., HttpResponse]


def officer(name: str) -> Actor:
    """The member of staff of that key, in all posts held now."""
    return actor_of(Account.objects.get(username=name).pk, timezone.now())


def issued(name: str, *, post: int = 0, days: int = 30) -> tokens.Issued:
    """A token for the n-th post of a member of staff."""
    by, at = officer(name), timezone.now()
    ends = county_day(at) + timedelta(days=days)
    post_id = by.posts[post].post_id
    return door(by, lambda: tokens.issue(post_id, "test", expires_on=ends, by=by, at=at))


@dataclass
class Program:
    """Somebody's program. `send` posts JSON with a fresh key unless one is given."""

    token: str
    client: Client = field(default_factory=Client)

    def get(self, address: str, **headers: str) -> HttpResponse:
        return self.client.get(address, headers=self._with(headers))

    def send(
        self, address: str, body: Any, *, key: str | None = None, **headers: str
    ) -> HttpResponse:
        sent = {"Idempotency-Key": key or str(uuid4()), **headers}
        return self.client.post(
            address, body, content_type="application/json", headers=self._with(sent)
        )

    def report(self, **said: Any) -> dict[str, Any]:
        """Report the lamp; the receipt."""
        answer = self.send(CASES, {**LAMP, **said})
        assert answer.status_code == 201, answer.content.decode()
        return dict(answer.json())

    def move(self, number: str, move: str, **said: Any) -> HttpResponse:
        """Make a move on the case as it is now, unless a version is given."""
        version = said.pop("version", None) or self.get(f"{CASES}/{number}").json()["version"]
        return self.send(f"{CASES}/{number}/moves", {"move": move, "version": version, **said})

    def _with(self, headers: dict[str, str]) -> dict[str, str]:
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        return {"Authorization": f"Bearer {self.token}", **named}


def program_of(name: str) -> Program:
    """The program of a member of staff in the first post."""
    return Program(issued(name).text)


def case_of(number: str) -> Case:
    """The row, as the clock sees it."""
    return door(CLOCK, lambda: Case.objects.get(number=number))


@pytest.fixture
def clerk(db: None) -> Program:
    """The intake clerk of the village's service station."""
    return program_of("station_clerk")
