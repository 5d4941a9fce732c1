"""Who can be played in the demo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wangge.lib.message import Message
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment
from wangge.registers.organisations.queries.posts import post_in_place


@dataclass(frozen=True, slots=True)
class Part:
    """A person of the demo with one of the posts; the account's name is the key of the part."""

    username: str
    name: str
    post: Message
    level: int


def people_to_play(at: datetime) -> list[Part]:
    """The demo's known people with a post on the day of `at`, from the county down, once each."""
    terms = (
        Appointment.objects.current(county_day(at))
        .filter(person__account__isnull=False)
        .exclude(person__account__username__contains=":")  # the crowd that only fills posts
        .select_related("person__account", "post__unit__area", "post__area")
        .order_by("post__area__level", "person__account__username", "starts_on")
    )
    parts: dict[str, Part] = {}
    for term in terms:
        account, post = term.person.account, term.post
        assert account is not None  # noqa: S101 - filtered above
        part = Part(account.username, term.person.name, post_in_place(post), post.area.level)
        parts.setdefault(account.username, part)
    return list(parts.values())
