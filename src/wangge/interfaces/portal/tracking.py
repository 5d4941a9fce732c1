"""Looking up a case by number and query code."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from wangge.doors import tries
from wangge.interfaces.portal.forms import Track
from wangge.interfaces.portal.receipt_in_hand import Receipt, hand_over, run_as
from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.forms import wrong
from wangge.interfaces.web.pages import page
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.accounts.rules import FORGOTTEN_AFTER, delay_key, network_of, wait_after
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.work.cases.queries.contents import readable_report
from wangge.work.cases.queries.sight import visible


@outside_door
@require_http_methods(["GET", "POST"])
def track(request: Request) -> HttpResponse:
    """The two fields of the receipt; filled in correctly, they let the visitor hold the receipt."""
    form = Track(request.POST or None)
    if request.method == "GET":
        return _ask(request, Track())
    if not form.is_valid():
        return _ask(request, form, status=422)
    receipt = Receipt(form.cleaned_data["number"], form.cleaned_data["code"])
    return run_as(receipt.holder, request, lambda: _look_up(request, form, receipt))


def _look_up(request: Request, form: Track, receipt: Receipt) -> HttpResponse:
    """A wrong number and a wrong code look the same, and so does the wait after either.

    The wait is for this number from this network. Guesses spread over many numbers gain nothing:
    there are 28^8 codes, so three free tries at each of 100,000 numbers find one case in a million
    such attempts. And nobody can make a neighbour wait for another number.
    """
    at = request.now
    key = delay_key(receipt.number, network_of(request.META.get("REMOTE_ADDR", "")))
    until = tries.wait_until(key, at)
    if until is not None:
        return _refuse(request, form, Message("portal.track.wait", until=until), status=429)
    case = visible(receipt.holder).filter(number=receipt.number).first()
    if case is None:
        tries.note_failure(key, wait_after=wait_after, forgotten_after=FORGOTTEN_AFTER, at=at)
        return _refuse(request, form, Message("portal.track.not_found"), status=404)
    tries.forget(key)
    place = readable_report(case).area_code
    record(Event.CASE_SOUGHT, "case", case.pk, by=receipt.holder, at=at, area_code=place)
    return hand_over(redirect("progress"), receipt)


def _refuse(request: Request, form: Track, why: Message, *, status: int) -> HttpResponse:
    form.add_error(None, wrong(why))
    return _ask(request, form, status=status)


def _ask(request: Request, form: Track, *, status: int = 200) -> HttpResponse:
    return page(request, "portal/track.html", status=status, form=form)
