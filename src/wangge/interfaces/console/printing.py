"""What can be printed of a place: posters and cards, single at once, of a township by order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from wangge.access.permissions import Permission
from wangge.doors.door import door
from wangge.insight.paper import operations
from wangge.insight.paper.facts import Grid, VillageFacts
from wangge.insight.paper.imprint import imprint_of, say
from wangge.insight.paper.printing import MEDIA_TYPE, document
from wangge.insight.paper.queries import grids_to_print, village_facts
from wangge.insight.paper.rules import SIZES, Card, Kind, Paper, sheets_for
from wangge.interfaces.console.organisation import path_to
from wangge.interfaces.console.shell import console_page
from wangge.interfaces.web.components.shapes import Link, Option
from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.errors import refused
from wangge.interfaces.web.pages import signed_in
from wangge.lib.area_code import InvalidAreaCode, Level, level_of
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.queries import children_of
from wangge.registers.organisations.queries import county_day


@dataclass(frozen=True, slots=True)
class Printed:
    """A village or grid with the documents that can be had of it."""

    name: Message | str
    sheets: int  # of A4 with cards, for every household
    documents: Sequence[Link]


@require_GET
@signed_in(Permission.ORGANISATION_SEE)
def print_page(request: HttpRequest, code: str) -> HttpResponse:
    """Of a village its documents and those of its grids; of a township what can be ordered."""
    path = path_to(code)
    _check_may(request, code)
    village = level_of(code) is Level.VILLAGE
    return console_page(
        request,
        "console/print.html",
        here="organisation",
        title=path[-1].name,
        crumbs=[
            Link(a.name, reverse("print", args=[a.code]), current=a.code == code) for a in path
        ],
        below=[] if village else _below(code),
        printed=_printed(request, code) if village else [],
        orders=_orders() if level_of(code) is Level.TOWNSHIP else [],
        order_url=reverse("print-order", args=[code]),
    )


def _below(code: str) -> list[Link]:
    return [Link(area.name, reverse("print", args=[area.code])) for area in children_of(code)]


def _printed(request: HttpRequest, code: str) -> list[Printed]:
    """The village first, then each grid."""
    grids = grids_to_print(code, county_day(request.now))  # type: ignore[attr-defined]
    each = [
        Printed(name, sheets_for(households), _documents(grid)) for grid, name, households in grids
    ]
    if not each:
        return []
    whole = Message("paper.whole_village")
    return [Printed(whole, sum(grid.sheets for grid in each), _documents(code)), *each]


def _documents(code: str) -> list[Link]:
    return [
        Link(
            Message(f"paper.document.{kind.value}_{size.value}"),
            reverse("print-document", args=[code, kind.value, size.value]),
        )
        for kind in Kind
        for size in SIZES[kind]
    ]


def _orders() -> list[Option]:
    return [
        Option(f"{kind.value}-{size.value}", Message(f"paper.order.{kind.value}_{size.value}"))
        for kind, size in (
            (Kind.POSTERS, Paper.A3),
            (Kind.POSTERS, Paper.A4),
            (Kind.CARDS, Card.A7),
        )
    ]


@require_GET
@outside_door
@signed_in()
def print_document(request: HttpRequest, code: str, kind: str, size: str) -> HttpResponse:
    """The PDF of a village or a grid: read through a door, drawn after it has closed."""
    found = door(request.actor, lambda: _gathered(request, code, kind, size), read_only=True)  # type: ignore[attr-defined]
    if isinstance(found, HttpResponse):
        return found
    facts, focus = found
    at = request.now  # type: ignore[attr-defined]
    content = document(
        Kind(kind),
        size,
        facts,
        imprint_of(short_addresses(request), county_day(at)),
        focus=focus,
        for_all="all" in request.GET,
    )
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    name = f"{facts.name}{say(focus.title) if focus else ''}-{size}.pdf"
    response["Content-Disposition"] = content_disposition_header(False, name) or "inline"
    response["Cache-Control"] = "private, no-store"
    return response


def _gathered(
    request: HttpRequest, code: str, kind: str, size: str
) -> tuple[VillageFacts, Grid | None] | HttpResponse:
    """What is to be printed; the page that says why not."""
    try:
        _check_may(request, code)
        if kind not in set(Kind) or size not in SIZES[Kind(kind)]:
            raise Refusal.not_found(Message("paper.thing"))
        facts = village_facts(code[: Level.VILLAGE], county_day(request.now))  # type: ignore[attr-defined]
        if len(code) == Level.VILLAGE:
            return facts, None
        focus = next((grid for grid in facts.grids if grid.code == code), None)
        if focus is None:
            raise Refusal.not_found(Message("area.thing"))
    except Refusal as refusal:
        return refused(request, refusal)
    return facts, focus


@require_POST
@signed_in(Permission.ORGANISATION_SEE)
def print_order(request: HttpRequest, code: str) -> HttpResponse:
    """Order the documents of all villages of a township; the worker makes them."""
    kind, _, size = request.POST.get("what", "").partition("-")
    if kind not in set(Kind):
        raise Refusal.invalid({"what": Message("paper.size_unknown")})
    key = operations.ask_for(
        Kind(kind),
        size,
        code,
        short_addresses(request),
        by=request.actor,  # type: ignore[attr-defined]
        at=request.now,  # type: ignore[attr-defined]
    )
    return redirect("print-order-page", key)


def short_addresses(request: HttpRequest) -> str:
    """What the addresses in QR codes begin with: the county's public site, else this one."""
    site = settings.PUBLIC_ADDRESS or request.build_absolute_uri("/").rstrip("/")
    return f"{site}{reverse('village-short', args=['0' * Level.VILLAGE]).rstrip('0')}"


def _check_may(request: HttpRequest, code: str) -> None:
    """404 to who does not look after the place, as for one that does not exist."""
    try:
        level_of(code)
    except InvalidAreaCode as error:
        raise Refusal.not_found(Message("area.thing")) from error
    if not request.actor.may(Permission.ORGANISATION_SEE, code):  # type: ignore[attr-defined]
        raise Refusal.not_found(Message("area.thing"))
