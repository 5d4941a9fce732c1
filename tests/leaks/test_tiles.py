"""Every layer of every tile, for every role: homes to who looks after them, nothing that bears a mark."""

from __future__ import annotations

import pytest

from tests.insight.maps.ground import (
    GRIDS,
    HOME,
    SIBLING_HOME,
    console_address,
    homes_at,
    public_address,
    settled,
    tile_at,
)
from tests.insight.maps.mvt import read
from tests.leaks.oracle import sees_homes, staff
from tests.leaks.scene import VISITOR, Scene

STAFF = staff()
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


@pytest.mark.parametrize("role", [VISITOR, *STAFF])
def test_what_a_tile_shows_to_whom(scene: Scene, role: str) -> None:
    settled()
    homes_at(g1=HOME)  # on the ground of the first grid, of the second by the register
    posts = STAFF.get(role, ())
    for place, homes in ((HOME, GRIDS[:2]), (SIBLING_HOME, GRIDS[2:3])):
        for zoom in ZOOMS:
            answer = scene.browser(role).get(console_address(tile_at(zoom, place)))
            if role == VISITOR:
                assert answer.status_code == 302
                continue
            found = read(answer.content)
            seen = sum(sees_homes(posts, home) for home in homes) if zoom >= 16 else None
            assert set(found) <= (OFFICIAL | {"households"} if zoom > 12 else OFFICIAL)
            assert seen is None or len(found.get("households", ())) == seen
            assert {
                n for n, each in found.items() if any(set(f.said) - SAID[n] for f in each)
            } == set()
            assert b"ZZ" not in answer.content  # neither a case nor the head of a household


@pytest.mark.parametrize("role", [VISITOR, "station_head", "county_centre"])
def test_the_public_tile_is_the_same_for_all(scene: Scene, role: str) -> None:
    settled()
    for zoom in ZOOMS:
        address = public_address(tile_at(zoom))
        answer = scene.browser(role).get(address)
        assert set(read(answer.content)) <= PUBLIC
        assert not any("worker" in each.said for each in read(answer.content)["names"])
        assert answer.content == scene.browser(VISITOR).get(address).content
