"""Softening: borders that wind like drawn ones instead of following the edges of tiles."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from wangge.insight.demo.rules.geography.plane import Points

# Bends that stand out by less than about this many metres go before the rounding, and the
# superfluous vertices of the rounded lines after it.
_ROUGH: Final = 150.0
_FINE: Final = 12.0
_PASSES: Final = 2


def soften(outlines: dict[str, Polygon]) -> dict[str, Polygon]:
    """The coverage (in metres) with its inner borders rounded; the outer border stays as it is.

    Where rounding would tear an area apart or swallow one, the coverage comes back unchanged.
    """
    rough = list(
        shapely.coverage_simplify(list(outlines.values()), _ROUGH, simplify_boundary=False)
    )
    outer = shapely.coverage_union_all(rough).boundary
    arcs = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(rough))))
    shapely.prepare(outer)
    on_outer = shapely.covers(outer, arcs)
    rounded = [
        arc if fixed or arc.is_closed else _rounded(arc)
        for arc, fixed in zip(arcs, on_outer, strict=True)
    ]
    faces = list(shapely.get_parts(shapely.polygonize(rounded)))
    if len(faces) != len(outlines) or not shapely.coverage_is_valid(faces):
        return outlines
    owners = _owners(faces, rough)
    if len(set(owners)) != len(outlines):
        return outlines
    fine = shapely.coverage_simplify(faces, _FINE, simplify_boundary=False)
    codes = list(outlines)
    by_code = {codes[owner]: face for owner, face in zip(owners, fine, strict=True)}
    return {code: by_code[code] for code in codes}


def _rounded(arc: LineString) -> LineString:
    """The arc with its corners cut twice (Chaikin); its ends, where borders meet, stay."""
    points: Points = shapely.get_coordinates(arc)
    for _ in range(_PASSES):
        start, end = points[:-1], points[1:]
        cut = np.stack([0.75 * start + 0.25 * end, 0.25 * start + 0.75 * end], axis=1)
        points = np.concatenate([points[:1], cut.reshape(-1, 2)[1:-1], points[-1:]])
    return LineString(points)


def _owners(faces: Sequence[Polygon], outlines: Sequence[Polygon]) -> list[int]:
    """For each face the number of the outline in which a point well inside it lies."""
    tree = shapely.STRtree(outlines)
    return [int(tree.nearest(shapely.point_on_surface(face))) for face in faces]
