"""What every page knows about its reader: actor, language, text size, the instant of the request."""

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
from wangge.interfaces.web.request import Request
from wangge.registers.organisations.queries.actors import actor_of


class VisitorMiddleware:
    """Sets what `Request` promises: who asks, when, in which language (the rest comes before it)."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.now = timezone.now()
        know = _know_program if is_call(request) else _know_person
        know(request)
        response = self.get_response(request)
        response.setdefault("Content-Language", request.language)
        if request.full_actor.is_person:
            # Desks are shared: after signing out, nothing of what was shown is found on the machine.
            response.setdefault("Cache-Control", "private, no-store")
        return response


def _know_program(request: Request) -> None:
    """By its token alone: no cookie is looked at."""
    request.language = language_of_call(request)
    request.large_type = False
    request.actor, request.owes = caller_of(request, request.now)
    request.full_actor = request.actor


def _know_person(request: Request) -> None:
    request.language = language_of(request)
    request.large_type = request.COOKIES.get(TYPE_COOKIE) == "large"
    end_if_idle(request, request.now)
    request.owes = None
    request.full_actor = full_actor_of(request)
    request.actor = narrowed(request.full_actor, request)


def language_of(request: Request) -> str:
    """Chinese first; English when the person chose it."""
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "zh")
    return chosen if chosen in dict(settings.LANGUAGES) else "zh"


def full_actor_of(request: Request) -> Actor:
    """The signed-in person in all posts held or covered today, else a visitor.

    Somebody who still owes a step (see `pages.signed_in`) is known, but has no post and so no rights.
    """
    if not request.session.session_key or not request.user.is_authenticated:
        return Actor.visitor()
    actor = actor_of(request.user.pk, request.now)
    request.owes = request.user.owes
    return replace(actor, posts=()) if request.user.owes else actor


def narrowed(actor: Actor, request: Request) -> Actor:
    """The actor in the one post they chose to work in, or unchanged."""
    post_id = request.session.get(POST_SESSION_KEY) if actor.is_person else None
    held = {str(post.post_id): post.post_id for post in actor.posts}
    return actor.narrowed_to(held[post_id]) if post_id in held else actor


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Names that are always there in a template, even where nothing is known about the request."""
    return {
        "actor": getattr(request, "actor", Actor.visitor()),
        "full_actor": getattr(request, "full_actor", Actor.visitor()),
        "language": getattr(request, "language", "zh"),
        "large_type": getattr(request, "large_type", False),
        "now": getattr(request, "now", None) or timezone.now(),
        "request_id": getattr(request, "request_id", ""),
        "demo": settings.DEMO,
    }
