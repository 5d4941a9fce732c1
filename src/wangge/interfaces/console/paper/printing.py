"""What can be printed about a place: posters and cards, single ones at once, of a township by order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from wangge.access.permissions import Permission
from wangge.insight.paper import operations
from wangge.insight.paper.adapters.grounds import choices
from wangge.insight.paper.queries import grids_to_print
from wangge.insight.paper.rules.sheets import SIZES, Card, Kind, Paper, sheets_for
from wangge.interfaces.console.floor.paths import path_to
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.console.paper.document import check_may_print, short_addresses
from wangge.interfaces.web.components.shapes import Link, Option
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level, level_of
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.queries import children_of
from wangge.registers.calendars.queries import county_day


@dataclass(frozen=True, slots=True)
class Document:
    """A button that opens a PDF; `for_all`: as many cards as there are households."""

    label: Message
    address: str
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A village or grid with its documents."""

    name: Message | str
    sheets: int  # of A4 with cards, for every household
    documents: Sequence[Document]


@require_GET
@signed_in(Permission.ORGANISATION_SEE)
def print_page(request: Request, code: str) -> HttpResponse:
    """For a village, its documents and those of its grids; for a township, what can be ordered."""
    path = path_to(code)
    check_may_print(request, code)
    village = level_of(code) is Level.VILLAGE
    return console_page(
        request,
        "console/paper/print.html",
        here="organisation",
        title=path[-1].name,
        crumbs=[
            Link(a.name, reverse("print", args=[a.code]), current=a.code == code) for a in path
        ],
        below=[] if village else _below(code),
        printed=_printed(request, code) if village else [],
        orders=_orders() if level_of(code) is Level.TOWNSHIP else [],
        order_url=reverse("print-order", args=[code]),
        grounds=[Option(choice.key, choice.label) for choice in choices()],
    )


def _below(code: str) -> list[Link]:
    return [Link(area.name, reverse("print", args=[area.code])) for area in children_of(code)]


def _printed(request: Request, code: str) -> list[Printed]:
    """The village first, then each grid."""
    grids = grids_to_print(code, county_day(request.now))
    each = [
        Printed(name, sheets_for(households), _documents(grid)) for grid, name, households in grids
    ]
    if not each:
        return []
    whole = Message("paper.whole_village")
    return [Printed(whole, sum(grid.sheets for grid in each), _documents(code)), *each]


def _documents(code: str) -> list[Document]:
    """Posters, a single card, and cards for every household."""
    return [
        Document(
            Message(f"paper.document.{kind.value}_{size.value}"),
            reverse("print-document", args=[code, kind.value, size.value]),
            for_all=size is Card.A7,
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


@require_POST
@signed_in(Permission.ORGANISATION_SEE)
def print_order(request: Request, code: str) -> HttpResponse:
    """Order the documents of all villages of a township; the worker makes them."""
    kind, _, size = request.POST.get("what", "").partition("-")
    if kind not in set(Kind):
        raise Refusal.invalid({"what": Message("paper.size_unknown")})
    ground = request.POST.get("ground") or choices()[0].key
    key = operations.ask_for(
        Kind(kind),
        size,
        code,
        short_addresses(request),
        ground=ground,
        by=request.actor,
        at=request.now,
    )
    return redirect("print-order-page", key)
