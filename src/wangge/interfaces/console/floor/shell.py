"""What surrounds every console page: rail, post switcher, search, language, sign-out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from wangge.access.actor import HeldPost
from wangge.access.permissions import Permission
from wangge.interfaces.web.components.shapes import Link, Option, Shell
from wangge.interfaces.web.pages import languages, page
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.notices import queries as notices

# One entry per feature that exists: its name, the letter after g, and who sees it.
_RAIL = (
    ("workbench", "w", Permission.CASE_MOVE),
    ("cases", "c", Permission.CASE_MOVE),
    ("map", "m", Permission.CASE_MOVE),
    ("supervision", "s", Permission.CASE_MOVE),
    ("notices", "n", None),
    ("grids", "r", Permission.ORGANISATION_SEE),
    ("organisation", "o", Permission.ORGANISATION_SEE),
    ("accounts", "a", Permission.ACCOUNT_MANAGE),
    ("audit", "l", Permission.AUDIT_READ),
)


def console_page(
    request: Request, template: str, *, here: str, status: int = 200, **context: Any
) -> HttpResponse:
    """Draw a console page; `here` is the rail entry it belongs to."""
    return page(request, template, status=status, shell=shell(request, here), **context)


def shell(request: Request, here: str) -> Shell:
    """The shell for the person who is signed in."""
    return Shell(
        place=areas.name_of(settings.COUNTY_CODE),
        home_url=reverse("workbench"),
        languages=languages(request),
        rail=_rail(request, here),
        posts=_posts(request),
        post_url=reverse("post"),
        search_url=reverse("search"),
        query=request.GET.get("q", ""),
        account_url=reverse("account"),
        sign_out_url=reverse("sign-out"),
        demo=settings.DEMO,
    )


def _rail(request: Request, here: str) -> list[Link]:
    if request.owes:
        return []  # nothing is open until the owed step is done
    actor = request.actor
    return [
        Link(
            Message(f"console.rail.{name}"),
            reverse(name),
            current=name == here,
            key=key,
            count=notices.unread(actor).count() if name == "notices" else None,
        )
        for name, key, needed in _RAIL
        if needed is None or actor.holds(needed)
    ]


def _posts(request: Request) -> list[Option]:
    """All posts together, then each one; with a single post there is nothing to switch."""
    held = request.full_actor.posts
    chosen = request.actor.posts
    names = areas.names_of({post.area_code for post in held}) if len(held) > 1 else {}
    each = [
        Option(
            str(post.post_id),
            post_words(post),
            hint=grid_words(names.get(post.area_code, "")),
            chosen=chosen == (post,),
        )
        for post in held
    ]
    if len(each) < 2:
        return each
    return [Option("", Message("console.posts.all"), chosen=len(chosen) == len(held)), *each]


def post_words(post: HeldPost) -> Message:
    """A post as people call it: the unit and the work there."""
    return Message(
        "console.post",
        unit=Message(f"unit.kind.{post.unit_kind}"),
        post=Message(f"post.kind.{post.post_kind}"),
    )
