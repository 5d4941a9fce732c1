"""The web's door: one transaction a request, in the scope of the request's actor."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from wangge.doors.door import door
from wangge.interfaces.web.errors import refused
from wangge.interfaces.web.request import Request
from wangge.lib.refusal import Refusal

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def outside_door(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view that opens its own door, or needs none (health, sign-in of a reporter)."""
    view.outside_door = True  # type: ignore[attr-defined]
    return view


class DoorMiddleware:
    """Innermost middleware: runs the view itself, so that a deadlock can run it again.

    A Refusal is rendered here, inside the transaction: what the refused operation did is already
    undone with its savepoint, and what the view itself wrote stays.
    """

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: Request,
        view: Callable[..., HttpResponseBase],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        if getattr(view, "outside_door", False):
            return None

        def unit() -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except Refusal as refusal:
                return refused(request, refusal)

        actor = request.actor
        return door(actor, unit, read_only=request.method in _READING)
