"""Signing in to the demo by choosing a name: no password."""

from ipaddress import ip_address

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from wangge.insight.demo.queries import people_to_play
from wangge.interfaces.web.pages import page
from wangge.interfaces.web.request import Request
from wangge.interfaces.web.session import address_after, enter
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.queries import usable_account


@require_http_methods(["GET", "POST"])
def sign_in(request: Request) -> HttpResponse:
    """The demo's page of names. Answers 403 to every computer but the demo's own."""
    if not ip_address(request.META["REMOTE_ADDR"]).is_loopback:
        raise Refusal.forbidden(Message("refusal.only_here"))
    if request.method == "POST":
        account = usable_account(request.POST.get("username", ""))
        if account is None:
            raise Refusal.not_found(Message("account.thing"))
        return enter(request, account)
    people = people_to_play(request.now)
    return page(request, "demo/sign_in.html", people=people, next=address_after(request))
