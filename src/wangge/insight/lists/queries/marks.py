"""The mark on a file that may name people: whose it is, by which post, since when (R5)."""

from __future__ import annotations

from wangge.access.actor import HeldPost
from wangge.insight.lists.models import ListExport
from wangge.lib.message import Message
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.queries.posts import post_words
from wangge.registers.people.models import Person


def mark_of(export: ListExport, post: HeldPost | None) -> Message:
    """Who took a list out in which post and when, and the number under which the log has it."""
    name = Person.objects.filter(pk=export.person_id).values_list("name", flat=True).first()
    found = Post.objects.select_related("unit").filter(pk=post.post_id).first() if post else None
    return Message(
        "lists.mark",
        name=name or "",
        post=post_words(found) if found else "",
        at=export.asked_at,
        number=str(export.pk),
    )
