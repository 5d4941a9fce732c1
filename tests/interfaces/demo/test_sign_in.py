"""The demo's page of names: no password, and only on the demo's own computer."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.interfaces.web.test_session import CENTRE, CLERK, is_signed_in, text_of


def test_the_demo_s_people_are_grouped_by_level(db: None, client: Client) -> None:
    shown = text_of(client.get("/demo/sign-in"))
    order = [shown.index(f'value="{name}"') for name in (CENTRE, "township_centre", CLERK)]
    assert order == sorted(order)
    assert shown.index("<h2>县</h2>") < shown.index("<h2>乡镇</h2>") < shown.index("<h2>村</h2>")


def test_the_demo_signs_in_by_name(db: None, client: Client) -> None:
    assert client.post("/demo/sign-in", {"username": CLERK, "next": "/"})["Location"] == "/"
    assert is_signed_in(client)


@pytest.mark.parametrize("address", ["192.0.2.7", "10.0.0.3", "2001:db8::1"])
def test_the_demo_is_closed_from_afar(db: None, client: Client, address: str) -> None:
    asked = client.get("/demo/sign-in", REMOTE_ADDR=address)
    posted = client.post("/demo/sign-in", {"username": CLERK}, REMOTE_ADDR=address)
    assert asked.status_code == posted.status_code == 403
    assert not is_signed_in(client)


def test_the_demo_is_open_on_both_loopbacks(db: None, client: Client) -> None:
    for address in ("127.0.0.1", "::1"):
        assert client.get("/demo/sign-in", REMOTE_ADDR=address).status_code == 200
