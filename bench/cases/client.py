"""A browser as cheap as it can be: one kept connection, and nothing read beyond what is needed.

It shares the machine with the server it measures, so what it spends is taken from the server.
"""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from urllib.parse import urlencode

HOST = "127.0.0.1"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: *([^;\r]+)", re.IGNORECASE)
_VERSION = re.compile(rb"\r\netag: *([^;\r]+)", re.IGNORECASE)
_TOKEN = re.compile(rb'csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came; what it says is looked up only when asked for."""

    status: int
    head: bytes
    body: bytes

    @property
    def cookie(self) -> str:
        """The cookies it sets, as a browser sends them back."""
        return "; ".join(each.decode() for each in _COOKIE.findall(self.head))

    @property
    def version(self) -> str:
        """Its ETag."""
        found = _VERSION.search(self.head)
        return found[1].decode() if found else ""

    @property
    def token(self) -> str:
        """The token of its form."""
        found = _TOKEN.search(self.body)
        assert found, "a page without a form"
        return found[1].decode()


class Client:
    """One connection to the server, kept for all requests."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket = socket.create_connection((HOST, port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, path: str, cookie: str = "", known: str = "") -> Answer:
        """A page with its whole body; `known` is the version (ETag) one has already."""
        asked = f"If-None-Match: {known}\r\n" if known else ""
        return self._ask(f"GET {path} HTTP/1.1\r\n{self._headers(cookie)}{asked}\r\n".encode())

    def post(self, path: str, fields: dict[str, str], cookie: str) -> Answer:
        """A form sent; where its answer leads is not followed."""
        body = urlencode(fields).encode()
        head = (
            f"POST {path} HTTP/1.1\r\n{self._headers(cookie)}"
            f"Referer: http://{HOST}:{self._port}/\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return self._ask(head.encode() + body)

    def close(self) -> None:
        self._socket.close()

    def _headers(self, cookie: str) -> str:
        return f"Host: {HOST}:{self._port}\r\nCookie: {cookie}\r\n"

    def _ask(self, request: bytes) -> Answer:
        self._socket.sendall(request)
        got = b""
        while (end := got.find(b"\r\n\r\n")) < 0:
            got += self._more()
        head, body = got[:end], got[end + 4 :]
        status = int(head[9:12])
        if status == 304:
            return Answer(status, head, b"")
        length = _LENGTH.search(head)
        assert length, "an answer that does not say how long it is"
        while len(body) < int(length[1]):
            body += self._more()
        return Answer(status, head, body)

    def _more(self) -> bytes:
        got = self._socket.recv(262_144)
        if not got:
            raise ConnectionError("the server closed the connection")
        return got
