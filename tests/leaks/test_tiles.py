"""Every layer of every tile, for every role: what it may bear, and the same for all where it is public.

Whose households stand on them, the leak table holds against the oracle (endpoints.toml).
"""

from __future__ import annotations

import pytest

from tests.insight.maps.ground import HOME, SIBLING_HOME, console_address, public_address, tile_at
from tests.insight.maps.mvt import read
from tests.leaks.plan import STAFF, sample_of_staff
from tests.leaks.scene import VISITOR, Scene

ZOOMS = (9, 12, 13, 14, 16)
PUBLIC = {"townships", "villages", "grids", "names"}
OFFICIAL = PUBLIC | {"groups", "barriers", "bridges"}
# A property a layer may bear; whatever else a feature said would be new to the person it is shown to.
SAID = {
    "townships": {"name", "tint"},
    "villages": {"name", "tint"},
    "grids": {"name", "tint"},
    "names": {"name", "level", "worker"},
    "groups": {"number", "name"},
    "barriers": {"kind", "name"},
    "bridges": {"name"},
    "households": {"approximate"},
}


@pytest.mark.parametrize("zoom", ZOOMS)
def test_what_a_tile_bears(scene: Scene, everything: bool, zoom: int) -> None:
    places = {"home": HOME, "sibling": SIBLING_HOME}
    asked = [(role, place) for role in STAFF for place in places]
    bears = OFFICIAL | {"households"} if zoom > 12 else OFFICIAL
    for role, place in sample_of_staff(asked, everything=everything):
        answer = scene.browser(role).get(console_address(tile_at(zoom, places[place])))
        found = read(answer.content)
        assert set(found) <= bears
        assert {n for n, each in found.items() if any(set(f.said) - SAID[n] for f in each)} == set()
        assert b"ZZ" not in answer.content  # neither a case nor the head of a household


@pytest.mark.parametrize("role", [VISITOR, "station_head", "county_centre"])
def test_the_public_tile_is_the_same_for_all(scene: Scene, role: str) -> None:
    for zoom in ZOOMS:
        address = public_address(tile_at(zoom))
        answer = scene.browser(role).get(address)
        assert set(read(answer.content)) <= PUBLIC
        assert not any("worker" in each.said for each in read(answer.content)["names"])
        assert answer.content == scene.browser(VISITOR).get(address).content
