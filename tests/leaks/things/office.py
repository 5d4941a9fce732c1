"""Posts and their holders: no secret; but only people who may fill a post reach the forms for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from tests.leaks.oracle import holds, staff
from tests.leaks.thing import Made, One, Thing
from tests.registers.organisations.staff import CLOCK, done_by, person
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, Substitution
from wangge.registers.organisations.operations import substitute

KEYS = (
    "grid_worker",
    "sibling_worker",
    "water_station_head",
    "sibling_township_leader",
    "county_leader",
    "other_station_head",
)
LEAVING = ("water_station_head", "sibling_township_leader")
POSTS = staff()


def _make(made: Made) -> Iterator[One]:
    for key in KEYS:
        yield One(key, {}, _office(key, leaving=key in LEAVING))


def _office(key: str, *, leaving: bool) -> dict[str, object]:
    """Keys around a post; if its holder is leaving, a substitute stands in next month."""
    term = Appointment.objects.select_related("post").get(person=person(key))
    if leaving:
        begins = county_day(timezone.now()) + timedelta(days=30)
        span = {"starts_on": begins, "ends_on": begins + timedelta(days=5)}
        done_by(CLOCK, substitute, term.post_id, person("mediator"), **span, at=timezone.now())
    leave = Substitution.objects.filter(post=term.post_id).values_list("pk", flat=True).first()
    return {
        "post": term.post_id,
        "appointment": term.pk,
        "substitution": leave or uuid4(),
        "area": POSTS[key][0].area_code[:12],
    }


THING = Thing(
    name="office",
    models=frozenset({"organisations.Appointment", "organisations.Substitution"}),
    make=_make,
    sees=lambda asker, key: holds(asker.posts, "organisation.appoint", POSTS[key][0].area_code),
    scopes={
        "leaving": lambda asker, key: (
            key in LEAVING and holds(asker.posts, "organisation.appoint", POSTS[key][0].area_code)
        )
    },
)
