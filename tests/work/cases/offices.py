"""Coming and going in the offices around a case, at random and at any time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from tests.factories.world import COUNTY, VILLAGE
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.lib.area_code import ancestors
from wangge.lib.refusal import Refusal
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, Post
from wangge.registers.organisations.operations import (
    appoint,
    dismiss,
    renew_cover_today,
    substitute,
)
from wangge.registers.organisations.rules.origins import Origin, records_origin
from wangge.registers.people.models import Person

CLOCK = Actor.clock(COUNTY)
_PLACES = [*ancestors(VILLAGE), VILLAGE]


def somebody_leaves(rng: Random, at: datetime) -> None:
    """Out of any post over the village, today or in three days."""
    if running := door(CLOCK, _appointments):
        days = rng.choice([0, 0, 3])
        _leaves(rng.choice(running), county_day(at) + timedelta(days=days), at)


def everybody_leaves(rng: Random, at: datetime) -> None:
    """A whole unit from one day to the next: what lies there falls to the next above."""
    if running := door(CLOCK, _appointments):
        unit = rng.choice(running).post.unit_id
        for each in running:
            if each.post.unit_id == unit:
                _leaves(each, county_day(at), at)


def _leaves(appointment: Appointment, ends_on: date, at: datetime) -> None:
    """Refused to somebody who came only today."""
    _may_be_refused(lambda: dismiss(appointment.pk, ends_on=ends_on, by=CLOCK, at=at))


def somebody_comes(rng: Random, at: datetime) -> None:
    """Anybody into any post; refused where the post is for one and has one."""
    post, person = rng.choice(door(CLOCK, _posts)), rng.choice(door(CLOCK, _people))
    asked = records_origin(post.unit.kind, post.kind)
    origin = rng.choice(list(Origin)).value if asked else ""
    starts_on = county_day(at) + timedelta(days=rng.choice([0, 0, 2]))
    _may_be_refused(
        lambda: appoint(post.pk, person, starts_on=starts_on, origin=origin, by=CLOCK, at=at)
    )


def somebody_is_away(rng: Random, at: datetime) -> None:
    """For some days somebody else acts in a post; refused where nobody is in it."""
    post, person = rng.choice(door(CLOCK, _posts)), rng.choice(door(CLOCK, _people))
    starts_on = county_day(at) + timedelta(days=rng.choice([0, 1]))
    ends_on = starts_on + timedelta(days=1 + rng.randrange(10))
    _may_be_refused(
        lambda: substitute(post.pk, person, starts_on=starts_on, ends_on=ends_on, by=CLOCK, at=at)
    )


def a_day_begins(at: datetime) -> None:
    """What the worker does after midnight."""
    door(CLOCK, lambda: renew_cover_today(by=CLOCK, at=at))


def _may_be_refused(change: Callable[[], object]) -> None:
    with suppress(Refusal):
        door(CLOCK, change)


def _appointments() -> list[Appointment]:
    running = Appointment.objects.filter(ends_on=None, post__unit__area__in=_PLACES)
    ordered = running.order_by("post__area", "post__unit__kind", "post__kind", "person__name")
    return list(ordered.select_related("post__unit"))


def _posts() -> list[Post]:
    """Every post over the village, those of bodies that have to do with most cases twice."""
    posts = Post.objects.filter(valid_to=None, unit__area__in=_PLACES).select_related("unit")
    return list(posts.order_by("area", "unit__kind", "kind"))


def _people() -> list[UUID]:
    staff = Person.objects.filter(account__isnull=False).order_by("account__username")
    return list(staff.values_list("pk", flat=True))
