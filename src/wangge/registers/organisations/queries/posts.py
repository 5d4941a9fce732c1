"""Posts of a unit, and how people name them."""

from uuid import UUID

from wangge.lib.message import Message
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.organisations.models import (
    Post,
)


def post_at(unit_id: UUID, kind: str) -> Post | None:
    """The unit's post of a kind, or its head where it has none of that kind."""
    posts = Post.objects.filter(unit=unit_id, valid_to=None, kind__in=[kind, "head"])
    return next(iter(sorted(posts, key=lambda post: post.kind == "head")), None)


def post_words(post: Post) -> Message:
    """A post with its unit, as people call it."""
    return Message(
        "organisation.post",
        unit=Message(f"unit.kind.{post.unit.kind}"),
        post=Message(f"post.kind.{post.kind}"),
    )


def post_in_place(post: Post) -> Message:
    """A post with unit and place; a grid worker's also names the grid."""
    place: Message | str = post.unit.area.name
    if post.area_id != post.unit.area_id:
        grid = grid_words(post.area.name)
        place = Message("organisation.grid_in_place", place=place, grid=grid)
    return Message(
        "organisation.post_in_place",
        place=place,
        unit=Message(f"unit.kind.{post.unit.kind}"),
        post=Message(f"post.kind.{post.kind}"),
    )
