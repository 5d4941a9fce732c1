"""Who acts: the person behind an account, in the posts held today."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import (
    Appointment,
    Post,
    PostCover,
    Substitution,
)
from wangge.registers.organisations.rules.cover import CoverReason
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.registers.people.models import Person


def actor_of(account_id: UUID, at: datetime) -> Actor:
    """The person behind an account, in every post held or stood in for at `at`.

    A deputy also holds the vacant post of the unit's head, the deputy of a grid that of its worker.
    If a vacancy falls to a unit above, its cover is no holder (a county leader would hold thousands
    of posts); there the case itself names the covering post. Without a post, a person may do
    nothing.
    """
    person_id = Person.objects.filter(account=account_id).values_list("id", flat=True).first()
    if person_id is None:
        return Actor.visitor()
    posts = _posts_of(person_id, county_day(at))
    held = (
        HeldPost(row["id"], row["kind"], row["unit_id"], row["unit__kind"], row["area_id"])
        for row in posts.values("id", "kind", "unit_id", "unit__kind", "area_id")
    )
    ordered = tuple(sorted(held, key=lambda post: (post.area_code, post.unit_kind, post.post_kind)))
    return Actor(ActorKind.PERSON, ordered, person_id=person_id, account_id=account_id)


def _posts_of(person_id: UUID, day: date) -> QuerySet[Post]:
    appointed = Appointment.objects.current(day).filter(person=person_id).values("post")
    standing_in = Substitution.objects.filter(
        substitute=person_id, starts_on__lte=day, ends_on__gt=day
    )
    by_deputies = [CoverReason.DEPUTY.value, CoverReason.BESIDE.value]
    covered = PostCover.objects.filter(
        covered_by__in=appointed, reason__in=by_deputies, ends_on=None
    ).exclude(post__kind=PostKind.GRID_DEPUTY)  # a grid need not have one
    held = appointed.union(standing_in.values("post"), covered.values("post"))
    return Post.objects.filter(id__in=held, valid_to=None)
