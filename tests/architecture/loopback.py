"""No test talks to the network: an audit hook refuses every address but this machine's own.

It holds for the whole process and every thread in it, from the first import on, and cannot be taken
off again. A database over a Unix socket and a server on loopback are what tests need.
"""

from __future__ import annotations

import ipaddress
import sys

REACHING_OUT = {"socket.connect", "socket.sendto", "socket.getaddrinfo"}


class ReachedOutError(RuntimeError):
    """A test tried to reach another machine."""


def is_own(host: object) -> bool:
    """Whether a host, as sockets name them, is this machine."""
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name in {"", "localhost"}


def _refuse_strangers(event: str, arguments: tuple[object, ...]) -> None:
    if event not in REACHING_OUT:
        return
    host = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
    if isinstance(host, tuple):  # (host, port); the address of a Unix socket is a path
        host = host[0]
    elif event != "socket.getaddrinfo":
        return
    if not is_own(host):
        raise ReachedOutError(f"{event} to {host!r}")


sys.addaudithook(_refuse_strangers)
