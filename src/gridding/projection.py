"""Between the units of a file and metres on the ground.

Inside the engine everything is in metres. Longitude and latitude are projected by a transverse
Mercator whose origin is the centre of the village and whose scale is 1 there: over a village of
ten kilometres the error of a length is below one part in a million.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from pyproj import Transformer

Floats = npt.NDArray[np.float64]

GRAIN = 1e-5
"""Grid of all coordinates inside the engine, in metres. It hides differences between processors."""

DEGREE_DECIMALS = 12
METRE_DECIMALS = 5


@dataclass(frozen=True)
class Frame:
    """A village's own coordinate frame.

    ``degrees`` says whether the file is in longitude and latitude; ``x0``, ``y0`` are the origin
    in the file's units.
    """

    degrees: bool
    x0: float
    y0: float

    @cached_property
    def _transformer(self) -> Transformer:
        return Transformer.from_pipeline(
            "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
            f"+step +proj=tmerc +lat_0={self.y0!r} +lon_0={self.x0!r} +k=1 +ellps=GRS80"
        )

    def to_metres(self, points: Floats) -> Floats:
        """Points (n × 2) of the file as metres from the village's centre, on the grain."""
        if self.degrees:
            x, y = self._transformer.transform(points[:, 0], points[:, 1])
            metres = np.column_stack([x, y])
        else:
            metres = points - (self.x0, self.y0)
        on_grain: Floats = np.round(metres / GRAIN) * GRAIN
        return on_grain

    def to_file(self, metres: Floats) -> Floats:
        """Metres from the village's centre as points in the file's units, rounded for writing."""
        if self.degrees:
            x, y = self._transformer.transform(metres[:, 0], metres[:, 1], direction="INVERSE")
            return np.round(np.column_stack([x, y]), DEGREE_DECIMALS)
        placed: Floats = np.round(metres + np.array([self.x0, self.y0]), METRE_DECIMALS)
        return placed


METRES = Frame(degrees=False, x0=0.0, y0=0.0)
"""The frame of a file in metres whose origin is near enough."""


def frame_of(points: Floats, *, degrees: bool) -> Frame:
    """The frame whose origin is the middle of the box around ``points``."""
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    decimals = 6 if degrees else 0
    x0, y0 = (float(round(value, decimals)) for value in middle)
    return Frame(degrees, x0, y0)
