"""A gateway on this machine, and an outbox with somebody's phone in it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeVar
from uuid import UUID

import pytest
from pytest_django import Settings

from tests.factories.world import COUNTY
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib.message import Message
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.accounts.models import Account
from wangge.registers.notices import operations
from wangge.registers.notices.models import Notice
from wangge.registers.notices.operations import Note
from wangge.registers.notices.rules import Channel
from wangge.registers.organisations.queries.actors import actor_of

T = TypeVar("T")

CLOCK = Actor.clock(COUNTY)
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # 12:00 in the county
PHONE = "13800000000"
NUMBER = "SJ4311242026030200001"
SECRET = b"a secret of the county"


@dataclass
class Gateway:
    """What a gateway was sent, and the statuses it answers with, the last one for good."""

    url: str
    answers: list[int]
    seen: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def bodies(self) -> list[dict[str, str]]:
        return [json.loads(body) for _, body in self.seen]


@pytest.fixture
def gateway(settings: Settings) -> Iterator[Gateway]:
    """A gateway that takes everything, set up as the county's; this is no demo."""
    found = Gateway("", [200])

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.seen.append((dict(self.headers), body))
            status = found.answers.pop(0) if len(found.answers) > 1 else found.answers[0]
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        found.url = f"http://127.0.0.1:{server.server_port}/sms?key=1"
        settings.DEMO = False
        settings.NOTICE_URL, settings.NOTICE_SECRET = found.url, SECRET
        yield found
        server.shutdown()
        thread.join()


@pytest.fixture
def officer(db: None) -> Callable[[str], Actor]:
    """The member of staff of that key, in all posts held."""
    return lambda key: actor_of(Account.objects.get(username=key).pk, NOON)


def as_clock(unit: Callable[[], T]) -> T:
    return door(CLOCK, unit)


def note(code: str = "notice.reporter.accept", *, urgent: bool = False, once: str = "") -> Note:
    return Note(message=Message(code, number=NUMBER), about_kind="case", urgent=urgent, once=once)


def to_phone(said: Note | None = None, at: datetime = NOON, phone: str = PHONE) -> UUID:
    """A letter to somebody outside waits in the outbox."""
    sealed = key_ring().seal(phone, context=b"phone")
    before = {notice.pk for notice in outbox()}
    as_clock(lambda: operations.send_to(Channel.HTTP, sealed, said or note(), by=CLOCK, at=at))
    (fresh,) = [notice.pk for notice in outbox() if notice.pk not in before]
    return UUID(str(fresh))


def outbox() -> list[Notice]:
    return as_clock(lambda: list(Notice.objects.order_by("created_at", "id")))


def of(key: UUID) -> Notice:
    return as_clock(lambda: Notice.objects.get(pk=key))
