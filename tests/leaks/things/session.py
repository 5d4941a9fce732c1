"""Sessions: each person sees their own."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.test import Client

from tests.leaks.thing import Made, One, Thing, of_the_asker
from tests.registers.organisations.staff import account
from wangge.registers.accounts.rules import handle_of

KEYS = ("grid_worker", "township_centre", "security_admin")


def _make(made: Made) -> Iterator[One]:
    """A second session of each, next to the one they ask in."""
    for key in KEYS:
        client = Client()
        client.force_login(account(key))
        handle = handle_of(client.cookies[settings.SESSION_COOKIE_NAME].value)
        yield One(key, {handle: "handle"}, {"handle": handle})


THING = Thing(
    name="session",
    models=frozenset({"accounts.Session"}),
    make=_make,
    sees=of_the_asker,
    nobodys=lambda name: "nobody",
)
