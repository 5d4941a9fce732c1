"""A division as a drawing of a few kilobytes: it needs no script, and prints as it is seen."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from django.contrib.gis.geos import GEOSGeometry
from shapely.geometry.base import BaseGeometry

from gridding.projection import Floats, Frame, frame_of
from wangge.insight.divisions.models import Proposal
from wangge.insight.divisions.queries import scenarios as divisions

WIDTH: Final = 720
"""Units across; the height follows the village, between a third more and a third less."""

MARGIN: Final = 12
TINTS: Final = 6
FINEST: Final = 0.6
"""Bends smaller than this, in units of the drawing, are left out."""

_SCALES: Final = (100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Patch:
    """A grid: its outline and its houses as SVG paths, its number at a place inside it."""

    number: int
    tint: int
    outline: str
    houses: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A river, ridge, railway or road."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """A village on the plane, north up; `scale` metres are `scale_width` units long."""

    width: int
    height: int
    patches: tuple[Patch, ...]
    lines: tuple[Line, ...]
    bridges: tuple[tuple[float, float], ...]
    scale: int
    scale_width: float


def sketch_of(proposal: Proposal) -> Sketch:
    """The drawing of a proposed division."""
    grids = divisions.outlines_of(proposal.pk)
    outlines = {number: _shape(outline) for number, outline in grids.items()}
    frame = frame_of(shapely.get_coordinates(list(outlines.values())), degrees=True)
    sheet = _Sheet.around([_metres(shape, frame) for shape in outlines.values()])
    houses = _houses_by_grid(proposal, frame)
    barriers, bridges = divisions.lines_between(proposal.village_code)
    return Sketch(
        width=WIDTH,
        height=sheet.height,
        patches=tuple(
            _patch(number, _metres(shape, frame), houses.get(number), sheet)
            for number, shape in outlines.items()
        ),
        lines=tuple(
            Line(kind, sheet.path(_metres(_shape(line), frame))) for kind, line in barriers
        ),
        bridges=tuple(
            place
            for bridge in bridges
            for place in sheet.places(shapely.get_coordinates(_metres(_shape(bridge), frame)))
        ),
        scale=sheet.scale,
        scale_width=round(sheet.scale * sheet.units, 1),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Metres to units of the drawing: `units` per metre, the origin at the upper left."""

    west: float
    north: float
    units: float
    height: int

    @classmethod
    def around(cls, shapes: Iterable[BaseGeometry]) -> _Sheet:
        west, south, east, north = shapely.total_bounds(list(shapes)).tolist()
        wide, high = max(east - west, 1.0), max(north - south, 1.0)
        room = WIDTH - 2 * MARGIN
        units = min(room / wide, 1.33 * room / high)
        height = math.ceil(max(high * units, 0.67 * room)) + 2 * MARGIN
        left = west - (WIDTH / units - wide) / 2
        top = north + (height / units - high) / 2
        return cls(left, top, units, height)

    @property
    def scale(self) -> int:
        """A round length of about a fifth of the width, in metres."""
        fifth = WIDTH / self.units / 5
        return max((each for each in _SCALES if each <= fifth), default=_SCALES[0])

    def places(self, metres: Floats) -> list[tuple[float, float]]:
        x = (metres[:, 0] - self.west) * self.units
        y = (self.north - metres[:, 1]) * self.units
        rounded: list[tuple[float, float]] = np.round(np.column_stack([x, y]), 1).tolist()
        return rounded

    def path(self, shape: BaseGeometry) -> str:
        """The lines or rings of a shape as an SVG path."""
        simple = shapely.simplify(shape, FINEST / self.units)
        rings = [
            ring
            for part in shapely.get_parts(simple)
            for ring in (shapely.get_rings(part) if isinstance(part, shapely.Polygon) else [part])
        ]
        return "".join(
            "M" + "L".join(f"{x:g} {y:g}" for x, y in self.places(shapely.get_coordinates(ring)))
            for ring in rings
        )

    def dots(self, metres: Floats) -> str:
        """Points as lines without length, which round caps make into dots."""
        return "".join(f"M{x:g} {y:g}h0" for x, y in self.places(metres))


def _patch(number: int, shape: BaseGeometry, houses: Floats | None, sheet: _Sheet) -> Patch:
    inside = shapely.get_coordinates(shapely.point_on_surface(shape))
    ((x, y),) = sheet.places(inside)
    return Patch(
        number=number,
        tint=(number - 1) % TINTS,
        outline=sheet.path(shape),
        houses=sheet.dots(houses) if houses is not None else "",
        x=x,
        y=y,
    )


def _houses_by_grid(proposal: Proposal, frame: Frame) -> Mapping[int, Floats]:
    assignment = divisions.assignment_of(proposal.pk)
    members: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for key, x, y in divisions.points_of_households(proposal.village_code):
        if key in assignment:
            members[assignment[key]].append((x, y))
    return {number: frame.to_metres(np.array(points)) for number, points in members.items()}


def _shape(geometry: GEOSGeometry) -> BaseGeometry:
    return shapely.from_wkb(bytes(geometry.wkb))


def _metres(shape: BaseGeometry, frame: Frame) -> BaseGeometry:
    return shapely.transform(shape, frame.to_metres)
