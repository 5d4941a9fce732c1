"""Asking an address as somebody, and reading everything that the answer says."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from django.core.handlers.base import BaseHandler
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from tests.insight.maps.mvt import point_of, read
from wangge.lib.web_tile import WebTile


@dataclass(frozen=True)
class Asking:
    """Somebody who asks, through every middleware; without the test client's look into templates."""

    cookies: dict[str, str]
    headers: dict[str, str]

    def get(self, address: str) -> HttpResponse:
        return self._ask(lambda factory: factory.get(address, headers=self.headers))

    def post(self, address: str, said: Mapping[str, Any] | None = None) -> HttpResponse:
        """A form."""
        return self._ask(lambda factory: factory.post(address, said or {}, headers=self.headers))

    def send(self, address: str, said: Mapping[str, Any]) -> HttpResponse:
        """JSON."""
        return self._ask(
            lambda factory: factory.post(
                address, dict(said), content_type="application/json", headers=self.headers
            )
        )

    def _ask(self, make: Callable[[RequestFactory], HttpRequest]) -> HttpResponse:
        factory = RequestFactory()
        factory.cookies.load(self.cookies)
        request = make(factory)
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        return _handler().get_response(request)


@cache
def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def body(answer: HttpResponse) -> str:
    """The answer as it was sent."""
    return answer.content.decode(errors="replace")


def text_of(answer: HttpResponse, address: str) -> str:
    """Everything an answer tells: body, redirect, file name, contents of a workbook, homes of a tile."""
    said = [body(answer), answer.get("Location", ""), answer.get("Content-Disposition", "")]
    if answer.content.startswith(b"PK"):
        said += _packed(answer.content)
    if "tile" in answer.get("Content-Type", ""):
        said += _homes(answer.content, address)
    return "\n".join(said)


def _packed(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            yield f"{name}\n{archive.read(name).decode(errors='replace')}"


def _homes(tile: bytes, address: str) -> Iterator[str]:
    z, x, y = map(int, address.split("?", 1)[0].rsplit("/", 3)[1:])
    for feature in read(tile).get("households", ()):
        yield mark_of_place(*point_of(feature, WebTile(z, x, y)))


def mark_of_place(longitude: float, latitude: float) -> str:
    """How a point of a tile is written for the table; a ten-thousandth of a degree is ten metres."""
    return f"at:{longitude:.4f},{latitude:.4f}"
