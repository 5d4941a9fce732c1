"""Tokens of programs: each person sees their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from tests.leaks.thing import Made, One, Thing, of_the_asker
from tests.registers.organisations.staff import actor, done_by
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.operations import tokens

KEYS = ("grid_worker", "township_centre", "auditor")


def _make(made: Made) -> Iterator[One]:
    for key in KEYS:
        now = timezone.now()
        post = actor(key, now).posts[0].post_id
        until = county_day(now) + timedelta(days=30)
        name = f"ZZ{key.replace('_', '')}ZZtoken"
        token = done_by(key, tokens.issue, post, name, expires_on=until, at=now).token
        yield One(key, {str(token.pk): "id", name: "name"}, {"token": token.pk})


THING = Thing(
    name="token",
    models=frozenset({"organisations.ApiToken"}),
    make=_make,
    sees=of_the_asker,
)
