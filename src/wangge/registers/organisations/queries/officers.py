"""People in public office: who they are by name, which posts they hold, who looks after them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.lib.area_code import code_range
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, Post, Substitution
from wangge.registers.organisations.queries.posts import post_in_place
from wangge.registers.people.models import Person

MOST_FOUND = 20


def running_terms(day: date) -> QuerySet[Appointment]:
    """Appointments that run on a day or begin later."""
    return Appointment.objects.filter(Q(ends_on=None) | Q(ends_on__gt=day))


def people_managed(actor: Actor, at: datetime) -> QuerySet[Person]:
    """The people whose accounts the actor manages: in office in their areas, or without any post."""
    terms = running_terms(county_day(at)).filter(person=OuterRef("pk"))
    inside = Q(pk__in=[])
    for code in actor.areas(Permission.ACCOUNT_MANAGE):
        low, high = code_range(code)
        inside |= Q(post__area_id__gte=low, post__area_id__lt=high)
    officers = Person.objects.filter(officer=True)
    if not actor.areas(Permission.ACCOUNT_MANAGE):
        return officers.none()
    return officers.filter(Exists(terms.filter(inside)) | ~Exists(terms))


def with_account(actor: Actor, at: datetime, *, who: str = "") -> QuerySet[Person]:
    """People with an account that the actor looks after, each with the account's `username`.

    `who` is the beginning of that username or a part of the person's name.
    """
    people = people_managed(actor, at).filter(account__isnull=False)
    if who:
        people = people.filter(Q(account__username__startswith=who) | Q(name__icontains=who))
    return people.annotate(username=F("account__username")).select_related("account")


def posts_of_people(people: Iterable[UUID], at: datetime) -> dict[UUID, list[Message]]:
    """The posts that people hold or are appointed to, in words: one query for all of them."""
    terms = running_terms(county_day(at)).filter(person__in=set(people))
    found: dict[UUID, list[Message]] = {}
    for term in terms.select_related("post__unit__area", "post__area").order_by("starts_on", "id"):
        found.setdefault(term.person_id, []).append(post_in_place(term.post))
    return found


def post_to_fill(post_id: UUID, actor: Actor) -> Post:
    """A current post that the actor may fill; refused as missing for everybody else."""
    post = (
        Post.objects.filter(pk=post_id, valid_to=None).select_related("unit__area", "area").first()
    )
    if post is None or not actor.may(Permission.ORGANISATION_APPOINT, post.area_id):
        raise Refusal.not_found(Message("organisation.thing.post"))
    return post


def term_to_end(appointment_id: UUID, actor: Actor) -> Appointment:
    """An open appointment that the actor may end; refused as missing for everybody else."""
    term = (
        Appointment.objects.filter(pk=appointment_id, ends_on=None)
        .select_related("post__unit__area", "post__area", "person")
        .first()
    )
    if term is None or not actor.may(Permission.ORGANISATION_APPOINT, term.post.area_id):
        raise Refusal.not_found(Message("organisation.thing.appointment"))
    return term


def substitutions_of(post_id: UUID, day: date) -> QuerySet[Substitution]:
    """Present and future substitutions in a post on a day, in order."""
    rows = Substitution.objects.filter(post=post_id, ends_on__gt=day)
    return rows.select_related("substitute").order_by("starts_on", "id")


def substitution_to_end(substitution_id: UUID, actor: Actor, day: date) -> Substitution:
    """A present or future substitution that the actor may end; refused as missing for everybody else."""
    row = (
        Substitution.objects.filter(pk=substitution_id, ends_on__gt=day)
        .select_related("post__unit__area", "post__area", "substitute")
        .first()
    )
    if row is None or not actor.may(Permission.ORGANISATION_APPOINT, row.post.area_id):
        raise Refusal.not_found(Message("organisation.thing.substitution"))
    return row
