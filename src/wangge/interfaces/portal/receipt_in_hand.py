"""The receipt a visitor holds: number and query code, kept for half an hour by their own browser.

A signed cookie, not a session: the database keeps only a keyed digest of the two, and no address
carries them, so no log does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.errors import refused
from wangge.interfaces.web.request import Request
from wangge.lib import query_code
from wangge.lib.refusal import Refusal
from wangge.work.cases.queries.receipts import receipt_digest

COOKIE = "wangge_receipt"
SECONDS = 30 * 60
_SALT = "wangge.portal.receipt"

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Receipt:
    """Number and query code of one case, both normalised."""

    number: str
    code: str

    @property
    def grouped_code(self) -> str:
        """The code in groups, as it is printed and read out."""
        return query_code.grouped(self.code)

    @property
    def holder(self) -> Actor:
        """The holder of the receipt, who sees this one case."""
        return Actor.reporter(receipt_digest(self.number, self.code))


def hand_over(response: HttpResponse, receipt: Receipt) -> HttpResponse:
    """Let the visitor's browser keep the receipt for a while."""
    response.set_signed_cookie(
        COOKIE,
        f"{receipt.number}-{receipt.code}",
        salt=_SALT,
        max_age=SECONDS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def put_away(response: HttpResponse) -> HttpResponse:
    """Forget the receipt: the next person at this phone or computer sees nothing of it."""
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def receipt_of(request: Request) -> Receipt | None:
    """The receipt in the visitor's hand, None after half an hour or if the cookie was tampered with."""
    kept = request.get_signed_cookie(COOKIE, default="", salt=_SALT, max_age=SECONDS) or ""
    number, dash, code = kept.partition("-")
    return Receipt(number, code) if dash else None


def run_as(actor: Actor, request: Request, unit: Callable[[], HttpResponse]) -> HttpResponse:
    """Run a view's unit through a door of its own, a Refusal rendered inside the transaction."""

    def said() -> HttpResponse:
        try:
            return unit()
        except Refusal as refusal:
            return refused(request, refusal)

    return door(actor, said, read_only=request.method in {"GET", "HEAD"})


def with_receipt(
    view: Callable[Concatenate[Request, Receipt, P], HttpResponse],
) -> Callable[Concatenate[Request, P], HttpResponse]:
    """For views that act as the holder of the receipt: `view(request, receipt, …)`.

    Visitors without one are asked for number and code. No cache keeps pages with a receipt.
    """

    @outside_door
    @wraps(view)
    def guarded(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        receipt = receipt_of(request)
        if receipt is None:
            return redirect("track")
        response = run_as(receipt.holder, request, lambda: view(request, receipt, *args, **kwargs))
        response["Cache-Control"] = "no-store"
        return response

    return guarded
