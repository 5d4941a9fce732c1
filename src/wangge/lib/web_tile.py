"""Tiles of web maps: squares of the web Mercator projection (EPSG:3857), zoom by zoom.

At zoom z the world is 2^z × 2^z tiles; x counts from the west, y from the north.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan, degrees, exp, floor, log, pi, radians, tan
from typing import Final, NamedTuple

HALF_WORLD: Final = 20_037_508.342789244
"""Metres of the projection from the middle of the world to its edge."""

_RADIUS: Final = HALF_WORLD / pi


class Box(NamedTuple):
    """West, south, east and north: degrees or metres of the projection, as it is said."""

    west: float
    south: float
    east: float
    north: float

    def grown(self, share: float) -> Box:
        """With a margin on each side, as a share of its width and height."""
        across, up = (self.east - self.west) * share, (self.north - self.south) * share
        return Box(self.west - across, self.south - up, self.east + across, self.north + up)


@dataclass(frozen=True, slots=True)
class WebTile:
    """A tile by its address."""

    z: int
    x: int
    y: int

    @property
    def exists(self) -> bool:
        """Whether the world has such a tile."""
        return 0 <= self.z <= 30 and 0 <= self.x < 2**self.z and 0 <= self.y < 2**self.z

    @property
    def box(self) -> Box:
        """In metres of the projection."""
        side: float = 2 * HALF_WORLD / 2**self.z
        west, north = self.x * side - HALF_WORLD, HALF_WORLD - self.y * side
        return Box(west, north - side, west + side, north)

    @property
    def children(self) -> tuple[WebTile, ...]:
        """Its four quarters one zoom deeper: north-west, north-east, south-west, south-east."""
        x, y = 2 * self.x, 2 * self.y
        return tuple(
            WebTile(self.z + 1, x + right, y + down) for down in (0, 1) for right in (0, 1)
        )


def tiles_over(box: Box, zoom: int) -> Iterator[WebTile]:
    """The tiles of a zoom that meet a box in metres, row by row from the north-west."""
    side: float = 2 * HALF_WORLD / 2**zoom
    last: int = 2**zoom - 1

    def place(metres: float) -> int:
        return min(max(floor(metres / side), 0), last)

    rows = range(place(HALF_WORLD - box.north), place(HALF_WORLD - box.south) + 1)
    columns = range(place(box.west + HALF_WORLD), place(box.east + HALF_WORLD) + 1)
    return (WebTile(zoom, x, y) for y in rows for x in columns)


def in_web_metres(box: Box) -> Box:
    """A box in degrees of longitude and latitude, in metres of the projection."""
    return Box(_east(box.west), _north(box.south), _east(box.east), _north(box.north))


def in_degrees(box: Box) -> Box:
    """The inverse."""
    return Box(_lon(box.west), _lat(box.south), _lon(box.east), _lat(box.north))


def _east(lon: float) -> float:
    return _RADIUS * radians(lon)


def _north(lat: float) -> float:
    return _RADIUS * log(tan(pi / 4 + radians(lat) / 2))


def _lon(east: float) -> float:
    return degrees(east / _RADIUS)


def _lat(north: float) -> float:
    return degrees(2 * atan(exp(north / _RADIUS)) - pi / 2)
