"""Rectangles and lines on a sheet of paper: millimetres, y downwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


class Spot(NamedTuple):
    """A point on the sheet."""

    x: float
    y: float


Line: TypeAlias = tuple[Spot, Spot]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle. Boxes that only touch do not overlap."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, middle: Spot, width: float, height: float) -> Box:
        return cls(
            middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2
        )

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> Spot:
        return Spot((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def grown(self, by: float) -> Box:
        """The box with a margin of `by` on every side; negative shrinks."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_in(self, frame: Box) -> bool:
        return (
            frame.left <= self.left
            and self.right <= frame.right
            and frame.top <= self.top
            and self.bottom <= frame.bottom
        )

    def nearest_to(self, spot: Spot) -> Spot:
        """The point of the box that is nearest to `spot`; the spot itself if it lies inside."""
        return Spot(
            min(max(spot.x, self.left), self.right), min(max(spot.y, self.top), self.bottom)
        )

    def is_crossed_by(self, line: Line) -> bool:
        """Whether part of the line lies inside the box (Liang and Barsky)."""
        (x, y), (to_x, to_y) = line
        enters, leaves = 0.0, 1.0
        for along, start, low, high in (
            (to_x - x, x, self.left, self.right),
            (to_y - y, y, self.top, self.bottom),
        ):
            if along == 0.0:
                if not low < start < high:
                    return False
                continue
            first, last = sorted(((low - start) / along, (high - start) / along))
            enters, leaves = max(enters, first), min(leaves, last)
        return enters < leaves


def lines_cross(one: Line, other: Line) -> bool:
    """Whether two lines cross at a point inside both."""

    def side(line: Line, spot: Spot) -> float:
        (x, y), (to_x, to_y) = line
        return (to_x - x) * (spot.y - y) - (to_y - y) * (spot.x - x)

    return (
        side(one, other[0]) * side(one, other[1]) < 0
        and side(other, one[0]) * side(other, one[1]) < 0
    )
