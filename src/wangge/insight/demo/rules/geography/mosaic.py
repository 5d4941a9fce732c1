"""A mosaic: an area cut into many small tiles that touch without gap or overlap.

Everything put together from whole tiles of one mosaic is a valid coverage by construction,
because neighbouring tiles share their vertices. That is why outlines are grown, not cut.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from wangge.insight.demo.rules.geography.plane import Points

Labels = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Mosaic:
    """Tiles in metres with their centres, their areas (m²) and their neighbours.

    `borders[i]` maps each neighbour of tile i to the length of the common border in metres.
    """

    tiles: tuple[Polygon, ...]
    centres: Points
    areas: NDArray[np.float64]
    borders: tuple[dict[int, float], ...]

    def part(self, chosen: Sequence[int]) -> "Mosaic":
        """The mosaic of the chosen tiles only, numbered in the order given."""
        numbers = {old: new for new, old in enumerate(chosen)}
        return Mosaic(
            tiles=tuple(self.tiles[tile] for tile in chosen),
            centres=self.centres[list(chosen)],
            areas=self.areas[list(chosen)],
            borders=tuple(
                {numbers[n]: length for n, length in self.borders[tile].items() if n in numbers}
                for tile in chosen
            ),
        )


def lay_mosaic(outline: Polygon, seeds: Points) -> Mosaic:
    """The Voronoi cells of the seeds (metres), clipped to the outline.

    A cell that a bay of the outline cuts in two becomes two tiles.
    """
    edges = shapely.voronoi_polygons(shapely.multipoints(seeds), extend_to=outline, only_edges=True)
    # Noding lines and making polygons from them gives both sides of a border the same vertices;
    # intersecting cell by cell would not.
    lines = shapely.union(edges, outline.boundary)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    inside = shapely.get_coordinates(shapely.point_on_surface(faces))
    shapely.prepare(outline)
    tiles = faces[shapely.contains_xy(outline, inside[:, 0], inside[:, 1])]
    return Mosaic(
        tiles=tuple(tiles),
        centres=shapely.get_coordinates(shapely.centroid(tiles)),
        areas=shapely.area(tiles),
        borders=_common_borders(tiles),
    )


def _common_borders(tiles: Iterable[Polygon]) -> tuple[dict[int, float], ...]:
    borders: list[dict[int, float]] = []
    open_edges: dict[tuple[tuple[float, float], ...], int] = {}
    for number, tile in enumerate(tiles):
        borders.append({})
        ring = [(x, y) for x, y in shapely.get_coordinates(tile.exterior)]
        for start, end in pairwise(ring):
            edge = (start, end) if start < end else (end, start)
            other = open_edges.pop(edge, None)
            if other is None:
                open_edges[edge] = number
                continue
            length = float(np.hypot(end[0] - start[0], end[1] - start[1]))
            borders[number][other] = borders[number].get(other, 0.0) + length
            borders[other][number] = borders[other].get(number, 0.0) + length
    return tuple(borders)


def joined(parts: Sequence[Polygon]) -> Polygon:
    """The one polygon that touching tiles make. ValueError if they do not touch."""
    union = shapely.coverage_union_all(parts)
    if not isinstance(union, Polygon):
        raise ValueError("the parts of an area do not touch")
    return union


def heal(mosaic: Mosaic, labels: Labels) -> Labels:
    """The labels with every region in one piece.

    Of each region the largest piece stays; the others go, piece by piece, to the region with
    which they share the longest border. A region never vanishes.
    """
    healed = labels.copy()
    while strays := _stray_pieces(mosaic, healed):
        for piece in strays:
            shared: dict[int, float] = {}
            for tile in piece:
                for neighbour, length in mosaic.borders[tile].items():
                    if healed[neighbour] != healed[tile]:
                        label = int(healed[neighbour])
                        shared[label] = shared.get(label, 0.0) + length
            # Nothing is shared if all around has just joined the piece's own region.
            if shared:
                healed[piece] = max(shared, key=lambda label: (shared[label], -label))
    return healed


def _stray_pieces(mosaic: Mosaic, labels: Labels) -> list[list[int]]:
    pieces: dict[int, list[list[int]]] = {}
    seen: set[int] = set()
    for tile in range(len(mosaic.tiles)):
        if tile not in seen:
            piece = _piece_around(tile, mosaic, labels)
            seen.update(piece)
            pieces.setdefault(int(labels[tile]), []).append(piece)
    strays = []
    for of_label in pieces.values():
        of_label.sort(key=lambda piece: float(mosaic.areas[piece].sum()), reverse=True)
        strays += of_label[1:]
    return strays


def _piece_around(start: int, mosaic: Mosaic, labels: Labels) -> list[int]:
    piece, queue = {start}, deque([start])
    while queue:
        for neighbour in mosaic.borders[queue.popleft()]:
            if neighbour not in piece and labels[neighbour] == labels[start]:
                piece.add(neighbour)
                queue.append(neighbour)
    return sorted(piece)
