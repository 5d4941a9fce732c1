"""Finding one's worker on the map: each press leads nearer, and the lists lead where presses do."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.world import SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.insight.maps.ground import GRIDS, drawn, outlines
from tests.interfaces.counting import queries_of
from tests.interfaces.portal.conftest import text_of

pytestmark = pytest.mark.django_db


def test_lists_lead_from_the_county_to_the_worker(client: Client) -> None:
    drawn(outlines())
    assert 'href="/worker/map"' in text_of(client.get("/worker"))
    assert f"/worker/map/{TOWNSHIP}" in text_of(client.get("/worker/map"))
    assert f"/worker/map/{VILLAGE}" in text_of(client.get(f"/worker/map/{TOWNSHIP}"))
    village = text_of(client.get(f"/worker/map/{VILLAGE}"))
    assert f'href="/g/{GRIDS[0]}"' in village
    assert f"/worker/at/{VILLAGE}" in village


def test_a_press_on_a_grid_is_answered_with_its_page(client: Client) -> None:
    assert client.get(f"/worker/map/{GRIDS[0]}")["Location"] == f"/g/{GRIDS[0]}"


def test_a_village_that_is_not_drawn_is_answered_with_its_groups(client: Client) -> None:
    assert client.get(f"/worker/map/{VILLAGE}")["Location"] == f"/worker/at/{VILLAGE}"
    assert "/worker/map" not in text_of(client.get(f"/worker/at/{VILLAGE}"))
    drawn(outlines())
    assert f"/worker/map/{VILLAGE}" in text_of(client.get(f"/worker/at/{VILLAGE}"))


def test_it_begins_with_the_village_of_last_time(client: Client) -> None:
    drawn(outlines())
    client.get(f"/worker/at/{SIBLING_VILLAGE}")
    assert client.get("/worker/map")["Location"] == f"/worker/map/{SIBLING_VILLAGE}"
    assert client.get("/worker/map?other=1").status_code == 200


@pytest.mark.parametrize("code", ["431124999", "4311242122", "431125001", f"{VILLAGE}999"])
def test_where_nothing_is_nothing_is_found(client: Client, code: str) -> None:
    assert client.get(f"/worker/map/{code}", follow=True).status_code == 404


def test_no_name_and_no_number_of_a_worker(client: Client) -> None:
    drawn(outlines())
    for place in ("", f"/{TOWNSHIP}", f"/{VILLAGE}"):
        assert "甲网格员" not in text_of(client.get(f"/worker/map{place}"))


def test_statements(client: Client) -> None:
    drawn(outlines())
    client.get("/")
    with queries_of("portal worker map"):
        client.get(f"/worker/map/{VILLAGE}")
