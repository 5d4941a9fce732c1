"""People in public office: their names are no secret, their own e-mail and phone are.

A number that somebody agreed to publish is public. Its form is open to the grid's worker and to the
people who edit the village.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.leaks.oracle import Asker, holds, staff
from tests.leaks.thing import Made, One, Thing
from tests.registers.organisations.staff import CLOCK, person
from wangge.doors.door import door
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.people.models import Person

KEYS = ("grid_worker", "sibling_worker", "station_clerk")
WORKERS = ("grid_worker", "sibling_worker")
POSTS = staff()


def _make(made: Made) -> Iterator[One]:
    for number, key in enumerate(KEYS):
        mail, phone = f"ZZ{key.replace('_', '')}ZZmail", f"100990000{number:02d}"
        found = {"e_mail": f"{mail}@example.org", "phone": key_ring().seal(phone, context=b"phone")}
        door(CLOCK, lambda: Person.objects.filter(pk=person(key)).update(**found))  # noqa: B023
        yield One(key, {mail: "mail", phone: "phone"}, {"person": person(key)})


def _may_note(asker: Asker, key: str) -> bool:
    return key in WORKERS and holds(asker.posts, "area.edit", POSTS[key][0].area_code)


THING = Thing(
    name="officer",
    models=frozenset({"people.Person", "people.PublicPhone"}),
    make=_make,
    sees=lambda asker, key: False,
    scopes={
        "note": _may_note,
        "withdraw": lambda asker, key: asker.key == key or _may_note(asker, key),
    },
)
