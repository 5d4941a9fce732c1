"""Signing in and out, and what a browser remembers: post, language, size of type."""

from uuid import UUID

from django.contrib.auth import login, logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wangge.interfaces.web.pages import network_here, page
from wangge.interfaces.web.remembered import LANGUAGE_COOKIE, POST_SESSION_KEY, TYPE_COOKIE
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts import operations as accounts
from wangge.registers.accounts.models import Account
from wangge.registers.accounts.operations import sessions
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.organisations.queries.actors import actor_of

_BACKEND = "django.contrib.auth.backends.ModelBackend"
_PENDING = "pending_account"  # password given, second factor not yet
_YEAR = 365 * 24 * 3600


@require_http_methods(["GET", "POST"])
def sign_in(request: Request) -> HttpResponse:
    """Name and password; then the second factor where the account has one."""
    if request.method == "GET":
        return page(request, "web/sign_in.html", error=None, next=address_after(request))
    name, password = request.POST.get("username", "").strip(), request.POST.get("password", "")
    network = network_here(request)
    by, at = request.actor, request.now
    try:
        account_id = accounts.check_sign_in(name, password, network=network, by=by, at=at)
    except Refusal as refusal:
        if refusal.code == "account.sign_in_failed":
            accounts.note_failure(name, network=network, by=by, at=at)
        return page(
            request,
            "web/sign_in.html",
            status=refusal.status,
            error=refusal.message,
            next=address_after(request),
        )
    account = Account.objects.get(pk=account_id)
    if account.second_factor is not None:
        request.session[_PENDING] = str(account_id)
        return redirect(f"{reverse('second-factor')}?next={address_after(request)}")
    return enter(request, account)


@require_http_methods(["GET", "POST"])
def second_factor(request: Request) -> HttpResponse:
    """The six digits of the person's authenticator."""
    pending = request.session.get(_PENDING)
    if not pending:
        return redirect("sign-in")
    error: Message | None = None
    if request.method == "POST":
        code, network = request.POST.get("code", "").replace(" ", ""), network_here(request)
        by, at = request.actor, request.now
        try:
            accounts.check_second_factor(UUID(pending), code, network=network, by=by, at=at)
        except Refusal as refusal:
            error = refusal.message
            if refusal.code == "account.second_factor_failed":
                accounts.note_failure(pending, network=network, by=by, at=at)
        else:
            return enter(request, Account.objects.get(pk=pending))
    return page(
        request,
        "web/second_factor.html",
        status=403 if error else 200,
        error=error,
        next=address_after(request),
    )


def enter(request: Request, account: Account) -> HttpResponse:
    """Sign the account in, note it in the log, and lead on. Who it is has been checked before."""
    at = request.now
    address, browser = request.META.get("REMOTE_ADDR", ""), request.headers.get("User-Agent", "")
    login(request, account, backend=_BACKEND)
    request.session.pop(_PENDING, None)
    sessions.note(request.session, address=address, user_agent=browser, at=at)
    record(Event.SIGNED_IN, "account", account.pk, by=actor_of(account.pk, at), at=at)
    return redirect(address_after(request))


@require_POST
def sign_out(request: Request) -> HttpResponse:
    """End the session and go to the front page."""
    actor, at = request.actor, request.now
    if actor.account_id:
        record(Event.SIGNED_OUT, "account", actor.account_id, by=actor, at=at)
    logout(request)
    return redirect("home")


@require_POST
def choose_post(request: Request) -> HttpResponse:
    """Narrow to one post, or back to all of them (an empty choice)."""
    request.session[POST_SESSION_KEY] = request.POST.get("post", "")
    return redirect(address_after(request))


@require_GET
def choose_language(request: Request, code: str) -> HttpResponse:
    """Remember the language in this browser and go back."""
    response = redirect(address_after(request))
    response.set_cookie(LANGUAGE_COOKIE, code, max_age=_YEAR, samesite="Lax")
    return response


@require_http_methods(["GET", "POST"])
def choose_type(request: Request) -> HttpResponse:
    """Turn large type on or off; works without script."""
    response = redirect(address_after(request))
    size = "" if request.COOKIES.get(TYPE_COOKIE) == "large" else "large"
    response.set_cookie(TYPE_COOKIE, size, max_age=_YEAR, samesite="Lax")
    return response


def address_after(request: Request) -> str:
    """The address that `next` names, where it lies on this site; else the workbench."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return reverse("workbench")
