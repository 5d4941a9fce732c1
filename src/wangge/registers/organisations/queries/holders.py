"""Who holds which post, who stands in, and who covers what nobody holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from wangge.lib.message import Message
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import (
    Appointment,
    Post,
    PostCover,
    Substitution,
    Unit,
)
from wangge.registers.organisations.queries.posts import post_words
from wangge.registers.organisations.rules.cover import CoverReason
from wangge.registers.organisations.rules.post_kinds import PostKind


def holders(post_ids: Iterable[UUID], day: date) -> dict[UUID, list[str]]:
    """Names of the holders of posts on a day, as the story and the duty pages show them."""
    names: dict[UUID, list[str]] = {}
    rows = (
        Appointment.objects.current(day)
        .filter(post__in=list(post_ids))
        .order_by("starts_on", "id")
        .values_list("post_id", "person__name")
    )
    for post_id, name in rows:
        names.setdefault(post_id, []).append(name)
    return names


@dataclass(frozen=True, slots=True)
class HolderLine:
    """A holder of a post, and since when; `ends_on` is the first day out of it."""

    appointment_id: UUID
    person_id: UUID
    name: str
    starts_on: date
    ends_on: date | None
    origin: Message | None

    @property
    def is_open(self) -> bool:
        """Whether the term can still be ended."""
        return self.ends_on is None


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post as the duty pages show it: who holds it, and who covers it where nobody does."""

    post_id: UUID
    kind: Message
    place: Message | str
    holders: Sequence[str]
    covered_by: Message | None
    substitutes: Sequence[str]


def terms_of(post_id: UUID, day: date) -> list[HolderLine]:
    """Present and future holders of a post on a day, by the day on which they begin."""
    rows = Appointment.objects.filter(Q(ends_on=None) | Q(ends_on__gt=day), post=post_id)
    return [
        HolderLine(
            row.pk,
            row.person_id,
            row.person.name,
            row.starts_on,
            row.ends_on,
            Message(f"organisation.origin.{row.origin}") if row.origin else None,
        )
        for row in rows.select_related("person").order_by("starts_on", "id")
    ]


def substitutes(post_ids: Iterable[UUID], day: date) -> dict[UUID, list[str]]:
    """Names of the substitutes in posts on a day."""
    rows = Substitution.objects.filter(
        post__in=list(post_ids), starts_on__lte=day, ends_on__gt=day
    ).order_by("starts_on", "id")
    names: dict[UUID, list[str]] = {}
    for post_id, name in rows.values_list("post_id", "substitute__name"):
        names.setdefault(post_id, []).append(name)
    return names


_ORDER = [kind.value for kind in PostKind]  # the head first


def posts_with_holders(units: Iterable[Unit], at: datetime) -> dict[Unit, list[PostLine]]:
    """Posts by unit with their holders and covers: four queries, however many units."""
    by_id = {unit.pk: unit for unit in units}
    found = Post.objects.filter(unit__in=by_id, valid_to=None).select_related("area")
    posts = sorted(found, key=lambda post: (_ORDER.index(post.kind), post.area_id))
    day = county_day(at)
    named = holders((post.pk for post in posts), day)
    acting = substitutes((post.pk for post in posts), day)
    covers = covers_of(post.pk for post in posts)
    lines: dict[Unit, list[PostLine]] = {}
    for post in posts:
        unit = by_id[post.unit_id]
        cover = covers.get(post.pk)
        lines.setdefault(unit, []).append(
            PostLine(
                post.pk,
                Message(f"post.kind.{post.kind}"),
                grid_words(post.area.name) if post.area_id != unit.area_id else "",
                named.get(post.pk, []),
                post_words(cover.covered_by) if cover else None,
                acting.get(post.pk, []),
            )
        )
    return lines


def covers_of(post_ids: Iterable[UUID]) -> dict[UUID, PostCover]:
    """The covers of those posts that are vacant, with the unit of the covering post."""
    rows = PostCover.objects.filter(post__in=list(post_ids), ends_on=None)
    vacant = rows.exclude(reason__in=[CoverReason.OWN.value, CoverReason.SUBSTITUTE.value])
    return {row.post_id: row for row in vacant.select_related("covered_by__unit")}
