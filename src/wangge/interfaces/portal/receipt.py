"""The receipt: number, query code, a QR code of both, and what happens next."""

from io import BytesIO

import segno
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from wangge.interfaces.portal import receipt_in_hand
from wangge.interfaces.portal.receipt_in_hand import Receipt, with_receipt
from wangge.interfaces.portal.story import place_of
from wangge.interfaces.web.components.shapes import Fact
from wangge.interfaces.web.pages import page
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.organisations.queries.units import unit_words
from wangge.work.cases.models import Case, CaseTerm
from wangge.work.cases.queries.sight import case_by_number
from wangge.work.cases.rules.categories import category
from wangge.work.terms.rules.terms import Phase


@require_GET
@with_receipt
def receipt(request: Request, held: Receipt) -> HttpResponse:
    """What the person takes home; it prints on half a page."""
    case = case_by_number(held.number, held.holder)
    first_term = case.terms.filter(phase=Phase.ACCEPT.value).order_by("id").first()
    return page(
        request,
        "portal/receipt.html",
        receipt=held,
        qr=qr_of(request, held),
        facts=_facts(case),
        next=_next(case, first_term),
        why=Message.from_json(first_term.explanation) if first_term else None,
        emergency=category(case.category).emergency_number_first,
    )


@require_POST
def put_away(request: Request) -> HttpResponse:
    """Forget the receipt on this phone or computer."""
    return receipt_in_hand.put_away(redirect("home"))


def qr_of(request: Request, held: Receipt) -> SafeString:
    """An SVG whose address opens the progress page with both filled in.

    Number and code come after the "#": browsers send that part to nobody, so no log has it.
    """
    address = request.build_absolute_uri(reverse("track"))
    drawn = BytesIO()
    segno.make(f"{address}#{held.number}-{held.code}", micro=False).save(
        drawn, kind="svg", xmldecl=False, svgclass=None, lineclass=None, omitsize=True, border=2
    )
    return SafeString(drawn.getvalue().decode())


def _facts(case: Case) -> list[Fact]:
    return [
        Fact(Message("portal.fact.reported"), case.reported_at, kind="moment"),
        Fact(Message("portal.fact.category"), category(case.category).words),
        Fact(Message("portal.fact.place"), place_of(case)),
    ]


def _next(case: Case, first_term: CaseTerm | None) -> Message | None:
    if first_term is None:
        return None
    return Message(
        "portal.receipt.next", unit=unit_words(case.responsible_unit), due=first_term.due_at
    )
