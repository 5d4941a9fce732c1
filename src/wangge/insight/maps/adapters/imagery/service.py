"""Fetching picture tiles from another server, for paper: browsers ask for theirs themselves."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from itertools import chain
from time import monotonic
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings

from wangge.lib.web_tile import WebTile

_SECONDS: Final = 15.0
"""For all tiles of a picture together: somebody waits for the sheet."""

_ANSWER_SECONDS: Final = 5.0
_AT_ONCE: Final = 6  # connections, as a browser has
_LARGEST: Final = 2_000_000  # bytes; a tile has some ten thousand
_NO_SUCH_TILE: Final = (204, 404)


class NoPicture(Exception):  # noqa: N818 - the name is what there is not
    """There is no picture of the ground to be had: no service, no answer, or nothing of the place."""


def fetched(address: str, tiles: Sequence[WebTile]) -> dict[WebTile, bytes]:
    """The tiles that a service has, by its address with {z}, {x} and {y}.

    NoPicture if it does not answer as it should; the caller then takes another ground.
    """
    until = monotonic() + _SECONDS
    shares = [share for start in range(_AT_ONCE) if (share := tiles[start::_AT_ONCE])]
    with ThreadPoolExecutor(_AT_ONCE) as hands:
        found = hands.map(lambda share: _share(address, share, until), shares)
        return dict(chain.from_iterable(found))


def _share(address: str, tiles: Sequence[WebTile], until: float) -> list[tuple[WebTile, bytes]]:
    """One tile after the other over one connection."""
    parts = urlsplit(address)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=_ANSWER_SECONDS)
    found = []
    try:
        for tile in tiles:
            if monotonic() > until:
                raise NoPicture("too slow")
            if content := _tile(connection, _path(address, tile)):
                found.append((tile, content))
    except (OSError, HTTPException) as error:
        raise NoPicture(type(error).__name__) from error
    finally:
        connection.close()
    return found


def _tile(connection: HTTPConnection, path: str) -> bytes:
    """A tile, empty if the service has none there. Redirections are not followed."""
    connection.request("GET", path, headers=_headers())
    answer = connection.getresponse()
    content = answer.read(_LARGEST)
    if answer.status in _NO_SUCH_TILE:
        return b""
    if answer.status != 200:
        raise NoPicture(f"HTTP {answer.status}")
    return content


def _headers() -> dict[str, str]:
    """A provider tells by the referrer whether a key is used where it may be."""
    site = settings.PUBLIC_ADDRESS
    return {"User-Agent": "wangge", **({"Referer": f"{site}/"} if site else {})}


def _path(address: str, tile: WebTile) -> str:
    parts = urlsplit(address)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    for name, number in (("{z}", tile.z), ("{x}", tile.x), ("{y}", tile.y)):
        path = path.replace(name, str(number))
    return path
