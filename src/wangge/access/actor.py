"""Who is asking: a frozen value, made once at the door and passed to every query and operation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from wangge.access.permissions import Permission
from wangge.access.roles import OF_A_GRID, permissions_of
from wangge.access.sight import SLOTS, KindOfSight
from wangge.lib.area_code import contains, covering, level_of, outermost


class ActorKind(StrEnum):
    PERSON = "person"  # signed in, with posts
    REPORTER = "reporter"  # anonymous, holding the number and query code of one case
    VISITOR = "visitor"  # anonymous, holding nothing
    CLOCK = "clock"  # a job of the platform itself


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post held (or covered) at this moment. `area_code` is the unit's area, or the worker's grid."""

    post_id: UUID
    post_kind: str
    unit_id: UUID
    unit_kind: str
    area_code: str

    @property
    def level(self) -> int:
        """Length class of the area: a higher number is nearer to the villager."""
        return int(level_of(self.area_code))

    @property
    def permissions(self) -> frozenset[Permission]:
        return permissions_of(self.unit_kind, self.post_kind)

    @property
    def takes_part(self) -> bool:
        """Whether the unit's participation gives sight. A grid worker sees the grid, not the station."""
        return self.post_kind not in OF_A_GRID and Permission.CASE_MOVE in self.permissions

    @property
    def leads(self) -> bool:
        """Whether this post looks after the work of the whole unit."""
        return self.post_kind in {"head", "deputy"}

    def grants(self, permission: Permission, area_code: str) -> bool:
        return permission in self.permissions and contains(self.area_code, area_code)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in their posts, a reporter with a receipt, a visitor, or the clock."""

    kind: ActorKind
    posts: tuple[HeldPost, ...] = ()
    person_id: UUID | None = None
    account_id: UUID | None = None
    receipt: str | None = None
    county_code: str | None = None  # the clock's range

    @classmethod
    def visitor(cls) -> Actor:
        return cls(ActorKind.VISITOR)

    @classmethod
    def reporter(cls, receipt: str) -> Actor:
        """`receipt`: hex digest of number and query code (cases.rules.receipts)."""
        return cls(ActorKind.REPORTER, receipt=receipt)

    @classmethod
    def clock(cls, county_code: str) -> Actor:
        return cls(ActorKind.CLOCK, county_code=county_code)

    @property
    def is_person(self) -> bool:
        return self.kind is ActorKind.PERSON

    @property
    def is_clock(self) -> bool:
        return self.kind is ActorKind.CLOCK

    def post_for(self, permission: Permission, area_code: str) -> HeldPost | None:
        """The post that allows it here; of several the one nearest to the villager (A13)."""
        able = [post for post in self.posts if post.grants(permission, area_code)]
        return max(able, key=lambda post: post.level, default=None)

    def may(self, permission: Permission, area_code: str) -> bool:
        return self.post_for(permission, area_code) is not None

    def holds(self, permission: Permission) -> bool:
        """Whether any post carries the permission in any area: decides if a menu entry appears."""
        return any(permission in post.permissions for post in self.posts)

    def areas(self, *permissions: Permission) -> tuple[str, ...]:
        """Area codes of the given permissions, without those that lie inside another."""
        if self.is_clock and self.county_code:
            return (self.county_code,)
        return outermost(
            post.area_code for post in self.posts if post.permissions.intersection(permissions)
        )

    def sight(self, kind: KindOfSight) -> tuple[str, ...]:
        """The areas where a permission of the kind is held, as the second wall gets to know them.

        Where there are more than slots, some are replaced by an area above them. The second wall
        then shows more than the first, which stays exact, and never less.
        """
        return covering(self.areas(*kind.opened_by), SLOTS)

    @property
    def units(self) -> tuple[UUID, ...]:
        """Units whose participation in a case lets this actor see it."""
        return tuple(sorted({post.unit_id for post in self.posts if post.takes_part}))

    def narrowed_to(self, post_id: UUID) -> Actor:
        """The same person in one post only (the post switcher)."""
        return replace(self, posts=tuple(p for p in self.posts if p.post_id == post_id))
