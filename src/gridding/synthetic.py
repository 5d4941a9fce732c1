"""Invented villages of believable shape, for tests, measurements and demonstrations.

Nothing here is a real place: outlines, hamlets, rivers and persons all come from the generator
given as an argument.
"""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely import LineString, Polygon

from gridding.faces import Ints
from gridding.projection import Floats

HOUSEHOLDS_PER_KM2 = 61.0
HAMLET_SIZE = 37


@dataclass(frozen=True)
class Landscape:
    """What a village should look like. Lengths in metres."""

    households: int = 400
    rivers: int = 1
    roads: int = 1
    ridges: int = 1
    hamlet_spread_m: float = 90.0
    scattered: float = 0.08
    mean_persons: float = 3.3


def village_document(rng: np.random.Generator, landscape: Landscape) -> dict[str, Any]:
    """A FeatureCollection in metres, as ``gridding divide`` reads it."""
    area = max(landscape.households, 4) / HOUSEHOLDS_PER_KM2 * 1e6
    outline = _outline(rng, area)
    features = [_feature("village", outline, {})]
    lines = [_across(rng, outline, 0.10) for _ in range(landscape.rivers)]
    lines += [_across(rng, outline, 0.03) for _ in range(landscape.roads)]
    kinds = ["river"] * landscape.rivers + ["road"] * landscape.roads
    for kind, line in zip(kinds, lines, strict=True):
        features.append(_feature("barrier", line, {"type": kind}))
        crossings = int(rng.integers(1, 4)) if kind == "river" else max(2, int(line.length / 700))
        shares = (np.arange(crossings) + rng.uniform(0.2, 0.8, crossings)) / crossings
        bridges = shapely.line_interpolate_point(line, shares, normalized=True)
        features.extend(_feature("bridge", bridge, {}) for bridge in bridges)
    ridges = [_ridge(rng, outline) for _ in range(landscape.ridges)]
    features.extend(_feature("barrier", ridge, {"type": "ridge"}) for ridge in ridges)
    points, hamlets = _households(rng, outline, landscape)
    persons = _persons(rng, len(points), landscape.mean_persons)
    for index, (point, hamlet, count) in enumerate(zip(points, hamlets, persons, strict=True)):
        facts = {"id": f"h{index:05d}", "persons": int(count), "hamlet": hamlet}
        features.append(_feature("household", shapely.Point(point), facts))
    return {
        "type": "FeatureCollection",
        "problem": {"units": "metres"},
        "features": features,
    }


def _feature(kind: str, shape: shapely.Geometry, facts: dict[str, Any]) -> dict[str, Any]:
    rounded = shapely.set_precision(shape, 0.01)
    return {
        "type": "Feature",
        "properties": {"kind": kind, **facts},
        "geometry": json.loads(shapely.to_geojson(rounded)),
    }


def _outline(rng: np.random.Generator, area: float) -> Polygon:
    """A star-shaped, gently wavy outline of the given area in square metres."""
    angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    radius = np.ones_like(angles)
    for wave in range(2, 7):
        radius += rng.normal(0, 0.28 / wave) * np.cos(wave * angles + rng.uniform(0, 2 * np.pi))
    radius = np.clip(radius, 0.35, None)
    stretch = np.sqrt(rng.uniform(1.0, 1.8))
    ring = np.column_stack([radius * np.cos(angles) * stretch, radius * np.sin(angles) / stretch])
    shape = Polygon(ring)
    return Polygon(ring * np.sqrt(area / shape.area))


def _across(rng: np.random.Generator, outline: Polygon, wander: float) -> LineString:
    """A wandering line from outside the village on one side to outside on the other."""
    size = float(np.sqrt(outline.area))
    along = np.linspace(-1.6, 1.6, 40) * size
    while True:
        turn = rng.uniform(0, np.pi)
        off = rng.normal(0, 0.18) * size
        sway = sum(
            rng.normal(0, wander / wave) * size * np.sin(wave * along / size + rng.uniform(0, 6.3))
            for wave in (1, 2, 3)
        )
        x = along * np.cos(turn) - (off + sway) * np.sin(turn)
        y = along * np.sin(turn) + (off + sway) * np.cos(turn)
        inside = LineString(np.column_stack([x, y])).intersection(outline.buffer(5))
        pieces = [part for part in shapely.get_parts(inside) if isinstance(part, LineString)]
        longest = max(pieces, key=lambda part: part.length, default=LineString())
        if longest.length > 0.1 * size:
            return longest


def _ridge(rng: np.random.Generator, outline: Polygon) -> LineString:
    """A line with both ends open, inside the village."""
    size = float(np.sqrt(outline.area))
    start = _inside(rng, outline, 1)[0]
    turn = rng.uniform(0, 2 * np.pi)
    steps = np.linspace(0, rng.uniform(0.2, 0.6) * size, 12)
    bend = rng.normal(0, 0.15) * steps**2 / size
    x = start[0] + steps * np.cos(turn) - bend * np.sin(turn)
    y = start[1] + steps * np.sin(turn) + bend * np.cos(turn)
    return LineString(np.column_stack([x, y]))


def _households(
    rng: np.random.Generator, outline: Polygon, landscape: Landscape
) -> tuple[Floats, list[str | None]]:
    count = landscape.households
    hamlets = max(1, round(count / HAMLET_SIZE))
    centres = _inside(rng, outline, hamlets)
    shares = rng.dirichlet(np.full(hamlets, 5.0))
    home = rng.choice(hamlets, size=count, p=shares)
    spread = landscape.hamlet_spread_m * rng.uniform(0.6, 1.6, (hamlets, 2))
    turn = rng.uniform(0, np.pi, hamlets)
    points = np.empty((count, 2))
    names: list[str | None] = []
    for index in range(count):
        hamlet = int(home[index])
        if rng.random() < landscape.scattered:
            points[index] = _inside(rng, outline, 1)[0]
            names.append(None)
            continue
        for _ in range(50):
            a, b = rng.normal(0, spread[hamlet])
            c, s = np.cos(turn[hamlet]), np.sin(turn[hamlet])
            points[index] = centres[hamlet] + (a * c - b * s, a * s + b * c)
            if outline.contains(shapely.Point(points[index])):
                break
        else:
            points[index] = _inside(rng, outline, 1)[0]
        names.append(f"{hamlet + 1}")
    return points, names


def _inside(rng: np.random.Generator, outline: Polygon, count: int) -> Floats:
    """Points spread over the village, at least 5 m from its line where there is room."""
    room = outline.buffer(-5)
    room = outline if room.is_empty else room
    west, south, east, north = room.bounds
    shapely.prepare(room)
    found = np.empty((0, 2))
    while len(found) < count:
        tried = np.column_stack([rng.uniform(west, east, 64), rng.uniform(south, north, 64)])
        found = np.vstack([found, tried[shapely.contains_xy(room, tried[:, 0], tried[:, 1])]])
    return found[:count]


def _persons(rng: np.random.Generator, count: int, mean: float) -> Ints:
    """Persons of each household: mostly two to five, a few empty houses."""
    drawn = 1 + rng.poisson(mean - 1 + 0.05 * mean, count)
    drawn[rng.random(count) < 0.05] = 0
    return drawn
