"""Drawing a page: the template, its context, and the shell around it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from wangge.access.permissions import Permission
from wangge.interfaces.web.components.shapes import Link
from wangge.lib.refusal import Refusal

P = ParamSpec("P")
View = Callable[..., HttpResponse]


def page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """Render a template of one of the faces; the faces' context processors add their shell."""
    return render(request, template, context, status=status)


def languages(request: HttpRequest) -> list[Link]:
    """The language switch; each leads back to the page it stands on."""
    here = request.get_full_path()
    chosen = request.language  # type: ignore[attr-defined]
    return [
        Link(
            name,
            f"{reverse('language', args=[code])}?{urlencode({'next': here})}",
            current=code == chosen,
            lang=code,
        )
        for code, name in settings.LANGUAGES
    ]


def signed_in(permission: Permission | None = None) -> Callable[[View], View]:
    """For officials only: a visitor is led to the sign-in page, a post without leave is refused."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            actor = request.actor  # type: ignore[attr-defined]
            if not actor.is_person:
                here = urlencode({"next": request.get_full_path()})
                return redirect(f"{reverse('sign-in')}?{here}")
            if permission is not None and not actor.holds(permission):
                raise Refusal.forbidden()
            return view(request, *args, **kwargs)

        return guarded

    return guard
