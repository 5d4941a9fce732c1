"""Coordinates: the systems points come in, and metres on the ground.

The database keeps CGCS2000; GPS gives WGS-84, the same within centimetres. Chinese web maps
shift: AMap and Tencent give GCJ-02, Baidu BD-09. Points are converted when they are taken in,
and their source system is recorded. All coordinates are degrees, longitude first.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from math import atan2, cos, hypot, pi, sin, sqrt
from typing import Final, NamedTuple, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod, Transformer
from shapely.geometry.base import BaseGeometry

Shape = TypeVar("Shape", bound=BaseGeometry)

_GEODESIC: Final = Geod(ellps="GRS80")  # the ellipsoid of CGCS2000
_GCJ_AXIS: Final = 6378245.0  # Krasovsky 1940, on which GCJ-02 was built
_GCJ_ECCENTRICITY: Final = 0.00669342162296594323
_BD_TURN: Final = pi * 3000.0 / 180.0
_CLOSE: Final = 1e-10  # degrees, about a hundredth of a millimetre


class Crs(StrEnum):
    """A coordinate system a point can come in."""

    CGCS2000 = "cgcs2000"
    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


class Point(NamedTuple):
    """Longitude and latitude in degrees."""

    lon: float
    lat: float


class Metres(NamedTuple):
    """Easting and northing in metres, CGCS2000 3-degree Gauss-Krüger, meridian 111° E."""

    east: float
    north: float


def to_cgcs2000(point: Point, source: Crs) -> Point:
    """The point as the database keeps it."""
    if source is Crs.BD09:
        return gcj02_to_wgs84(bd09_to_gcj02(point))
    return gcj02_to_wgs84(point) if source is Crs.GCJ02 else point


def from_cgcs2000(point: Point, target: Crs) -> Point:
    """A kept point as another system writes it, for links to web maps."""
    if target is Crs.BD09:
        return gcj02_to_bd09(wgs84_to_gcj02(point))
    return wgs84_to_gcj02(point) if target is Crs.GCJ02 else point


def wgs84_to_gcj02(point: Point) -> Point:
    """Shifted by 100 to 700 m; outside China's bounding box nothing is shifted."""
    if not _is_shifted(point):
        return point
    x, y = point.lon - 105.0, point.lat - 35.0
    latitude = point.lat / 180.0 * pi
    squash = 1 - _GCJ_ECCENTRICITY * sin(latitude) ** 2
    lat_degree = _GCJ_AXIS * (1 - _GCJ_ECCENTRICITY) / (squash * sqrt(squash)) * pi / 180.0
    lon_degree = _GCJ_AXIS / sqrt(squash) * cos(latitude) * pi / 180.0
    return Point(
        point.lon + _shift_east(x, y) / lon_degree, point.lat + _shift_north(x, y) / lat_degree
    )


def gcj02_to_wgs84(point: Point) -> Point:
    """The inverse, to less than a centimetre."""
    return _inverse(wgs84_to_gcj02, point)


def gcj02_to_bd09(point: Point) -> Point:
    """Baidu's further shift."""
    radius = hypot(point.lon, point.lat) + 0.00002 * sin(point.lat * _BD_TURN)
    angle = atan2(point.lat, point.lon) + 0.000003 * cos(point.lon * _BD_TURN)
    return Point(radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006)


def bd09_to_gcj02(point: Point) -> Point:
    """The inverse, to less than a centimetre."""
    return _inverse(gcj02_to_bd09, point)


def to_metres(point: Point) -> Metres:
    """A CGCS2000 point in the plane of EPSG:4546, for lengths and areas within a county."""
    return Metres(*_transformer("EPSG:4490", "EPSG:4546").transform(point.lon, point.lat))


def shape_to_metres(shape: Shape) -> Shape:
    """A CGCS2000 geometry in the plane of EPSG:4546: what ``to_metres`` does to each vertex."""

    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        east, north = _transformer("EPSG:4490", "EPSG:4546").transform(points[:, 0], points[:, 1])
        return np.column_stack([east, north])

    return shapely.transform(shape, moved)


def from_metres(metres: Metres) -> Point:
    """The inverse of ``to_metres``."""
    return Point(*_transformer("EPSG:4546", "EPSG:4490").transform(metres.east, metres.north))


def distance_m(a: Point, b: Point) -> float:
    """The length in metres of the shortest line on the ellipsoid."""
    _, _, metres = _GEODESIC.inv(a.lon, a.lat, b.lon, b.lat)
    return float(metres)


@cache
def _transformer(source: str, target: str) -> Transformer:
    return Transformer.from_crs(source, target, always_xy=True)


def _inverse(forward: Callable[[Point], Point], target: Point) -> Point:
    guess = target
    for _ in range(20):  # the shift changes slowly, so each round gains two digits or more
        image = forward(guess)
        off = Point(target.lon - image.lon, target.lat - image.lat)
        guess = Point(guess.lon + off.lon, guess.lat + off.lat)
        if abs(off.lon) < _CLOSE and abs(off.lat) < _CLOSE:
            break
    return guess


def _is_shifted(point: Point) -> bool:
    return 72.004 <= point.lon <= 137.8347 and 0.8293 <= point.lat <= 55.8271


def _shift_north(x: float, y: float) -> float:
    metres = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    metres += (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    metres += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    return metres + (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0


def _shift_east(x: float, y: float) -> float:
    metres = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    metres += (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    metres += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    return metres + (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
