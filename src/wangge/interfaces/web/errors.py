"""Every refusal and every fault as a page, with the reference number that the log has too."""

import logging
import sys
import traceback
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wangge.interfaces.web.bearer import is_call
from wangge.interfaces.web.problems import fault, problem
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal

log = logging.getLogger("wangge.request")

_OWN_PAGE = frozenset({400, 403, 404, 409})


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A refusal as a whole page, as a fragment where htmx asked for one, as a problem to a program."""
    if is_call(request):
        return problem(request, refusal)
    fragment = bool(getattr(request, "htmx", False))
    page = refusal.status if refusal.status in _OWN_PAGE else 409
    template = "web/refusal_fragment.html" if fragment else f"web/{page}.html"
    context = {"message": refusal.message, "fields": refusal.fields}
    return render(request, template, context, status=refusal.status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that leads nowhere."""
    return refused(request, Refusal(Message("refusal.page_not_found"), status=404))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that cannot be read."""
    return refused(request, Refusal(Message("refusal.bad_request"), status=400))


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Refused by the framework itself."""
    return refused(request, Refusal.forbidden())


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page lay open too long, or cookies are off."""
    return refused(request, Refusal(Message("refusal.form_expired"), status=403))


def server_error(request: HttpRequest, *args: Any) -> HttpResponse:
    """A bug: the person gets a page with the reference number, the log gets type and frames.

    The text of an exception is not logged: PostgreSQL puts the failing row into it.
    """
    kind, error, trace = sys.exc_info()
    log.error(
        "bug",
        extra={
            "request_id": getattr(request, "request_id", ""),
            "error": kind.__name__ if kind else "",
            "sqlstate": getattr(getattr(error, "__cause__", None), "sqlstate", None),
            "frames": traceback.format_tb(trace) if trace else [],
        },
    )
    if is_call(request):
        return fault(request)
    return render(request, "web/500.html", {}, status=500)
