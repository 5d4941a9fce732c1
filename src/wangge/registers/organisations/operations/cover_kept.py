"""Who answers for which post, kept in `post_cover`; nothing else writes that table."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from wangge.registers.organisations.models import (
    Appointment,
    Post,
    PostCover,
    Substitution,
    Unit,
)
from wangge.registers.organisations.rules.cover import Cover, PostPlace, Structure, cover
from wangge.registers.organisations.rules.post_kinds import PostKind


def renew_cover(day: date) -> None:
    """Work out who covers every post of the county; writes only what changed."""
    structure = _structure(_superiors(), Post.objects.all(), day)
    _rewrite(structure, structure.posts, day)


def renew_cover_around(unit_ids: Iterable[UUID], day: date) -> None:
    """The same for the posts of some units and all units below them; reads only what it needs."""
    superiors = _superiors()
    line = Structure({}, superiors)
    touched = set(unit_ids)
    touched |= {unit for unit in superiors if touched.intersection(line.units_above(unit))}
    above = {unit for each in touched for unit in line.units_above(each)}
    structure = _structure(superiors, Post.objects.filter(unit__in=touched | above), day)
    wanted = [post.post_id for post in structure.posts.values() if post.unit_id in touched]
    _rewrite(structure, wanted, day)


def end_cover(post_ids: Iterable[UUID], day: date) -> None:
    """End the cover of posts that end on a day."""
    _end(list(PostCover.objects.filter(post__in=list(post_ids), ends_on=None)), day)


def _superiors() -> dict[UUID, UUID]:
    """The unit above each current unit."""
    below = Unit.objects.filter(valid_to=None, superior__isnull=False)
    return dict(below.values_list("id", "superior_id"))


def _structure(superiors: dict[UUID, UUID], posts: QuerySet[Post], day: date) -> Structure:
    rows = posts.filter(valid_to=None).values_list("id", "unit_id", "kind", "area_id")
    these = posts.filter(valid_to=None).values("id")
    held = Appointment.objects.current(day).filter(post__in=these)
    filled = set(held.values_list("post_id", flat=True))
    on_leave = Substitution.objects.filter(starts_on__lte=day, ends_on__gt=day, post__in=these)
    away = set(on_leave.values_list("post_id", flat=True))
    return Structure(
        {
            post_id: PostPlace(
                post_id, unit_id, PostKind(kind), post_id in filled, post_id in away, area
            )
            for post_id, unit_id, kind, area in rows
        },
        superiors,
    )


def _rewrite(structure: Structure, post_ids: Iterable[UUID], day: date) -> None:
    wanted = {post_id: cover(post_id, structure) for post_id in post_ids}
    current = {row.post_id: row for row in PostCover.objects.filter(post__in=wanted, ends_on=None)}
    changed = {
        post_id: found
        for post_id, found in wanted.items()
        if not _same(current.get(post_id), found)
    }
    _end([current[post_id] for post_id in changed if post_id in current], day)
    PostCover.objects.bulk_create(
        PostCover(post_id=post_id, covered_by_id=found.post_id, reason=found.reason, starts_on=day)
        for post_id, found in changed.items()
        if found is not None
    )


def _end(rows: list[PostCover], day: date) -> None:
    """A row that began today would have no day of its own, so it goes; the others end today."""
    PostCover.objects.filter(pk__in=[r.pk for r in rows if r.starts_on >= day]).delete()
    PostCover.objects.filter(pk__in=[r.pk for r in rows if r.starts_on < day]).update(ends_on=day)


def _same(row: PostCover | None, found: Cover | None) -> bool:
    if row is None or found is None:
        return row is None and found is None
    return row.covered_by_id == found.post_id and row.reason == found.reason
