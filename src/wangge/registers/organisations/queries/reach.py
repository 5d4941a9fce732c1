"""From a unit or a post to who answers for it today: desks, posts by permission, persons."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from wangge.access.permissions import Permission
from wangge.access.roles import permissions_of
from wangge.lib.area_code import ancestors
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.models import Appointment, Post, PostCover, Substitution, Unit
from wangge.registers.organisations.queries.posts import post_at
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.registers.organisations.rules.post_kinds import PostKind, desk_of
from wangge.registers.organisations.rules.unit_kinds import unit_kind


def unit_facts(unit: Unit) -> UnitFacts:
    """The unit as a value for the law."""
    return UnitFacts(unit.pk, unit.kind, unit_kind(unit.kind).level, unit.area_id)


def find_post(unit_id: UUID, kind: PostKind) -> UUID:
    """The unit's post of a kind, or its head. Refused if it has neither: rules give it a head."""
    post = post_at(unit_id, kind.value)
    if post is None:
        raise Refusal(Message("organisation.unit_without_post"))
    return post.pk


def desks_of(units: Iterable[UUID]) -> list[UUID]:
    """Of each unit the post that opens what arrives: intake or liaison, else the head."""
    posts = Post.objects.filter(unit__in=set(units), valid_to=None).select_related("unit")
    return [post.pk for post in posts if post.kind == desk_of(post.unit.kind)]


def posts_with(permission: Permission, place: str) -> list[UUID]:
    """The posts over a place (its own and those of all areas around it) that carry a permission."""
    over = Post.objects.filter(area__in=[*ancestors(place), place], valid_to=None)
    named = over.order_by("id").values_list("pk", "unit__kind", "kind")
    return [pk for pk, unit, kind in named if permission in permissions_of(unit, kind)]


def persons_in(
    posts: Iterable[UUID], day: date, barred_units: Collection[UUID] = ()
) -> frozenset[UUID]:
    """Who answers for the posts on a day: holders, substitutes, and the covers of vacant posts.

    Posts of units that are complained of answer for nothing.
    """
    asked = set(posts)
    if not asked:
        return frozenset()
    covers = (
        PostCover.objects.filter(post__in=asked, ends_on=None)
        .exclude(post__unit__in=barred_units)
        .exclude(covered_by__unit__in=barred_units)
        .values_list("covered_by", flat=True)
    )
    answering = list(covers)
    holding = Appointment.objects.current(day).filter(post__in=answering)
    standing_in = Substitution.objects.filter(
        post__in=answering, starts_on__lte=day, ends_on__gt=day
    )
    return frozenset(holding.values_list("person_id", flat=True)) | frozenset(
        standing_in.values_list("substitute_id", flat=True)
    )
