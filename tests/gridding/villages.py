"""Villages for the tests: small ones drawn by hand, nasty ones, and invented believable ones."""

from typing import Any

import numpy as np

from gridding.problem import Problem
from gridding.reading import problem_from
from gridding.synthetic import Landscape, village_document

Document = dict[str, Any]
Pair = tuple[float, float]


def square(size: float) -> list[Pair]:
    """A closed ring around a square with its corner at the origin."""
    return [(0, 0), (size, 0), (size, size), (0, size), (0, 0)]


def feature(kind: str, shape: str, coordinates: object, **facts: object) -> Document:
    return {
        "type": "Feature",
        "properties": {"kind": kind, **facts},
        "geometry": {"type": shape, "coordinates": coordinates},
    }


def household(
    identity: object, at: Pair, persons: object = 3, hamlet: str | None = None
) -> Document:
    return feature("household", "Point", list(at), id=identity, persons=persons, hamlet=hamlet)


def village(ring: list[Pair], *holes: list[Pair]) -> Document:
    return feature("village", "Polygon", [ring, *holes])


def collection(*features: Document, **problem: object) -> Document:
    return {
        "type": "FeatureCollection",
        "problem": {"units": "metres", **problem},
        "features": list(features),
    }


def scattered(
    rng: np.random.Generator, count: int, size: float = 1000.0, **problem: object
) -> Document:
    """Households thrown evenly over a square, in hamlets by strips."""
    points = rng.uniform(10, size - 10, (count, 2))
    houses = [
        household(f"h{i:04d}", (x, y), int(rng.integers(0, 6)), f"s{int(x // (size / 4))}")
        for i, (x, y) in enumerate(points.tolist())
    ]
    return collection(village(square(size)), *houses, **problem)


def believable(seed: int, households: int, **changes: object) -> Problem:
    """An invented village; ``changes`` are settings."""
    rng = np.random.default_rng(seed)
    landscape = Landscape(households=households, rivers=seed % 2, ridges=seed % 3, roads=1)
    return problem_from(village_document(rng, landscape)).with_settings(**changes)


def nasty() -> dict[str, Document]:
    """Villages that break what was not thought through."""
    rng = np.random.default_rng(5)
    ring = square(1000)
    flats = [household(f"f{i:03d}", (500, 500), 3, "flats") for i in range(120)]
    around = [
        household(f"a{i:03d}", (x, y), 4)
        for i, (x, y) in enumerate(rng.uniform(20, 980, (120, 2)).tolist())
    ]
    river = feature("barrier", "LineString", [(500, -10), (500, 1010)], type="river")
    on_river = [household(f"r{i:02d}", (500, 20 + 19 * i), 5, "bank") for i in range(50)]
    on_edge = [household(f"e{i:02d}", (0, 30 + 18 * i), 5) for i in range(50)]
    corner = [household(f"c{i:02d}", (1000, 1000), 2) for i in range(8)]
    circle = np.linspace(0, 2 * np.pi, 37)
    loop = [(500 + 250 * float(np.cos(a)), 500 + 250 * float(np.sin(a))) for a in circle[:-1]]
    ring_road = feature("barrier", "LineString", [*loop, loop[0]], type="road")
    hole = [(300, 300), (300, 700), (700, 700), (700, 300), (300, 300)]
    outside_hole = [
        house
        for house in around
        if not all(295 < value < 705 for value in house["geometry"]["coordinates"])
    ]
    spokes = [
        feature(
            "barrier", "LineString", [(500, 500), (500 + 900 * np.cos(a), 500 + 900 * np.sin(a))]
        )
        for a in np.arange(5) * 1.2 + 0.1
    ]
    return {
        "one household": collection(village(ring), household("only", (500, 500), 4)),
        "one big household": collection(village(ring), household("only", (1, 1), 1600)),
        "nobody home": collection(
            village(ring), *[household(i, (100 + 90 * i, 400), 0) for i in range(9)], k=3
        ),
        "as many grids as households": collection(
            village(ring), *[household(i, (100 + 90 * i, 400 + i * i), 1) for i in range(7)], k=7
        ),
        "stacked flats": collection(village(ring), *flats, *around),
        "flats on the river": collection(
            village(ring), river, *[h | _at(500, 400) for h in flats], *around
        ),
        "flats in the corner": collection(village(ring), *corner, *around),
        "houses on a barrier": collection(village(ring), river, *on_river, *around),
        "houses on the line": collection(village(ring), *on_edge, *around),
        "a line of houses": collection(village(ring), *on_edge, k=4),
        "hollow village": collection(village(ring, hole), *outside_hole),
        "ring road": collection(village(ring), ring_road, *around),
        "many barriers": collection(village(ring), *spokes, ring_road, river, *around),
        "dormitory": collection(village(ring), household("dorm", (220, 750), 900), *around),
        "nearly the same point": collection(
            village(ring),
            *[household(f"n{i:02d}", (400 + 0.03 * i, 400), 20) for i in range(40)],
            *around,
        ),
    }


def _at(x: float, y: float) -> Document:
    return {"geometry": {"type": "Point", "coordinates": [x, y]}}
