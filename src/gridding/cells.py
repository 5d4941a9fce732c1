"""Cells: each household's piece of the village, and which cells touch.

All borders are noded together on a grid of a hundredth of a millimetre. Every polygon made from
cells afterwards is put together from the same pieces, so neighbours share their vertices exactly.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import MultiPoint, Polygon

from gridding.faces import Faces, Ints, Shapes, faces_of, shapes_at
from gridding.problem import Problem
from gridding.projection import GRAIN, Floats

TOUCH_M = 1.0
"""Two cells touch if they share more than this much border, in metres."""


@dataclass(frozen=True)
class Cells:
    """Pieces of the village and their owners.

    ``owner_of[p]`` is the household whose cell piece ``p`` belongs to; ``part_of[p]`` its exclave.
    ``pairs`` (m × 2, first < second) are cells that share a border of ``lengths`` metres, however
    short.
    """

    pieces: Shapes
    owner_of: Ints
    part_of: Ints
    pairs: Ints
    lengths: Floats

    def dissolved(self, label_of_piece: Ints) -> dict[int, list[Polygon]]:
        """For each label the polygons of its pieces, one for each part of the village."""
        merged: dict[int, list[Polygon]] = {}
        for label in np.unique(label_of_piece).tolist():
            for part in np.unique(self.part_of[label_of_piece == label]).tolist():
                chosen = (label_of_piece == label) & (self.part_of == part)
                shape = shapely.coverage_union_all(self.pieces[chosen])
                merged.setdefault(label, []).extend(shapely.get_parts(shape).tolist())
        return merged


def cells_of(problem: Problem) -> Cells:
    """The cells of every household of ``problem`` (at least one), as ``docs/gridding.md`` says."""
    faces = faces_of(problem)
    pieces = _pieces(faces)
    inner = shapes_at(shapely.get_coordinates(shapely.point_on_surface(pieces)))
    face_of_piece = _containing(inner, faces)
    kept = face_of_piece >= 0
    pieces, face_of_piece = pieces[kept], face_of_piece[kept]
    part_of = faces.part_of[face_of_piece]
    owner_of = _owners(pieces, face_of_piece, faces)
    pairs, lengths = _shared_borders(pieces)
    _absorb_orphans(owner_of, pairs, lengths)
    joined, joined_lengths = _joined(owner_of, pairs, lengths)
    return Cells(pieces, owner_of, part_of, joined, joined_lengths)


def _pieces(faces: Faces) -> Shapes:
    """Faces cut along the Voronoi edges of their households, noded together."""
    lines: list[shapely.Geometry] = [face.boundary for face in faces.polygons]
    for index, face in enumerate(faces.polygons):
        sites = faces.sites[faces.face_of == index]
        if len(sites) > 1:
            edges = shapely.voronoi_polygons(MultiPoint(sites), extend_to=face, only_edges=True)
            lines.append(shapely.intersection(edges, face))
    noded = shapely.union_all(lines, grid_size=GRAIN)
    return shapely.get_parts(shapely.polygonize([noded]))


def _containing(inner: Shapes, faces: Faces) -> Ints:
    """The face around each inner point, -1 outside the village."""
    found = np.full(len(inner), -1, dtype=np.int64)
    asked, face = shapely.STRtree(faces.polygons).query(inner, predicate="intersects")
    found[asked] = face
    return found


def _owners(pieces: Shapes, face_of_piece: Ints, faces: Faces) -> Ints:
    """The household whose site lies in each piece, -1 for detached parts and empty faces."""
    owner_of = np.full(len(pieces), -1, dtype=np.int64)
    sites = shapes_at(faces.sites)
    tree = shapely.STRtree(pieces)
    asked, found = tree.query(sites, predicate="dwithin", distance=10 * GRAIN)
    same_face = face_of_piece[found] == faces.face_of[asked]
    asked, found = asked[same_face], found[same_face]
    gaps = shapely.distance(sites[asked], pieces[found])
    homeless = np.ones(len(sites), dtype=bool)
    for row in np.lexsort((found, asked, gaps)).tolist():
        site, piece = asked[row], found[row]
        if homeless[site] and owner_of[piece] < 0:
            owner_of[piece] = site
            homeless[site] = False
    for site in np.flatnonzero(homeless).tolist():
        # A site so squeezed that its cell vanished on the grain takes the nearest piece left over.
        free = np.flatnonzero(owner_of < 0)
        if free.size == 0:
            raise ArithmeticError(f"no cell left for household number {site}")
        owner_of[free[int(np.argmin(shapely.distance(sites[site], pieces[free])))]] = site
    return owner_of


def _shared_borders(pieces: Shapes) -> tuple[Ints, Floats]:
    """Pairs of pieces (first < second) with the length of border they share, in metres."""
    rings, piece_of_ring = shapely.get_rings(pieces, return_index=True)
    points, ring_of = shapely.get_coordinates(rings, return_index=True)
    grains = np.round((points - points.min(axis=0)) / GRAIN).astype(np.int64)
    _, vertex = np.unique(grains[:, 0] * (1 << 32) + grains[:, 1], return_inverse=True)
    same_ring = ring_of[:-1] == ring_of[1:]
    start, end = vertex[:-1][same_ring], vertex[1:][same_ring]
    side = piece_of_ring[ring_of[:-1][same_ring]]
    length = np.hypot(*(points[1:] - points[:-1])[same_ring].T)
    low, high = np.minimum(start, end), np.maximum(start, end)
    order = np.lexsort((side, high, low))
    low, high, side, length = low[order], high[order], side[order], length[order]
    twin = (low[:-1] == low[1:]) & (high[:-1] == high[1:])
    return _summed(side[:-1][twin], side[1:][twin], length[:-1][twin])


def _summed(one: Ints, other: Ints, length: Floats) -> tuple[Ints, Floats]:
    """Lengths added up by unordered pair; a pair of equals is dropped."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    differ = low != high
    low, high, length = low[differ], high[differ], length[differ]
    if low.size == 0:
        return np.empty((0, 2), dtype=np.int64), np.empty(0)
    width = int(high.max()) + 1
    keys, place = np.unique(low * width + high, return_inverse=True)
    total = np.zeros(len(keys))
    np.add.at(total, place, length)
    return np.column_stack([keys // width, keys % width]), total


def _absorb_orphans(owner_of: Ints, pairs: Ints, lengths: Floats) -> None:
    """Give every piece without household to the touching cell with the longest shared border."""
    while (orphans := owner_of < 0).any():
        both = np.vstack([pairs, pairs[:, ::-1]])
        doubled = np.concatenate([lengths, lengths])
        mine = orphans[both[:, 0]] & ~orphans[both[:, 1]]
        if not mine.any():
            # Only an exclave without households has no neighbour at all; it is seen to later.
            return
        keyed, length = both[mine], doubled[mine]
        width = int(owner_of.max()) + 1
        keys, place = np.unique(keyed[:, 0] * width + owner_of[keyed[:, 1]], return_inverse=True)
        total = np.zeros(len(keys))
        np.add.at(total, place, length)
        piece, owner = keys // width, keys % width
        for row in np.lexsort((-owner, total)).tolist():
            owner_of[piece[row]] = owner[row]


def _joined(owner_of: Ints, pairs: Ints, lengths: Floats) -> tuple[Ints, Floats]:
    """Shared borders between cells from those between pieces."""
    owned = (owner_of[pairs] >= 0).all(axis=1)
    ends = owner_of[pairs[owned]]
    return _summed(ends[:, 0], ends[:, 1], lengths[owned])
