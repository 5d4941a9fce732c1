"""Every refusal and every fault as programs read them: problem details (RFC 9457)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from wangge.interfaces.web.bearer import language_of_call
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal

MEDIA_TYPE = "application/problem+json"

_TITLED = frozenset({400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500})


def problem(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A refusal with its code, its words in the language of the call, and the fields it names."""
    response = _answer(request, refusal.status, refusal.message, refusal)
    if refusal.status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="wangge"'
    return response


def fault(request: HttpRequest) -> HttpResponse:
    """A bug. What went wrong stands in the log, under the reference number."""
    return _answer(request, 500, Message("api.fault"))


def _answer(
    request: HttpRequest, status: int, message: Message, refusal: Refusal | None = None
) -> HttpResponse:
    language = language_of_call(request)
    title = status if status in _TITLED else 409
    content = {
        "type": f"urn:wangge:{message.code}",
        "title": settings.WORDS.say(Message(f"api.title.{title}"), language),
        "status": status,
        "detail": settings.WORDS.say(message, language),
        "instance": getattr(request, "request_id", ""),
        **message.to_json(),
        "fields": _fields(refusal, language) if refusal else {},
        "data": refusal.data if refusal else {},
    }
    response = JsonResponse(content, status=status, content_type=MEDIA_TYPE)
    response["Content-Language"] = language
    response["Cache-Control"] = "no-store"
    return response


def _fields(refusal: Refusal, language: str) -> dict[str, Any]:
    return {
        name: {**message.to_json(), "words": settings.WORDS.say(message, language)}
        for name, message in refusal.fields.items()
    }
