"""Drawing a page: the template, its context, and the shell around it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from wangge.access.permissions import Permission
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.request import Request
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.rules import Owed, network_of

P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponse]


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """Render a template of one of the faces; the faces' context processors add their shell."""
    return render(request, template, context, status=status)


def languages(request: Request) -> list[Link]:
    """The language switch; each leads back to the page it stands on."""
    here = request.get_full_path()
    chosen = request.language
    return [
        Link(
            name,
            f"{reverse('language', args=[code])}?{urlencode({'next': here})}",
            current=code == chosen,
            lang=code,
        )
        for code, name in settings.LANGUAGES
    ]


def network_here(request: Request) -> str:
    """The network the request comes from, as failures are counted."""
    return network_of(request.META.get("REMOTE_ADDR", ""))


# Where an account does what it owes; nothing else is open to it until then.
_OWED_AT = {Owed.PASSWORD: "account-password", Owed.SECOND_FACTOR: "account-second-factor"}


def signed_in(
    permission: Permission | None = None, *, pays: Owed | None = None
) -> Callable[[View[P]], View[P]]:
    """For officials only: a visitor is led to the sign-in page, a post without leave is refused.

    An account that owes a step (a password of its own, a second factor) is led there first, from
    every page but the one that `pays` it.
    """

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            actor = request.actor
            if not actor.is_person:
                here = urlencode({"next": request.get_full_path()})
                return redirect(f"{reverse('sign-in')}?{here}")
            owes = request.owes
            if owes is not None and owes is not pays:
                return redirect(_OWED_AT[owes])
            if permission is not None and not actor.holds(permission):
                raise Refusal.forbidden()
            return view(request, *args, **kwargs)

        return guarded

    return guard
