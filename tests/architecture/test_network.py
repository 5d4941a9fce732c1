"""Tests reach this machine and no other."""

from __future__ import annotations

import socket

import pytest

from tests.architecture.loopback import ReachedOutError

ELSEWHERE = "192.0.2.1"  # kept for documentation (RFC 5737): it belongs to nobody


def test_no_address_but_loopback_is_reached() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, pytest.raises(ReachedOutError):
        one.connect((ELSEWHERE, 9))


def test_no_name_is_looked_up() -> None:
    with pytest.raises(ReachedOutError):
        socket.getaddrinfo("name.invalid", 80)


def test_loopback_is_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert client.getpeername() == server.getsockname()
