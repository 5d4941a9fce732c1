"""The person's own notices, and for the operator those that could not be sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.interfaces.console.case_rows import title_of
from wangge.interfaces.console.shell import console_page
from wangge.interfaces.web.components.shapes import Link, Words
from wangge.interfaces.web.listing import page_of, with_parameter
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.notices import operations, queries
from wangge.registers.notices.models import Notice
from wangge.work.cases.queries.sight import visible

_NEWEST_FIRST = ("-created_at", "-id")
_OWN_TABS = MappingProxyType(
    {"unread": Message("console.notices.unread"), "all": Message("console.notices.all")}
)
_DEAD = {"dead": Message("console.letters.dead")}
_LETTER_TABS = MappingProxyType({**_DEAD, "demo": Message("console.letters.demo")})


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as a line of a page."""

    said: Message
    at: datetime
    url: str = ""  # of the thing it is about
    number: str = ""  # of the case whose words stand in the sentence
    read_url: str = ""  # empty once it was read
    again_url: str = ""
    channel: Message | None = None
    tried: Message | None = None


@require_GET
@signed_in()
def notices(request: Request) -> HttpResponse:
    """What was sent to me: the unread ones, or all of them."""
    actor = request.actor
    shown = "all" if request.GET.get("show") == "all" else "unread"
    rows = queries.own(actor) if shown == "all" else queries.unread(actor)
    found = page_of(request, rows, _NEWEST_FIRST)
    return console_page(
        request,
        "console/notices.html",
        here="notices",
        heading=Message("console.rail.notices"),
        shows=Message("console.notices.shows"),
        empty=Message("console.notices.empty"),
        empty_next=Message("console.notices.empty_next"),
        tabs=_tabs(request, _OWN_TABS, shown),
        actions=_for_operators(request),
        lines=_own_lines(actor, found.rows),
        found=found,
        read_all_url=reverse("notices-read") if any(not n.read_at for n in found.rows) else "",
    )


@require_POST
@signed_in()
def notice_read(request: Request, notice: UUID) -> HttpResponse:
    """I have read this one."""
    operations.mark_read([notice], by=request.actor, at=request.now)
    return redirect("notices")


@require_POST
@signed_in()
def notices_read(request: Request) -> HttpResponse:
    """I have read all of them."""
    operations.mark_all_read(by=request.actor, at=request.now)
    return redirect("notices")


@require_GET
@signed_in(Permission.SYSTEM_SEE)
def dead_letters(request: Request) -> HttpResponse:
    """What could not be sent; in a demo also what would have been sent."""
    actor = request.actor
    as_demo = settings.DEMO and request.GET.get("show") == "demo"
    rows = queries.shown_instead(actor) if as_demo else queries.dead(actor)
    found = page_of(request, rows, _NEWEST_FIRST)
    return console_page(
        request,
        "console/notices.html",
        here="notices",
        heading=Message("console.letters"),
        shows=Message("console.letters.demo_shows" if as_demo else "console.letters.shows"),
        empty=Message("console.letters.empty"),
        empty_next=Message("console.letters.empty_next"),
        tabs=_tabs(
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
    """Try a dead one once more."""
    operations.send_again(notice, by=request.actor, at=request.now)
    return redirect("dead-letters")


def _for_operators(request: Request) -> list[Link]:
    if not request.actor.holds(Permission.SYSTEM_SEE):
        return []
    return [Link(Message("console.letters"), reverse("dead-letters"))]


def _tabs(request: Request, tabs: Mapping[str, Message], shown: str) -> list[Link]:
    return [
        Link(words, with_parameter(request, "show", name), current=name == shown)
        for name, words in tabs.items()
    ]


def _own_lines(actor: Actor, rows: Sequence[Notice]) -> list[Line]:
    """Each notice; a case in sight is called by what was reported, and its number stands after."""
    about = [n.about_id for n in rows if n.about_id and n.about_kind == "case"]
    shown = visible(actor).for_lists().filter(pk__in=about) if about else ()
    titles = {case.pk: title_of(case) for case in shown}
    return [_own(n, titles.get(n.about_id) if n.about_id else None) for n in rows]


def _own(notice: Notice, title: Words | None) -> Line:
    said = Message.from_json(notice.message)
    number = str(said.params.get("number", "")) if title is not None else ""
    if title is not None:
        named = Message("console.notices.case", title=title)
        told = Message(said.code, **{**said.params, "number": named})
    else:
        told = said
    return Line(
        told,
        notice.created_at,
        url=_about(notice, said),
        number=number,
        read_url="" if notice.read_at else reverse("notice-read", args=[notice.pk]),
    )


def _about(notice: Notice, said: Message) -> str:
    """The address of what the notice is about, where it can be opened."""
    match notice.about_kind:
        case "case":
            return reverse("case", args=[said.params.get("number")])
        case "division_draft":
            return reverse("division-draft", args=[notice.about_id])
        case "print_order":
            return reverse("print-order-page", args=[notice.about_id])
        case _:
            return ""


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
