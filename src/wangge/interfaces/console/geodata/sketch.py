"""A picture of an import: the new features, drawn over today's lines."""

from __future__ import annotations

from html import escape
from math import cos, radians
from typing import Final

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.db.models import QuerySet
from shapely.geometry.base import BaseGeometry

from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.rules.layers import Geometries
from wangge.insight.geodata.rules.states import FeatureState
from wangge.lib.area_code import Level
from wangge.registers.areas.models import Boundary

WIDTH: Final = 720
_MARGIN: Final = 16
_TALLEST: Final = 900
_PAPER, _TODAY, _INK = "#fbfaf7", "#8a9199", "#1f2937"
_STROKES: Final = {
    FeatureState.REFUSED: ("#6b7280", "2 3"),
    FeatureState.MENDABLE: ("#8a5a00", "6 3"),
    FeatureState.ACCEPTED: ("#0f6b6b", ""),
    FeatureState.WRITTEN: ("#0f6b6b", ""),
}
"""Colour and dashes: neither says it alone."""


def drawn(found: GeodataImport, invented: str) -> str:
    """The picture as SVG; it is shown as an image, so it brings its own colours.

    `invented` is written at its foot where some of today's outlines are not real.
    """
    now = _today(found)
    today = _read(now.annotate(wkb=AsWKB("outline")).values_list("wkb", flat=True))
    note = invented if now.filter(synthetic=True).exists() else ""
    layers = {state: _shapes(found, state) for state in _STROKES}
    extent = _extent(today, layers)
    if extent is None:
        return _svg(WIDTH // 2, "", "")
    sheet = _Sheet(extent)
    parts = [_paths(sheet.placed(today), stroke=_TODAY, width=3, fill="none", dashes="")]
    for state, shapes in layers.items():
        colour, dashes = _STROKES[state]
        placed = sheet.placed(shapes)
        fill = colour if state is not FeatureState.REFUSED else "none"
        parts.append(_paths(placed, stroke=colour, width=1.5, fill=fill, dashes=dashes))
        parts += _dots(placed, colour, hollow=state is FeatureState.REFUSED)
    return _svg(sheet.height, "".join(parts), note)


class _Sheet:
    """Degrees to pixels, north up, a degree of longitude as narrow as it is there."""

    def __init__(self, extent: tuple[float, float, float, float]) -> None:
        west, south, east, north = extent
        self.west, self.north = west, north
        self.narrowing = cos(radians((south + north) / 2))
        across = max((east - west) * self.narrowing, 1e-6)
        down = max(north - south, 1e-6)
        self.scale = min((WIDTH - 2 * _MARGIN) / across, (_TALLEST - 2 * _MARGIN) / down)
        self.height = max(160, round(down * self.scale) + 2 * _MARGIN)

    def placed(self, shapes: Geometries) -> Geometries:
        """The shapes in pixels, without corners that nobody could see."""

        def moved(points: np.typing.NDArray[np.float64]) -> np.typing.NDArray[np.float64]:
            x = _MARGIN + (points[:, 0] - self.west) * self.narrowing * self.scale
            y = _MARGIN + (self.north - points[:, 1]) * self.scale
            return np.column_stack([x, y])

        if not len(shapes):
            return shapes
        return shapely.simplify(shapely.transform(shapes, moved), 0.5, preserve_topology=False)


def _today(found: GeodataImport) -> QuerySet[Boundary]:
    code = found.area_code
    return Boundary.objects.filter(
        area__gte=code, area__lt=f"{code}:", area__level=Level.VILLAGE, valid_to=None
    )


def _shapes(found: GeodataImport, state: FeatureState) -> Geometries:
    lines = GeodataFeature.objects.filter(geodata_import=found.pk, state=state, shape__isnull=False)
    return _read(lines.annotate(wkb=AsWKB("shape")).values_list("wkb", flat=True))


def _read(wkb: object) -> Geometries:
    raw = [bytes(each) for each in wkb]  # type: ignore[attr-defined]
    shapes: Geometries = np.empty(len(raw), dtype=object)
    shapes[:] = shapely.from_wkb(raw)
    return shapes


def _extent(
    today: Geometries, layers: dict[FeatureState, Geometries]
) -> tuple[float, float, float, float] | None:
    """Around the new features; if there are none, around today's lines, then around the rest."""
    coming = np.concatenate([s for state, s in layers.items() if state is not FeatureState.REFUSED])
    for shapes in (coming, today, layers[FeatureState.REFUSED]):
        if not len(shapes):
            continue
        bounds = shapely.total_bounds(shapes)
        if np.isfinite(bounds).all():
            return float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3])
    return None


def _paths(shapes: Geometries, *, stroke: str, width: float, fill: str, dashes: str) -> str:
    """A path for each shape, so that what lies twice looks darker."""
    paths = "".join(f'<path d="{lines}"/>' for lines in map(_lines, shapes.tolist()) if lines)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<g fill="{fill}" fill-opacity="0.12" fill-rule="evenodd"'
        f' stroke="{stroke}" stroke-width="{width}"{dashed}>{paths}</g>'
    )


def _lines(shape: BaseGeometry) -> str:
    """The polygons and lines of a shape; points are drawn as dots."""
    found = []
    for part in shapely.get_parts(shape).tolist():
        if part.geom_type == "Polygon":
            found += [f"{_trace(ring)}Z" for ring in (part.exterior, *part.interiors)]
        elif part.geom_type == "LineString":
            found.append(_trace(part))
    return "".join(found)


def _trace(line: BaseGeometry) -> str:
    points = (f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(line).tolist())
    return f"M{'L'.join(points)}" if not line.is_empty else ""


def _dots(shapes: Geometries, colour: str, *, hollow: bool) -> list[str]:
    """A dot for each pixel that has points in it: a hundred thousand points are no larger a picture."""
    parts = shapely.get_parts(shapes)
    points = parts[shapely.get_type_id(parts) == 0]
    pixels = np.unique(np.round(shapely.get_coordinates(points)), axis=0)
    fill = "none" if hollow else colour
    return [
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="2" fill="{fill}" stroke="{colour}"/>'
        for x, y in pixels.tolist()
    ]


def _svg(height: int, inside: str, note: str) -> str:
    foot = (
        f'<text x="{WIDTH / 2}" y="{height - 4}" font-size="13" text-anchor="middle"'
        f' fill="{_INK}" stroke="{_PAPER}" stroke-width="3" paint-order="stroke">'
        f"{escape(note)}</text>"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">'
        f'<rect width="{WIDTH}" height="{height}" fill="{_PAPER}"/>{inside}{foot}</svg>'
    )
