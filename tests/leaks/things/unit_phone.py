"""The form for a unit's published number: for its head and for people who appoint there."""

from __future__ import annotations

from collections.abc import Iterator

from tests.leaks.oracle import Asker, holds, staff
from tests.leaks.thing import Made, One, Thing
from tests.registers.organisations.staff import person
from wangge.registers.organisations.models import Appointment

KEYS = ("station_head", "sibling_head", "water_station_head", "other_station_head")
POSTS = staff()


def _make(made: Made) -> Iterator[One]:
    for key in KEYS:
        kind = POSTS[key][0].unit_kind
        term = Appointment.objects.get(person=person(key), post__unit__kind=kind)
        yield One(key, {}, {"unit": term.post.unit_id})


def _sets(asker: Asker, key: str) -> bool:
    unit = POSTS[key][0]
    return holds(asker.posts, "organisation.appoint", unit.area_code) or any(
        (post.unit_kind, post.area_code, post.post_kind) == (unit.unit_kind, unit.area_code, "head")
        for post in asker.posts
    )


THING = Thing(name="unit_phone", models=frozenset(), make=_make, sees=_sets)
