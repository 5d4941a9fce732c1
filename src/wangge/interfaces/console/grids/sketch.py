"""A small picture of a village: its outline, its grids, its groups. A click on it gives a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from math import cos, radians

from django.contrib.gis.geos import MultiPolygon

from wangge.lib.area_code import Level
from wangge.registers.areas.models import Boundary, VillagerGroup

SIDE = 320  # pixels, the width of a telephone: a click arrives in pixels of the picture
_MARGIN = 20
_INK, _LINE, _GROUND, _PAPER = "#1f2937", "#6b7280", "#e8efe6", "#fbfaf7"
_HEAD = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'


@dataclass(frozen=True, slots=True)
class Sketch:
    """The picture and its scale: pixels per degree of latitude, and its centre (EPSG 4490)."""

    outline: MultiPolygon
    grids: tuple[MultiPolygon, ...]
    groups: tuple[VillagerGroup, ...]
    middle: tuple[float, float]
    scale: float
    narrowing: float  # a degree of longitude as a share of one of latitude
    synthetic: bool  # the outline is invented, and the picture says so

    @classmethod
    def of(cls, village_code: str) -> Sketch | None:
        """The sketch of a village; None while its outline is not known."""
        low, high = village_code, f"{village_code}:"
        rows = Boundary.objects.filter(area__gte=low, area__lt=high, valid_to=None)
        shapes = {row.area_id: row.outline for row in rows}
        synthetic = any(row.synthetic for row in rows)
        outline = shapes.pop(village_code, None)
        if outline is None:
            return None
        west, south, east, north = outline.extent
        narrowing = cos(radians((south + north) / 2))
        widest = max((east - west) * narrowing, north - south)
        groups = VillagerGroup.objects.filter(village=village_code, point__isnull=False)
        return cls(
            outline,
            tuple(shape for code, shape in sorted(shapes.items()) if len(code) == Level.GRID),
            tuple(groups.order_by("number")),
            ((west + east) / 2, (south + north) / 2),
            (SIDE - 2 * _MARGIN) / widest,
            narrowing,
            synthetic,
        )

    def pixel(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place is in the picture, in pixels from the upper left."""
        x = SIDE / 2 + (longitude - self.middle[0]) * self.narrowing * self.scale
        y = SIDE / 2 - (latitude - self.middle[1]) * self.scale
        return round(x, 1), round(y, 1)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Longitude and latitude of a point of the picture: the inverse of `pixel`."""
        longitude = self.middle[0] + (x - SIDE / 2) / self.scale / self.narrowing
        return longitude, self.middle[1] - (y - SIDE / 2) / self.scale

    def svg(self, note: str = "") -> str:
        """The picture, with a note at its foot.

        It is shown as an image, so it brings its own colours and no style sheet.
        """
        foot = (
            f'<text x="{SIDE / 2}" y="{SIDE - 4}" font-size="11" text-anchor="middle"'
            f' fill="{_INK}">{escape(note)}</text>'
        )
        return "".join((_HEAD, *self._shapes(), *self._marks(), foot, "</svg>"))

    @staticmethod
    def empty() -> str:
        """A picture of nothing."""
        return f"{_HEAD}{_paper()}</svg>"

    def _shapes(self) -> Iterator[str]:
        yield _paper()
        yield f'<path d="{self._path(self.outline)}" fill="{_GROUND}" stroke="{_INK}" stroke-width="2"/>'
        for grid in self.grids:
            yield f'<path d="{self._path(grid)}" fill="none" stroke="{_LINE}"/>'

    def _marks(self) -> Iterator[str]:
        for group in self.groups:
            assert group.point is not None  # noqa: S101 - asked for
            x, y = self.pixel(group.point.x, group.point.y)
            yield f'<circle cx="{x}" cy="{y}" r="3" fill="{_INK}"/>'
            label = escape(str(group.number))
            yield (
                f'<text x="{x + 6}" y="{y + 4}" font-size="12" fill="{_INK}" stroke="{_PAPER}"'
                f' stroke-width="3" paint-order="stroke">{label}</text>'
            )

    def _path(self, shape: MultiPolygon) -> str:
        return " ".join(self._ring(ring) for polygon in shape.coords for ring in polygon)

    def _ring(self, points: Iterable[tuple[float, ...]]) -> str:
        pixels = (self.pixel(point[0], point[1]) for point in points)
        return "M" + "L".join(f"{x} {y}" for x, y in pixels) + "Z"


def _paper() -> str:
    return f'<rect width="{SIDE}" height="{SIDE}" fill="{_PAPER}"/>'
