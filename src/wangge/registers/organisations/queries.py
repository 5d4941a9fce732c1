"""What can be asked of units, posts and who holds them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.lib.area_code import ancestors
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.rules import grid_words
from wangge.registers.organisations.models import (
    Appointment,
    Post,
    PostCover,
    Substitution,
    Unit,
)
from wangge.registers.organisations.rules.cover import CoverReason
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.registers.organisations.rules.unit_kinds import unit_kinds
from wangge.registers.people.models import Person


def county_day(at: datetime) -> date:
    """The calendar day in the county at an instant."""
    return at.astimezone(settings.COUNTY_ZONE).date()


def actor_of(account_id: UUID, at: datetime) -> Actor:
    """The person behind an account, in every post held or stood in for at `at`.

    A deputy also holds the vacant post of the unit's head, the deputy of a grid that of its worker.
    A vacancy that falls further up does not make its cover a holder (a county leader would hold
    thousands of posts): there the case itself names the covering post. Somebody without posts may
    do nothing.
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


def unit_at(kind: str, area_code: str) -> Unit:
    """The one current unit of a kind in an area; refused as missing where there is none."""
    unit = units_of_kinds([kind], area_code).first()
    if unit is None:
        raise Refusal.not_found(Message(f"unit.kind.{kind}"))
    return unit


def units_of_kinds(kinds: Iterable[str], *area_codes: str) -> QuerySet[Unit]:
    """Current units of some kinds that stand in any of the areas."""
    return Unit.objects.filter(kind__in=list(kinds), area__in=area_codes, valid_to=None)


def units_over(area_code: str) -> list[Unit]:
    """Every current unit whose area holds the place: the village's first, as the table has them."""
    places = [*ancestors(area_code), area_code]
    order = list(unit_kinds())
    found = Unit.objects.filter(area__in=places, valid_to=None).select_related("area")
    return sorted(found, key=lambda unit: (-len(unit.area_id), order.index(unit.kind)))


def post_at(unit_id: UUID, kind: str) -> Post | None:
    """The unit's post of a kind, or its head where it has none of that kind."""
    posts = Post.objects.filter(unit=unit_id, valid_to=None, kind__in=[kind, "head"])
    return next(iter(sorted(posts, key=lambda post: post.kind == "head")), None)


def holders(post_ids: Iterable[UUID], day: date) -> dict[UUID, list[str]]:
    """Names of who holds the posts on a day, as the story and the duty pages show them."""
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
    """Somebody in a post on a day, and since when; `ends_on` is the first day out of it."""

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
    """Who holds a post on a day or is appointed to it later, in the order in which they begin."""
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
    """Names of who stands in for the holders of posts on a day."""
    rows = Substitution.objects.filter(
        post__in=list(post_ids), starts_on__lte=day, ends_on__gt=day
    ).order_by("starts_on", "id")
    names: dict[UUID, list[str]] = {}
    for post_id, name in rows.values_list("post_id", "substitute__name"):
        names.setdefault(post_id, []).append(name)
    return names


def units_in(area_code: str) -> list[Unit]:
    """The current units of an area in the order of the table of kinds."""
    units = Unit.objects.filter(area=area_code, valid_to=None).select_related(
        "superior", "merged_into"
    )
    order = {kind: place for place, kind in enumerate(unit_kinds())}
    return sorted(units, key=lambda unit: order[unit.kind])


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
    """Who covers those of the posts that are vacant, with the unit of the covering post."""
    rows = PostCover.objects.filter(post__in=list(post_ids), ends_on=None)
    vacant = rows.exclude(reason__in=[CoverReason.OWN.value, CoverReason.SUBSTITUTE.value])
    return {row.post_id: row for row in vacant.select_related("covered_by__unit")}


def unit_words(unit: Unit) -> Message:
    """A unit with the place it stands for."""
    kind = Message(f"unit.kind.{unit.kind}")
    return Message("organisation.unit", area=unit.area.name, unit=kind)


def post_words(post: Post) -> Message:
    """A post with its unit, as people say it."""
    return Message(
        "organisation.post",
        unit=Message(f"unit.kind.{post.unit.kind}"),
        post=Message(f"post.kind.{post.kind}"),
    )
