"""Links from the pages of a place to what can be printed about it."""

from __future__ import annotations

from django.urls import reverse

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.interfaces.web.components.shapes import Link
from wangge.lib.area_code import Level
from wangge.lib.message import Message


def print_links(code: str, actor: Actor) -> list[Link]:
    """For the actions of a page about an area or grid; none for people without a post there."""
    if not actor.may(Permission.ORGANISATION_SEE, code):
        return []
    return [Link(Message("paper.print"), reverse("print", args=[code[: Level.VILLAGE]]))]
