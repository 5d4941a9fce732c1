"""What every page knows of who is looking: actor, language, text size, the instant of the request."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wangge.access.actor import Actor
from wangge.interfaces.web.bearer import caller_of, is_call, language_of_call
from wangge.interfaces.web.idle import end_if_idle
from wangge.interfaces.web.remembered import LANGUAGE_COOKIE, POST_SESSION_KEY, TYPE_COOKIE
from wangge.registers.organisations.queries.actors import actor_of


class VisitorMiddleware:
    """Sets request.actor, request.now, request.owes, request.language, request.large_type."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]
        know = _know_program if is_call(request) else _know_person
        know(request)
        response = self.get_response(request)
        response.setdefault("Content-Language", request.language)  # type: ignore[attr-defined]
        if request.full_actor.is_person:  # type: ignore[attr-defined]
            # Desks are shared: after signing out, nothing of what was shown is found on the machine.
            response.setdefault("Cache-Control", "private, no-store")
        return response


def _know_program(request: HttpRequest) -> None:
    """By its token alone: no cookie is looked at."""
    request.language = language_of_call(request)  # type: ignore[attr-defined]
    request.large_type = False  # type: ignore[attr-defined]
    request.actor, request.owes = caller_of(request, request.now)  # type: ignore[attr-defined]
    request.full_actor = request.actor  # type: ignore[attr-defined]


def _know_person(request: HttpRequest) -> None:
    request.language = language_of(request)  # type: ignore[attr-defined]
    request.large_type = request.COOKIES.get(TYPE_COOKIE) == "large"  # type: ignore[attr-defined]
    end_if_idle(request, request.now)  # type: ignore[attr-defined]
    request.owes = None  # type: ignore[attr-defined]
    request.full_actor = full_actor_of(request)  # type: ignore[attr-defined]
    request.actor = narrowed(request.full_actor, request)  # type: ignore[attr-defined]


def language_of(request: HttpRequest) -> str:
    """Chinese first; English when the person chose it."""
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "zh")
    return chosen if chosen in dict(settings.LANGUAGES) else "zh"


def full_actor_of(request: HttpRequest) -> Actor:
    """The signed-in person in all posts held or covered today, else a visitor.

    Who still owes a step (see `pages.signed_in`) is known, but has no post and so no rights.
    """
    if not request.session.session_key or not request.user.is_authenticated:
        return Actor.visitor()
    actor = actor_of(request.user.pk, request.now)  # type: ignore[attr-defined]
    request.owes = request.user.owes  # type: ignore[attr-defined]
    return replace(actor, posts=()) if request.user.owes else actor


def narrowed(actor: Actor, request: HttpRequest) -> Actor:
    post_id = request.session.get(POST_SESSION_KEY) if actor.is_person else None
    held = {str(post.post_id): post.post_id for post in actor.posts}
    return actor.narrowed_to(held[post_id]) if post_id in held else actor


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Names that are always there in a template."""
    return {
        "actor": getattr(request, "actor", Actor.visitor()),
        "full_actor": getattr(request, "full_actor", Actor.visitor()),
        "language": getattr(request, "language", "zh"),
        "large_type": getattr(request, "large_type", False),
        "now": getattr(request, "now", None) or timezone.now(),
        "request_id": getattr(request, "request_id", ""),
        "demo": settings.DEMO,
    }
