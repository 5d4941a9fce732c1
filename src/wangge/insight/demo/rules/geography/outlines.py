"""Invented outlines of the townships and villages of the demo county.

The real lines are not openly available. These only resemble a county: townships lie roughly
round the county seat, streets are small, a township is as large as its villages together.
Every map of them says that they are invented; the drawing carries `synthetic`.
"""

import json
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.random import Generator, default_rng
from shapely.geometry import LineString, Point, Polygon

from wangge.insight.demo.rules.geography.apportion import apportion, nearest_share, spread
from wangge.insight.demo.rules.geography.borders import soften
from wangge.insight.demo.rules.geography.divisions import DATA, Division, rows, townships, villages
from wangge.insight.demo.rules.geography.mosaic import Mosaic, joined, lay_mosaic
from wangge.insight.demo.rules.geography.plane import Points, to_degrees, to_metres

SEAT: Final = Point(111.5860, 25.5177)
"""The county seat in lon/lat; the streets lie around it."""

# The real outline is given in long straight steps. A straight line in degrees is not one in
# metres; in steps of about 200 m the difference is below a millimetre.
_STEP_DEGREES: Final = 0.002
_TILES: Final = 10_000
_TOWN_RADIUS: Final = 4_000.0  # metres from the seat within which tiles are much smaller
_TOWN_DENSITY: Final = 8.0


@dataclass(frozen=True, slots=True)
class CountyOutlines:
    """Outlines in lon/lat (EPSG:4490): the villages tile the townships, these the county.

    `county` is the published outline with the vertices that the invented borders add to it.
    """

    county: Polygon
    townships: dict[str, Polygon]
    villages: dict[str, Polygon]
    synthetic: bool = True


def published_outline() -> Polygon:
    """The county's published outline in lon/lat."""
    source = json.loads((DATA / "daoxian_outline.geojson").read_text(encoding="utf-8"))
    (ring,) = source["features"][0]["geometry"]["coordinates"]
    return Polygon(ring)


def draw_county(seed: int) -> CountyOutlines:
    """The invented outlines of the whole county; the same seed draws the same county."""
    rng = default_rng(seed)
    outline = to_metres(shapely.segmentize(published_outline(), _STEP_DEGREES))
    mosaic = lay_mosaic(outline, _seeds(outline, rng))
    size = {village.code: _relative_size(village, rng) for village in villages()}
    drawn = soften(_village_outlines(mosaic, outline, size, rng))
    in_degrees = {code: to_degrees(polygon) for code, polygon in drawn.items()}
    whole = {
        township.code: joined([in_degrees[village.code] for village in villages(township.code)])
        for township in townships()
    }
    return CountyOutlines(joined(list(whole.values())), whole, in_degrees)


def _seeds(outline: Polygon, rng: Generator) -> Points:
    """Points in the outline, dense about the county seat, thin elsewhere."""
    west, south, east, north = outline.bounds
    shapely.prepare(outline)
    seat = shapely.get_coordinates(to_metres(SEAT))[0]
    found: list[Points] = []
    while sum(map(len, found)) < _TILES:
        points = rng.uniform((west, south), (east, north), size=(_TILES, 2))
        from_seat = np.hypot(*(points - seat).T)
        density = 1 + _TOWN_DENSITY * np.exp(-((from_seat / _TOWN_RADIUS) ** 2))
        keep = rng.uniform(0, 1 + _TOWN_DENSITY, size=_TILES) < density
        keep &= shapely.contains_xy(outline, points[:, 0], points[:, 1])
        found.append(points[keep])
    return np.concatenate(found)[:_TILES]


def _relative_size(village: Division, rng: Generator) -> float:
    """How large a village is drawn compared to others: urban communities small, no two alike."""
    if village.is_community:
        usual = 0.2 if village.in_street else 0.6
    else:
        usual = 0.6 if village.in_street else 1.0
    return usual * float(np.exp(rng.normal(0, 0.25)))


def _village_outlines(
    mosaic: Mosaic, outline: Polygon, size: dict[str, float], rng: Generator
) -> dict[str, Polygon]:
    drawn: dict[str, Polygon] = {}
    for township, part in _township_parts(mosaic, outline, size, rng).items():
        codes = [village.code for village in villages(township)]
        sites = part.centres[spread(part.centres, len(codes), rng)]
        shares = np.array([size[code] for code in codes])
        labels = apportion(part, sites, shares, pull=0.3, rng=rng)
        for label, code in enumerate(codes):
            drawn[code] = joined([part.tiles[tile] for tile in np.flatnonzero(labels == label)])
    return {village.code: drawn[village.code] for village in villages()}


def _township_parts(
    mosaic: Mosaic, outline: Polygon, size: dict[str, float], rng: Generator
) -> dict[str, Mosaic]:
    """The tiles of each township: the town first, then the streets in it and the rest around."""
    shares = {t.code: sum(size[v.code] for v in villages(t.code)) for t in townships()}
    streets = [township.code for township in townships() if township.in_street]
    country = [township.code for township in townships() if not township.in_street]
    town_share = sum(shares[code] for code in streets) / sum(shares.values())
    in_town = nearest_share(mosaic, shapely.get_coordinates(to_metres(SEAT))[0], town_share)
    sites = _township_sites(outline)
    parts: dict[str, Mosaic] = {}
    for codes, inside in ((streets, in_town), (country, ~in_town)):
        zone = mosaic.part(np.flatnonzero(inside).tolist())
        wanted = np.array([sites[code] for code in codes])
        weights = np.array([shares[code] for code in codes])
        labels = apportion(zone, wanted, weights, pull=0.05, rng=rng)
        for label, code in enumerate(codes):
            parts[code] = zone.part(np.flatnonzero(labels == label).tolist())
    return parts


def _township_sites(outline: Polygon) -> dict[str, Points]:
    """Where each township is wanted, in metres: a bearing from the seat and a share of the way."""
    seat = shapely.get_coordinates(to_metres(SEAT))[0]
    sites: dict[str, Points] = {}
    for row in rows("township_sketch.csv"):
        bearing = np.radians(float(row["bearing"]))
        ahead = np.array([np.sin(bearing), np.cos(bearing)])
        ray = LineString([seat, seat + 200_000 * ahead]).intersection(outline)
        way = shapely.get_coordinates(shapely.get_parts(ray)[0])
        sites[row["code"]] = seat + float(row["reach"]) * np.hypot(*(way[-1] - way[0])) * ahead
    return sites
