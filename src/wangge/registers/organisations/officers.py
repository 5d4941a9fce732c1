"""People in public office: who they are by name, which posts they hold, who looks after them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.lib.area_code import code_range
from wangge.lib.message import Message
from wangge.registers.organisations.models import Appointment, Post
from wangge.registers.organisations.queries import county_day
from wangge.registers.people.models import Person

MOST_FOUND = 20


def running_terms(day: date) -> QuerySet[Appointment]:
    """Appointments that run on a day or begin later."""
    return Appointment.objects.filter(Q(ends_on=None) | Q(ends_on__gt=day))


def people_managed(actor: Actor, at: datetime) -> QuerySet[Person]:
    """Whose accounts the actor looks after: in office in the actor's areas, or without any post."""
    terms = running_terms(county_day(at)).filter(person=OuterRef("pk"))
    inside = Q(pk__in=[])
    for code in actor.areas(Permission.ACCOUNT_MANAGE):
        low, high = code_range(code)
        inside |= Q(post__area_id__gte=low, post__area_id__lt=high)
    officers = Person.objects.filter(officer=True)
    if not actor.areas(Permission.ACCOUNT_MANAGE):
        return officers.none()
    return officers.filter(Exists(terms.filter(inside)) | ~Exists(terms))


def posts_of_people(people: Iterable[UUID], at: datetime) -> dict[UUID, list[Message]]:
    """The posts that people hold or are appointed to, in words: one query for all of them."""
    terms = running_terms(county_day(at)).filter(person__in=set(people))
    found: dict[UUID, list[Message]] = {}
    for term in terms.select_related("post__unit", "post__area").order_by("starts_on", "id"):
        found.setdefault(term.person_id, []).append(post_in_place(term.post))
    return found


def post_in_place(post: Post) -> Message:
    """A post with unit and place; the post's own area for a grid worker's."""
    return Message(
        "organisation.post_in_place",
        place=post.area.name,
        unit=Message(f"unit.kind.{post.unit.kind}"),
        post=Message(f"post.kind.{post.kind}"),
    )
