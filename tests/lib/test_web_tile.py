"""Tiles tile the world: every place lies in one tile of a zoom, and quarters make a whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.web_tile import (
    HALF_WORLD,
    Box,
    WebTile,
    in_degrees,
    in_web_metres,
    tiles_over,
)

zooms = st.integers(0, 18)
tiles = zooms.flatmap(
    lambda z: st.builds(WebTile, st.just(z), st.integers(0, 2**z - 1), st.integers(0, 2**z - 1))
)
places = st.tuples(st.floats(-179.9, 179.9), st.floats(-84.9, 84.9))


@given(place=places, zoom=zooms)
def test_a_place_lies_in_its_tile(place: tuple[float, float], zoom: int) -> None:
    point = in_web_metres(Box(*place, *place))
    (tile,) = set(tiles_over(point, zoom))
    west, south, east, north = tile.box
    assert west - 1e-6 <= point.west <= east + 1e-6
    assert south - 1e-6 <= point.south <= north + 1e-6


@given(tile=tiles)
def test_quarters_make_the_whole(tile: WebTile) -> None:
    boxes = [child.box for child in tile.children]
    whole = Box(
        min(b.west for b in boxes),
        min(b.south for b in boxes),
        max(b.east for b in boxes),
        max(b.north for b in boxes),
    )
    assert all(abs(a - b) < 1e-6 for a, b in zip(whole, tile.box, strict=True))
    assert boxes[0].north == max(b.north for b in boxes)


@given(place=places)
def test_degrees_and_metres_are_inverse(place: tuple[float, float]) -> None:
    box = Box(*place, *place)
    assert all(abs(a - b) < 1e-9 for a, b in zip(in_degrees(in_web_metres(box)), box, strict=True))


@given(tile=tiles, beyond=st.integers(1, 10**30))
def test_what_the_world_does_not_have(tile: WebTile, beyond: int) -> None:
    assert tile.exists
    assert not WebTile(tile.z, 2**tile.z - 1 + beyond, tile.y).exists
    assert not WebTile(tile.z, tile.x, 2**tile.z - 1 + beyond).exists
    assert not WebTile(30 + beyond, 0, 0).exists


def test_the_world_is_one_tile() -> None:
    assert WebTile(0, 0, 0).box == Box(-HALF_WORLD, -HALF_WORLD, HALF_WORLD, HALF_WORLD)
    assert len(list(tiles_over(WebTile(0, 0, 0).box.grown(1), 2))) == 16
