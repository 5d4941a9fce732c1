"""Who may give a post, and to whom: the first beats that appointing and substituting share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from wangge.access.actor import Actor, HeldPost
from wangge.access.permissions import Permission
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.operations import demand_second_factor
from wangge.registers.accounts.rules import needs_second_factor
from wangge.registers.areas.operations import admission as areas
from wangge.registers.organisations.models import Appointment, Post
from wangge.registers.organisations.rules.post_kinds import OF_THE_PLATFORM
from wangge.registers.people.models import Person


def post_for_change(post_id: UUID, by: Actor) -> tuple[Post, HeldPost | None]:
    """The post, locked, and the post whose grant allows the change; 404 where there is none."""
    post = (
        Post.objects.select_for_update(no_key=True, of=("self",))
        .select_related("unit")
        .filter(pk=post_id, valid_to=None)
        .first()
    )
    if post is None:
        raise Refusal.not_found(Message("organisation.thing.post"))
    return post, check_may(by, post.area_id, Message("organisation.thing.post"))


def check_may(by: Actor, area_code: str, thing: Message) -> HeldPost | None:
    """The post that lets `by` appoint there. Answers 404 to people without the area."""
    return areas.check_may(Permission.ORGANISATION_APPOINT, area_code, thing, by)


def check_person(person_id: UUID, post: Post, day: date, by: Actor) -> None:
    """Refused unless the person is in public office, is not the actor, and may hold this post too.

    The three administrators' posts watch each other, so nobody holds two of them.
    """
    if not Person.objects.filter(pk=person_id, officer=True).exists():
        raise Refusal.invalid({"person": Message("organisation.person_unknown")})
    check_not_oneself(person_id, by)
    if post.kind not in _OF_THE_PLATFORM:
        return
    others = _OF_THE_PLATFORM - {post.kind}
    running = Q(ends_on=None) | Q(ends_on__gt=day)
    if Appointment.objects.filter(running, person=person_id, post__kind__in=others).exists():
        raise Refusal(Message("organisation.three_hands"))


def check_not_oneself(person_id: UUID, by: Actor) -> None:
    """Nobody gives or takes a post of their own."""
    if person_id == by.person_id:
        raise Refusal.forbidden(Message("organisation.not_oneself"))


def demand_second_factors(given: Iterable[tuple[Post, UUID]], *, by: Actor, at: datetime) -> None:
    """From now on the holders of county and platform posts need a second factor."""
    people = {
        person_id for post, person_id in given if needs_second_factor(post.kind, post.area_id)
    }
    accounts = Person.objects.filter(pk__in=people, account__isnull=False)
    demand_second_factor(list(accounts.values_list("account", flat=True)), by=by, at=at)


_OF_THE_PLATFORM = frozenset(kind.value for kind in OF_THE_PLATFORM)
