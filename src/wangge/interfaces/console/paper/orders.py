"""Orders of printed paper: how far each is, the file when it is ready, and cancelling it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from wangge.insight.paper import operations
from wangge.insight.paper.models import PrintOrder
from wangge.insight.paper.queries import orders_of, own_order
from wangge.insight.paper.rules.orders import state_words
from wangge.interfaces.console.floor.own_files import own_files
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Row
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import page, signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.queries import names_of
from wangge.registers.files.queries import path_of
from wangge.registers.orders.rules import KEPT_FOR, OrderState

COLUMNS = (
    Column(Message("paper.column.what")),
    Column(Message("paper.column.area")),
    Column(Message("paper.column.asked"), "moment"),
    Column(Message("paper.column.state")),
)


@require_GET
@signed_in()
def print_orders(request: Request) -> HttpResponse:
    """One's own orders, the newest first."""
    found = page_of(request, orders_of(request.actor), ("-asked_at", "-id"))
    names = names_of(order.area_code for order in found.rows)
    rows = [
        Row(
            [words_of(order), names.get(order.area_code, ""), order.asked_at, _state(order)],
            reverse("print-order-page", args=[order.pk]),
        )
        for order in found.rows
    ]
    return console_page(
        request,
        "console/paper/orders.html",
        here="grids",
        tabs=own_files("print-orders"),
        found=found,
        rows=rows,
        columns=COLUMNS,
    )


@require_GET
@signed_in()
def print_order_page(request: Request, key: UUID) -> HttpResponse:
    """One order; the page updates itself while it is open, and the work goes on when the page is left."""
    order = own_order(key, request.actor)
    context: dict[str, Any] = {
        "order": order,
        "what": words_of(order),
        "place": names_of([order.area_code]).get(order.area_code, ""),
        "state": _state(order),
        "open": order.is_open,
        "until": order.ended_at + KEPT_FOR if order.ended_at else None,
    }
    if request.htmx:
        return page(request, "console/paper/progress.html", **context)
    return console_page(request, "console/paper/order.html", here="grids", **context)


@require_POST
@signed_in()
def cancel_print_order(request: Request, key: UUID) -> HttpResponse:
    """Cancel the order."""
    operations.cancel(key, by=request.actor, at=request.now)
    return redirect("print-order-page", key)


@require_GET
@signed_in()
def print_order_file(request: Request, key: UUID) -> HttpResponse:
    """The zip, as long as it is kept."""
    order = own_order(key, request.actor)
    if order.file is None:
        raise Refusal.not_found(Message("paper.thing"))
    response = HttpResponse(path_of(order.file).read_bytes(), content_type=order.file.media_type)
    name = f"{names_of([order.area_code]).get(order.area_code, order.area_code)}-{order.size}.zip"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response


def words_of(order: PrintOrder) -> Message:
    """What was ordered."""
    return Message(f"paper.order.{order.kind}_{order.size}")


def _state(order: PrintOrder) -> Message:
    if order.is_open:
        return Message("paper.progress", done=order.done, total=order.total)
    if order.state == OrderState.DONE and order.file is None:
        return Message("paper.forgotten")
    return state_words(order.state)
