"""Accounts: seen by the security administrator of the place."""

from __future__ import annotations

from collections.abc import Iterator

from tests.leaks.oracle import holds, staff
from tests.leaks.thing import Made, One, Thing
from tests.registers.organisations.staff import account

KEYS = ("grid_worker", "township_centre", "county_leader", "security_admin", "other_station_head")
POSTS = staff()


def _make(made: Made) -> Iterator[One]:
    for key in KEYS:
        found = account(key)
        yield One(key, {str(found.pk): "id"}, {"account": found.pk})


THING = Thing(
    name="account",
    models=frozenset({"accounts.Account"}),
    make=_make,
    sees=lambda asker, key: holds(asker.posts, "account.manage", POSTS[key][0].area_code),
)
