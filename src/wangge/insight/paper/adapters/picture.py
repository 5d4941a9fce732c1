"""From metres on the ground to millimetres of a picture, and the marks of SVG.

EPSG:4546 is true to a few centimetres a kilometre, so a village is drawn without distortion.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from math import floor, log10
from typing import Final

import shapely
from shapely.geometry.base import BaseGeometry

from wangge.insight.paper.rules.shapes import Box, Spot

_MARGIN: Final = 0.05  # of the picture, free around what it is of
_ROUND: Final = (5, 2, 1)


@dataclass(frozen=True, slots=True)
class View:
    """A picture of `width` × `height` mm whose upper left corner lies at (west, north) in metres."""

    west: float
    north: float
    mm_per_m: float
    width: float
    height: float

    @classmethod
    def of(cls, shape: BaseGeometry, width: float, height: float) -> View:
        """The whole shape as large as the picture allows, in its middle."""
        west, south, east, north = shape.bounds
        room = 1 - 2 * _MARGIN
        scale = min(width * room / max(east - west, 1.0), height * room / max(north - south, 1.0))
        return cls(
            (west + east) / 2 - width / scale / 2,
            (south + north) / 2 + height / scale / 2,
            scale,
            width,
            height,
        )

    @property
    def frame(self) -> Box:
        return Box(0, 0, self.width, self.height)

    @property
    def ground(self) -> tuple[float, float, float, float]:
        """West, south, east, north of the picture in metres."""
        return (
            self.west,
            self.north - self.height / self.mm_per_m,
            self.west + self.width / self.mm_per_m,
            self.north,
        )

    def spot(self, east: float, north: float) -> Spot:
        return Spot((east - self.west) * self.mm_per_m, (self.north - north) * self.mm_per_m)

    def shown(self, shape: BaseGeometry) -> BaseGeometry:
        """The part of a shape (metres) that the picture shows."""
        return shapely.clip_by_rect(shapely.make_valid(shape), *self.ground)

    def path(self, shape: BaseGeometry) -> str:
        """The `d` of a path along every ring and line of a shape."""
        return "".join(self._run(part) for part in _runs(shape))

    def scale_bar(self) -> tuple[int, float]:
        """A round length in metres and how long it is drawn, between a tenth and a quarter."""
        longest = self.width / 4 / self.mm_per_m
        power = 10 ** floor(log10(longest))
        metres = next(int(n * power) for n in _ROUND if n * power <= longest)
        return metres, metres * self.mm_per_m

    def _run(self, part: BaseGeometry) -> str:
        spots = [self.spot(x, y) for x, y, *_ in part.coords]
        closed = isinstance(part, shapely.LinearRing)
        if closed:
            spots.pop()
        return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in spots) + ("Z" if closed else "")


def _runs(shape: BaseGeometry) -> Iterable[BaseGeometry]:
    for part in shapely.get_parts(shape):
        if isinstance(part, shapely.Polygon):
            if not part.is_empty:
                yield from (part.exterior, *part.interiors)
        elif isinstance(part, shapely.LineString) and not part.is_empty:
            yield part


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """An element of SVG; underscores in names of attributes stand for hyphens."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def text(words: str, at: Spot, *, size: float, **attributes: str | float) -> str:
    """A line of text, `size` millimetres high, with its middle at a spot."""
    drop = 0.36 * size  # from the middle of a character down to its base line
    return element(
        "text",
        escape(words),
        x=at.x,
        y=at.y + drop,
        font_size=size,
        text_anchor="middle",
        **attributes,
    )


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
