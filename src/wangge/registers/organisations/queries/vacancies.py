"""Vacant posts: which they are, who covers them and why, and whom to ask (A17)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wangge.lib.area_code import Level, code_range
from wangge.lib.message import Message
from wangge.registers.organisations.models import Appointment, Post, Unit
from wangge.registers.organisations.queries.holders import holders
from wangge.registers.organisations.queries.posts import post_in_place, post_words
from wangge.registers.organisations.rules.origins import (
    UNITS_OF_ORIGIN,
    Origin,
    records_origin,
)
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID, PostKind

MOST_PROPOSED = 8
_STEPS_UP = 4  # village station, township centre, township, leading group
_OF_VILLAGE = frozenset({"v_committee", "v_branch"})
_ASKED = (PostKind.DEPUTY.value, PostKind.HEAD.value)


class Wanted(StrEnum):
    """Which vacancies a list shows."""

    ALL = "all"
    WORKERS = "workers"
    HEADS = "heads"


def vacant_posts(area_code: str, day: date, wanted: Wanted = Wanted.ALL) -> QuerySet[Post]:
    """Posts inside an area that nobody holds on a day; a grid need not have deputies."""
    low, high = code_range(area_code)
    held = Appointment.objects.current(day).filter(post=OuterRef("pk"))
    posts = Post.objects.filter(~Exists(held), area_id__gte=low, area_id__lt=high, valid_to=None)
    posts = posts.exclude(kind=PostKind.GRID_DEPUTY)
    if wanted is Wanted.WORKERS:
        posts = posts.filter(kind=PostKind.GRID_WORKER.value)
    elif wanted is Wanted.HEADS:
        posts = posts.filter(kind=PostKind.HEAD.value)
    return posts.select_related("unit", "area")


@dataclass(frozen=True, slots=True)
class CoverStep:
    """A post that was asked on the way to the one that answers."""

    post: Message
    holders: Sequence[str]  # empty: this one is vacant too


def cover_chain(post: Post, day: date) -> list[CoverStep]:
    """From a vacant post to the post that answers for it, with every vacant post in between.

    In the order of `rules.cover`: the grid's other post, deputy and head of the unit, then head and
    deputy of each unit above. Ends in a vacant post if all are.
    """
    units = _line_of(post.unit_id)
    rank = {unit.pk: place for place, unit in enumerate(units)}
    same_grid = Q(unit=post.unit_id, area=post.area_id, kind__in=OF_A_GRID)
    found = (
        Post.objects.filter(Q(unit__in=rank, kind__in=_ASKED) | same_grid, valid_to=None)
        .exclude(pk=post.pk)
        .select_related("unit")
    )
    asked = sorted(found, key=lambda each: (rank[each.unit_id], _turn(each, post), each.pk))
    named = holders((each.pk for each in asked), day)
    steps = [CoverStep(post_words(post), ())]
    for each in asked:
        if each.kind in OF_A_GRID and each.pk not in named:
            continue
        steps.append(CoverStep(post_words(each), named.get(each.pk, ())))
        if each.pk in named:
            break
    return steps


def _turn(asked: Post, vacant: Post) -> int:
    """The grid's other post comes first, then the unit's deputy; in units above, the head."""
    if asked.kind in OF_A_GRID:
        return -1
    order = _ASKED if asked.unit_id == vacant.unit_id else _ASKED[::-1]
    return order.index(asked.kind)


def _line_of(unit_id: UUID) -> list[Unit]:
    above = "__".join(["superior"] * _STEPS_UP)
    unit: Unit | None = Unit.objects.select_related(above).get(pk=unit_id)
    line: list[Unit] = []
    while unit is not None:
        line.append(unit)
        unit = unit.superior
    return line


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might be asked to take a post, with the origin and what they hold now."""

    person_id: UUID
    name: str
    origin: Origin
    post: Message


def candidates_for(posts: Iterable[Post], day: date) -> dict[UUID, list[Candidate]]:
    """People who might take each of these vacant posts, in the order of A17; three queries for all.

    Only for posts at which an origin is recorded. Police, cadres and committee members are known
    by their office; graduates and the poverty-relief team by an earlier appointment in the
    township. Nobody who works a grid is proposed for another.
    """
    wanted = [post for post in posts if records_origin(post.unit.kind, post.kind)]
    if not wanted:
        return {}
    townships = {post.area_id[: Level.TOWNSHIP] for post in wanted}
    terms = [*_terms_in_office(wanted, townships, day), *_terms_with_origin(townships)]
    busy = set(
        Appointment.objects.current(day)
        .filter(post__kind=PostKind.GRID_WORKER.value, person__in={t.person_id for t in terms})
        .values_list("person_id", flat=True)
    )
    return {post.pk: _ordered(term for term in terms if _fits(term, post, busy)) for post in wanted}


def _terms_in_office(
    posts: Sequence[Post], townships: set[str], day: date
) -> QuerySet[Appointment]:
    """Current terms in the units whose members have an origin by their office."""
    villages = {post.area_id[: Level.VILLAGE] for post in posts}
    township_kinds = set(UNITS_OF_ORIGIN) - _OF_VILLAGE
    near = Q(post__unit__kind__in=_OF_VILLAGE, post__area__in=villages) | (
        Q(post__unit__kind__in=township_kinds, post__area__in=townships)
        & ~Q(post__kind=PostKind.HEAD.value)
    )
    return _with_words(Appointment.objects.current(day).filter(near))


def _terms_with_origin(townships: set[str]) -> QuerySet[Appointment]:
    """Terms, over or not, that recorded where somebody came from."""
    near = Q(pk__in=[])
    for code in townships:
        low, high = code_range(code)
        near |= Q(post__area_id__gte=low, post__area_id__lt=high)
    return _with_words(Appointment.objects.filter(near).exclude(origin=""))


def _with_words(terms: QuerySet[Appointment]) -> QuerySet[Appointment]:
    return terms.select_related("person", "post__unit__area", "post__area").order_by(
        "-starts_on", "id"
    )


def _origin_of(term: Appointment) -> Origin:
    return Origin(term.origin) if term.origin else UNITS_OF_ORIGIN[term.post.unit.kind]


def _fits(term: Appointment, post: Post, busy: set[UUID]) -> bool:
    """Near enough to the post, and free for it."""
    if term.post_id == post.pk:
        return False
    if post.kind == PostKind.GRID_WORKER.value and term.person_id in busy:
        return False
    of_village = _origin_of(term) is Origin.VILLAGE_COMMITTEE
    level = Level.VILLAGE if of_village else Level.TOWNSHIP
    return str(term.post.area_id)[:level] == str(post.area_id)[:level]


def _ordered(terms: Iterable[Appointment]) -> list[Candidate]:
    """Each person once, by the best origin, then by name."""
    best: dict[UUID, Candidate] = {}
    for term in terms:
        found = Candidate(
            term.person_id, term.person.name, _origin_of(term), post_in_place(term.post)
        )
        known = best.get(term.person_id)
        if known is None or found.origin.rank < known.origin.rank:
            best[term.person_id] = found
    ranked = sorted(best.values(), key=lambda each: (each.origin.rank, each.name, each.person_id))
    return ranked[:MOST_PROPOSED]
