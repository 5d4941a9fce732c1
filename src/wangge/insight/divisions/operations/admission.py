"""Who may have divisions computed and drawn: the first beat that the operations share."""

from __future__ import annotations

from uuid import UUID

from wangge.access.actor import Actor, HeldPost
from wangge.access.permissions import Permission
from wangge.insight.divisions.queries.sight import sees
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal


def drawing_post(area_code: str, by: Actor, thing: Message) -> HeldPost:
    """The post that allows drawing in an area.

    Refusal: 403 for people who only endorse or approve there, 404 (no such `thing`) for all others.
    """
    post = by.post_for(Permission.DIVISION_DRAW, area_code)
    if post is None:
        raise Refusal.forbidden() if sees(area_code, by) else Refusal.not_found(thing)
    return post


def person_of(by: Actor) -> UUID:
    """The person in office; divisions are asked for by people, never by the clock."""
    if by.person_id is None:
        raise Refusal.forbidden()
    return by.person_id
