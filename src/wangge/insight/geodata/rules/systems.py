"""Coordinate systems a file may come in, and the way to CGCS2000 degrees (EPSG:4490).

GCJ-02 and BD-09, the shifted systems of web maps, leave no trace in a file: they can only be chosen.
Xi'an 1980 and Beijing 1954 stand on other datums, whose parameters are not public: a county has its
survey bureau convert them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from wangge.insight.geodata.rules.layers import Geometries
from wangge.lib.coordinates import Crs, Point, to_cgcs2000
from wangge.lib.message import Message

DECLARED: Final = "declared"
STORED: Final = "EPSG:4490"

_EAST: Final = (73.0, 136.0)
_NORTH: Final = (3.0, 54.0)
"""Degrees that China lies between; the two ranges share no value, so an exchange shows."""

_FALSE_EASTING: Final = (50_000.0, 950_000.0)
_NORTHING: Final = (300_000.0, 6_100_000.0)
_OUR_DATUMS: Final = ("china2000", "worldgeodeticsystem1984", "wgs1984", "wgs84")

Bounds = tuple[float, float, float, float]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Guess:
    """What the platform takes a file for; the person has the last word.

    `system` is a value of `choices`, empty where nothing fits; `why` says what gave it away.
    """

    system: str
    why: Message
    swapped: bool = False


def choices(declared: str, near: float, also: str = "") -> list[tuple[str, Message]]:
    """The systems one may choose for a file, near a longitude, and one that was recognised."""
    found = []
    known = _known(declared)
    if known is not None and is_ours(known):
        found.append((DECLARED, Message("geodata.system.declared", name=known.name)))
    found += [(each.value, Message(f"geodata.system.{each.value}")) for each in Crs]
    codes = _projections(near)
    if also.startswith("epsg:") and int(also[5:]) not in codes:
        codes.append(int(also[5:]))
    return found + [(f"epsg:{code}", _projected_words(code)) for code in codes]


def recognise(declared: str, bounds: Bounds | None, near: float) -> Guess:
    """What the file says of itself, if its figures agree; else what its figures look like."""
    known = _known(declared)
    if known is not None and not is_ours(known):
        return Guess("", Message("geodata.system.foreign", name=known.name))
    if bounds is None:
        system = DECLARED if known is not None else ""
        return Guess(system, Message("geodata.recognised.nothing"))
    look = _look(bounds, near)
    if known is None:
        return look
    if known.is_geographic == (look.system == Crs.CGCS2000.value) and look.system:
        return Guess(
            DECLARED, Message("geodata.recognised.declared", name=known.name), look.swapped
        )
    if look.system:
        return Guess(
            look.system,
            Message("geodata.recognised.contradicts", name=known.name),
            look.swapped,
        )
    return Guess(DECLARED, Message("geodata.recognised.declared", name=known.name))


def is_ours(crs: CRS) -> bool:
    """Whether its datum is CGCS2000 or WGS-84, which are the same within centimetres."""
    geodetic = crs.geodetic_crs
    datum = geodetic.datum.name if geodetic is not None and geodetic.datum is not None else ""
    plain = "".join(sign for sign in datum.lower() if sign.isalnum())
    return any(each in plain for each in _OUR_DATUMS)


def code_of(system: str, declared: str) -> str:
    """A short code for the records: what the coordinates came in."""
    if system != DECLARED:
        return system.replace(":", "")
    known = _known(declared)
    number = known.to_epsg() if known is not None else None
    return f"epsg{number}" if number else DECLARED


def converted(shapes: Geometries, system: str, declared: str, *, swapped: bool) -> Geometries:
    """The geometries in CGCS2000 degrees, longitude first; None where a place has no image there."""
    move = _to_stored(declared if system == DECLARED else system)

    def moved(points: Numbers) -> Numbers:
        return move(points[:, ::-1] if swapped else points)

    there = ~shapely.is_missing(shapes)
    result: Geometries = np.full(len(shapes), None, dtype=object)
    if there.any():
        result[there] = shapely.transform(shapes[there], moved)
        bounds = shapely.bounds(result[there])
        lost = ~np.isfinite(bounds).all(axis=1) & ~shapely.is_empty(result[there])
        result[np.flatnonzero(there)[lost]] = None
    return result


def _to_stored(system: str) -> Callable[[Numbers], Numbers]:
    if system in {Crs.CGCS2000.value, Crs.WGS84.value}:
        return lambda points: points
    if system in {Crs.GCJ02.value, Crs.BD09.value}:
        return lambda points: _unshifted(points, Crs(system))
    transformer = Transformer.from_crs(CRS.from_user_input(system), STORED, always_xy=True)

    def move(points: Numbers) -> Numbers:
        try:
            east, north = transformer.transform(points[:, 0], points[:, 1])
        except ProjError:
            return np.full_like(points, np.nan)
        return np.column_stack([east, north])

    return move


def _unshifted(points: Numbers, crs: Crs) -> Numbers:
    """Point by point; what is no place on earth is left to be refused."""
    image = np.full_like(points, np.nan)
    sane = np.isfinite(points).all(axis=1) & (np.abs(points) <= [180.0, 90.0]).all(axis=1)
    for place in np.flatnonzero(sane):
        image[place] = to_cgcs2000(Point(*map(float, points[place])), crs)
    return image


def _known(declared: str) -> CRS | None:
    """The system that a file names; None for none and for nonsense."""
    if not declared:
        return None
    try:
        return CRS.from_user_input(declared)
    except CRSError:
        return None


def _look(bounds: Bounds, near: float) -> Guess:
    """What figures look like, the first way round or the other."""
    for swapped in (False, True):
        west, south, east, north = bounds
        if swapped:
            west, south, east, north = south, west, north, east
        system = _system_of((west + east) / 2, (south + north) / 2, near)
        if system:
            degrees = system == Crs.CGCS2000.value
            kind = "degrees" if degrees else "metres"
            return Guess(system, Message(f"geodata.recognised.{kind}"), swapped)
    return Guess("", Message("geodata.recognised.nothing"))


def _system_of(x: float, y: float, near: float) -> str:
    if _within(x, _EAST) and _within(y, _NORTH):
        return Crs.CGCS2000.value
    if not _within(y, _NORTHING):
        return ""
    zone = int(x // 1_000_000)
    if _within(x - zone * 1_000_000, _FALSE_EASTING):
        if 25 <= zone <= 45:
            return f"epsg:{4488 + zone}"
        if 13 <= zone <= 23:
            return f"epsg:{4478 + zone}"
        if zone == 0:
            return f"epsg:{_nearest(x, y, near)}"
    return ""


def _nearest(x: float, y: float, near: float) -> int:
    """Of the meridians around, the one that brings the point nearest to the longitude."""
    codes = [_three_degrees(meridian) for meridian in _meridians(near)]

    def off(code: int) -> float:
        image = _to_stored(f"epsg:{code}")(np.array([[x, y]]))
        return abs(float(image[0, 0]) - near)

    return min(codes, key=off)


def _within(value: float, span: tuple[float, float]) -> bool:
    return span[0] <= value <= span[1]


def _meridians(near: float) -> list[int]:
    middle = round(near / 3) * 3
    return [each for each in (middle, middle - 3, middle + 3) if 75 <= each <= 135]


def _three_degrees(meridian: int) -> int:
    return 4534 + (meridian - 75) // 3


def _projections(near: float) -> list[int]:
    """Codes of CGCS2000 projections around a longitude: by meridian, by zone, and six degrees wide."""
    meridians = _meridians(near)
    six = round((near + 3) / 6)
    wide = [4478 + six, 4502 + (6 * six - 3 - 75) // 6] if 13 <= six <= 23 else []
    return [
        *(_three_degrees(each) for each in meridians),
        *(4488 + each // 3 for each in meridians),
        *wide,
    ]


def _projected_words(code: int) -> Message:
    width = "six" if 4491 <= code <= 4512 else "three"
    if code >= 4534:
        return Message(f"geodata.system.{width}", meridian=75 + 3 * (code - 4534), code=str(code))
    if 4502 <= code <= 4512:
        return Message(f"geodata.system.{width}", meridian=75 + 6 * (code - 4502), code=str(code))
    zone = code - (4478 if width == "six" else 4488)
    return Message(f"geodata.system.{width}_zone", zone=zone, code=str(code))
