"""Who can be played in the demo."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from wangge.registers.organisations.models import Appointment
from wangge.registers.organisations.queries import county_day


@dataclass(frozen=True, slots=True)
class Part:
    """A person of the demo with one of the posts; the account's name is the key of the part."""

    username: str
    name: str
    unit_name: str
    area_name: str
    post_kind: str
    level: int


def people_to_play() -> list[Part]:
    """The demo's known people, from the county down, one line a person."""
    rows = (
        Appointment.objects.current(county_day(timezone.now()))
        .filter(person__account__isnull=False)
        .exclude(person__account__username__contains=":")  # the crowd that only fills posts
        .order_by("post__area__level", "person__account__username", "starts_on")
        .values_list(
            "person__account__username",
            "person__name",
            "post__unit__name",
            "post__area__name",
            "post__kind",
            "post__area__level",
        )
    )
    parts: dict[str, Part] = {}
    for row in rows:
        parts.setdefault(row[0], Part(*row))
    return list(parts.values())
