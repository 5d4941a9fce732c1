"""What could not be sent, for the operator."""

from __future__ import annotations

from types import MappingProxyType
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.notice_lines import NEWEST_FIRST, Line, tabs_of
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.notices import operations, queries
from wangge.registers.notices.models import Notice

_DEAD = {"dead": Message("console.letters.dead")}
_LETTER_TABS = MappingProxyType({**_DEAD, "demo": Message("console.letters.demo")})


@require_GET
@signed_in(Permission.SYSTEM_SEE)
def dead_letters(request: Request) -> HttpResponse:
    """What could not be sent; in a demo also what would have been sent."""
    actor = request.actor
    as_demo = settings.DEMO and request.GET.get("show") == "demo"
    rows = queries.shown_instead(actor) if as_demo else queries.dead(actor)
    found = page_of(request, rows, NEWEST_FIRST)
    return console_page(
        request,
        "console/floor/notices.html",
        here="notices",
        heading=Message("console.letters"),
        shows=Message("console.letters.demo_shows" if as_demo else "console.letters.shows"),
        empty=Message("console.letters.empty"),
        empty_next=Message("console.letters.empty_next"),
        tabs=tabs_of(
            request,
            _LETTER_TABS if settings.DEMO else _DEAD,
            "demo" if as_demo else "dead",
        ),
        actions=[],
        lines=[_letter(notice) for notice in found.rows],
        found=found,
        read_all_url="",
    )


@require_POST
@signed_in(Permission.SYSTEM_SEE)
def notice_again(request: Request, notice: UUID) -> HttpResponse:
    """Try to send one of them again."""
    operations.send_again(notice, by=request.actor, at=request.now)
    return redirect("dead-letters")


def _letter(notice: Notice) -> Line:
    is_dead = notice.state == Notice.State.DEAD
    tried = Message("console.letters.tried", tries=notice.tries, error=notice.last_error)
    return Line(
        Message.from_json(notice.message),
        notice.created_at,
        again_url=reverse("notice-again", args=[notice.pk]) if is_dead else "",
        channel=Message(f"console.letters.channel.{notice.channel}"),
        tried=tried if is_dead else None,
    )
