"""Addresses of the programming interface, below /api/v1/."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET

from wangge.interfaces.api import cases
from wangge.interfaces.api.answering import BearerToken, answer_in_problems, without_pages
from wangge.interfaces.api.description import Api
from wangge.interfaces.web.door import outside_door

app_name = "api"


def _public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The description says nothing about anybody and needs no database."""
    return outside_door(csrf_exempt(require_GET(view)))


api = Api(
    title="wangge",
    version="1",
    description="Cases of a county's grid governance. See docs/api.md of the source.",
    docs_url=None,
    docs_decorator=_public,
    urls_namespace=app_name,
    auth=BearerToken(),
)
api.add_router("", cases.router)
answer_in_problems(api)


def _answered(pattern: Any) -> URLPattern:
    view = without_pages(pattern.callback)
    return URLPattern(pattern.pattern, view, pattern.default_args, pattern.name)


urlpatterns = [_answered(pattern) for pattern in api.urls[0]]
