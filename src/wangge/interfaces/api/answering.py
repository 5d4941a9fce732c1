"""Every refusal of the API as a problem, whether it comes from the law, the body or the framework.

Unforeseen faults go on to the door, which undoes the transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from wangge.interfaces.api.reading import invalid
from wangge.interfaces.web.problems import problem
from wangge.interfaces.web.request import known
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal


class BearerToken(HttpBearer):
    """The middleware has identified the caller (web.bearer); without a valid token nobody is let in."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The caller, or None. 403 while the account owes a step that is done on the pages."""
        actor, owes = known(request).actor, known(request).owes
        if owes is not None:
            raise Refusal(Message(f"api.owes.{owes.value}"), status=403)
        return actor if actor.is_person else None


def without_pages(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view whose bare "method not allowed" becomes a problem."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if answer.status_code != 405:
            return answer
        refused = problem(request, Refusal(Message("api.method"), status=405))
        refused["Allow"] = answer["Allow"]
        return refused

    return answered


def _misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:
    # the first part of a place is where it was found: query, path, header
    return problem(request, invalid((tuple(fault["loc"][1:]), fault) for fault in error.errors))


def _unknown_caller(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(request, Refusal(Message("api.token_needed"), status=401))


def _by_framework(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(request, Refusal(Message("refusal.bad_request"), status=error.status_code))


def _unforeseen(request: HttpRequest, error: Exception) -> HttpResponse:
    raise error


_ANSWERS: Final[Mapping[type[Exception], Callable[[HttpRequest, Any], HttpResponse]]] = {
    Refusal: problem,
    ValidationError: _misshapen,
    AuthenticationError: _unknown_caller,
    HttpError: _by_framework,
    Exception: _unforeseen,
}


def answer_in_problems(api: NinjaAPI) -> None:
    """Register how each kind of refusal is answered."""
    for kind, answer in _ANSWERS.items():
        api.add_exception_handler(kind, answer)
