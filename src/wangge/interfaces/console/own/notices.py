"""The person's own notices."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.notice_lines import NEWEST_FIRST, Line, tabs_of
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Link, Words
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.notices import operations, queries
from wangge.registers.notices.models import Notice
from wangge.work.cases.queries.lines import title_of
from wangge.work.cases.queries.sight import visible

_OWN_TABS = MappingProxyType(
    {"unread": Message("console.notices.unread"), "all": Message("console.notices.all")}
)


@require_GET
@signed_in()
def notices(request: Request) -> HttpResponse:
    """What was sent to me: the unread ones, or all of them."""
    actor = request.actor
    shown = "all" if request.GET.get("show") == "all" else "unread"
    rows = queries.own(actor) if shown == "all" else queries.unread(actor)
    found = page_of(request, rows, NEWEST_FIRST)
    return console_page(
        request,
        "console/floor/notices.html",
        here="notices",
        heading=Message("console.rail.notices"),
        shows=Message("console.notices.shows"),
        empty=Message("console.notices.empty"),
        empty_next=Message("console.notices.empty_next"),
        tabs=tabs_of(request, _OWN_TABS, shown),
        actions=_for_operators(request),
        lines=_own_lines(actor, found.rows),
        found=found,
        read_all_url=reverse("notices-read") if any(not n.read_at for n in found.rows) else "",
    )


@require_POST
@signed_in()
def notice_read(request: Request, notice: UUID) -> HttpResponse:
    """Mark this one as read."""
    operations.mark_read([notice], by=request.actor, at=request.now)
    return redirect("notices")


@require_POST
@signed_in()
def notices_read(request: Request) -> HttpResponse:
    """Mark all of them as read."""
    operations.mark_all_read(by=request.actor, at=request.now)
    return redirect("notices")


def _for_operators(request: Request) -> list[Link]:
    if not request.actor.holds(Permission.SYSTEM_SEE):
        return []
    return [Link(Message("console.letters"), reverse("dead-letters"))]


def _own_lines(actor: Actor, rows: Sequence[Notice]) -> list[Line]:
    """A line for each notice; cases the reader may see are named by their first words, then the number."""
    about = [n.about_id for n in rows if n.about_id and n.about_kind == "case"]
    shown = visible(actor).for_lists().filter(pk__in=about) if about else ()
    titles = {case.pk: title_of(case) for case in shown}
    return [_own(n, titles.get(n.about_id) if n.about_id else None) for n in rows]


def _own(notice: Notice, title: Words | None) -> Line:
    said = Message.from_json(notice.message)
    number = str(said.params.get("number", "")) if title is not None else ""
    if title is not None:
        named = Message("console.notices.case", title=title)
        sentence = Message(said.code, **{**said.params, "number": named})
    else:
        sentence = said
    return Line(
        sentence,
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
