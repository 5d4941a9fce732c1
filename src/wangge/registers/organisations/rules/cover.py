"""Who answers for a post today: its holder, or by rule somebody else (岗位空缺代理).

A case lies on a post, not on a person, so it is not stranded when somebody leaves. A vacant post is
covered by the deputy of its unit, then by the head, then by the nearest filled post above. The
worker and the deputies of a grid cover each other first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from wangge.lib.message import Message
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID, PostKind


class CoverReason(StrEnum):
    """Why this post answers."""

    OWN = "own"
    BESIDE = "beside"  # the other post of the same grid
    SUBSTITUTE = "substitute"  # its own holder is away and has named somebody
    DEPUTY = "deputy"
    HEAD = "head"
    ABOVE = "above"

    @property
    def words(self) -> Message:
        """The reason in words."""
        return Message(f"post.cover.{self.value}")


@dataclass(frozen=True, slots=True)
class PostPlace:
    """A post in the structure; ``filled`` if somebody holds it today.

    ``substituted`` if that holder is on leave and has named somebody to act in the post.
    """

    post_id: UUID
    unit_id: UUID
    kind: PostKind
    filled: bool
    substituted: bool = False
    area_code: str = ""  # the grid, for posts of a grid


@dataclass(frozen=True)
class Structure:
    """Posts by id, and the unit above each unit (none for the highest)."""

    posts: Mapping[UUID, PostPlace]
    superior: Mapping[UUID, UUID]

    def filled(self, unit_id: UUID, kind: PostKind) -> PostPlace | None:
        """The filled post of a kind in a unit; the lowest id if there are several."""
        return self._filled.get((unit_id, kind))

    def other_filled(self, post: PostPlace) -> PostPlace | None:
        """The grid's other filled post."""
        others = self._of_grids.get((post.unit_id, post.area_code), ())
        return next((other for other in others if other.kind is not post.kind), None)

    @cached_property
    def _of_grids(self) -> Mapping[tuple[UUID, str], list[PostPlace]]:
        filled: dict[tuple[UUID, str], list[PostPlace]] = {}
        for post in self.posts.values():
            if post.filled and post.kind in OF_A_GRID:
                filled.setdefault((post.unit_id, post.area_code), []).append(post)
        return filled

    @cached_property
    def _filled(self) -> Mapping[tuple[UUID, PostKind], PostPlace]:
        # looked up once for ten thousand posts: each vacancy asks
        by_id = sorted(self.posts.values(), key=lambda post: post.post_id, reverse=True)
        return {(post.unit_id, post.kind): post for post in by_id if post.filled}

    def units_above(self, unit_id: UUID) -> Iterator[UUID]:
        """The units above, the nearest first. ValueError if the line runs in a circle."""
        passed = {unit_id}
        while (above := self.superior.get(unit_id)) is not None:
            if above in passed:
                raise ValueError("a unit is above itself")
            passed.add(above)
            yield above
            unit_id = above


@dataclass(frozen=True, slots=True)
class Cover:
    """The post that answers, and why."""

    post_id: UUID
    reason: CoverReason


def cover(post_id: UUID, structure: Structure) -> Cover | None:
    """Who answers for the post; None only if it and every post above it are vacant."""
    post = structure.posts[post_id]
    if post.filled:
        reason = CoverReason.SUBSTITUTE if post.substituted else CoverReason.OWN
        return Cover(post_id, reason)
    return next(_candidates(post, structure), None)


def _candidates(post: PostPlace, structure: Structure) -> Iterator[Cover]:
    if post.kind in OF_A_GRID and (other := structure.other_filled(post)) is not None:
        yield Cover(other.post_id, CoverReason.BESIDE)
    own_unit = ((PostKind.DEPUTY, CoverReason.DEPUTY), (PostKind.HEAD, CoverReason.HEAD))
    for kind, reason in own_unit:
        if (found := structure.filled(post.unit_id, kind)) is not None:
            yield Cover(found.post_id, reason)
    for unit_id in structure.units_above(post.unit_id):
        # Above, the head comes first: the head decides who takes over the work of a vacant post.
        for kind in (PostKind.HEAD, PostKind.DEPUTY):
            if (found := structure.filled(unit_id, kind)) is not None:
                yield Cover(found.post_id, CoverReason.ABOVE)
