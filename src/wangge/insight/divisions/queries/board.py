"""A draft laid on the drawing board: what the editor in the browser draws and calculates with.

Coordinates are web mercator metres (EPSG:3857) from a zero in the village, x to the east and y to
the south, so that tiles of imagery fit under them; `scale` turns them into metres on the ground.
Households come in the order of their keys, which stay here: nobody is named in the browser.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from gridding.ground import ground_of
from gridding.projection import Frame
from wangge.access.actor import Actor
from wangge.insight.divisions.models import Draft
from wangge.insight.divisions.queries.reading import problem_of
from wangge.insight.divisions.rules.reading import Reading, completed
from wangge.insight.divisions.rules.wishes import Wishes

DECIMALS: Final = 1
"""A tenth of a metre: finer than a pixel, and the corners of neighbours stay the same."""

Points = NDArray[np.float64]


@cache
def _mercator() -> Transformer:
    return Transformer.from_crs(4490, 3857, always_xy=True)


@dataclass(frozen=True)
class _Paper:
    """The drawing's own coordinates for a village."""

    frame: Frame
    zero: tuple[float, float]
    scale: float

    @classmethod
    def of(cls, reading: Reading) -> _Paper:
        frame = reading.problem.frame
        x, y = _mercator().transform(frame.x0, frame.y0)
        return cls(frame, (float(x), float(y)), float(np.cos(np.radians(frame.y0))))

    def place(self, metres: Points) -> Points:
        """Points of the engine (n × 2) as points of the drawing."""
        degrees = self.frame.to_file(metres)
        x, y = _mercator().transform(degrees[:, 0], degrees[:, 1])
        placed: Points = np.round(np.column_stack([x - self.zero[0], self.zero[1] - y]), DECIMALS)
        return placed

    def rings(self, shape: shapely.Geometry) -> list[list[list[float]]]:
        """The rings of a polygon, or the lines of a line, without the point that closes them."""
        found: list[list[list[float]]] = []
        for part in shapely.get_parts(shape):
            lines = [part] if part.geom_type == "LineString" else [part.exterior, *part.interiors]
            for line in lines:
                points = self.place(shapely.get_coordinates(line))
                found.append((points[:-1] if line.is_ring else points).tolist())
        return found


def reading_of(draft: Draft, by: Actor) -> Reading:
    """The draft's village under the draft's own wishes and number of grids."""
    return problem_of(draft.village_code, Wishes.from_json(draft.settings), k=draft.k, by=by)


def board_of(draft: Draft, by: Actor) -> dict[str, Any]:
    """The board as plain JSON; see frontend/elements/division-editor/board.ts.

    Refusal as in `problem_of`, where the village can no longer be read.
    """
    reading = reading_of(draft, by)
    problem, paper = reading.problem, _Paper.of(reading)
    ground = ground_of(problem)
    cells = ground.cells.dissolved(ground.cells.owner_of)
    edges, _ = ground.graph.edges()
    homes = paper.place(problem.points)
    groups = sorted({home.hamlet for home in problem.households if home.hamlet}, key=int)
    place_of = {group: index for index, group in enumerate(groups)}
    grid_of = completed(draft.assignment, problem)
    numbers = [grid_of[home.id] for home in problem.households]
    return {
        "revision": draft.revision,
        "scale": paper.scale,
        "zero": list(paper.zero),
        "outline": paper.rings(problem.village),
        "barriers": [
            {"line": line} for barrier in problem.barriers for line in paper.rings(barrier)
        ],
        "bridges": paper.place(_points(problem.bridges)).tolist(),
        "homes": {
            "x": homes[:, 0].tolist(),
            "y": homes[:, 1].tolist(),
            "persons": [home.persons for home in problem.households],
            "group": [place_of.get(home.hamlet or "", -1) for home in problem.households],
        },
        "cells": [
            [ring for shape in cells.get(home, []) for ring in paper.rings(shape)]
            for home in range(len(problem.households))
        ],
        "edges": edges.tolist(),
        "groups": groups,  # their numbers; the page says what a number means
        "assignment": numbers,
        "target": problem.target,
        "tolerance": problem.settings.tolerance,
        "balanceOn": problem.balance_on,
    }


def _points(bridges: tuple[shapely.Point, ...]) -> Points:
    return np.array([(bridge.x, bridge.y) for bridge in bridges], dtype=np.float64).reshape(-1, 2)
