"""Between degrees (CGCS2000, EPSG:4490) and metres.

The county is drawn in 3-degree Gauss-Krüger (EPSG:4546). What must keep to a border that is
already drawn is cut in a `Chart`, where a line straight in degrees is straight in metres too.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

G = TypeVar("G", bound=BaseGeometry)
Points = NDArray[np.float64]
"""An array of (n, 2): east and north in metres, or longitude and latitude in degrees."""

_DEGREES: Final = "EPSG:4490"
_METRES: Final = "EPSG:4546"

# A tenth of a millimetre. Equal vertices stay equal, so a coverage stays a coverage.
_DECIMALS_OF_DEGREE: Final = 9
_METRES_OF_DEGREE: Final = 111_195.0  # on a sphere of the earth's mean radius


@cache
def _transformer(source: str, target: str) -> Transformer:
    return Transformer.from_crs(source, target, always_xy=True)


def points_to_metres(points: Points) -> Points:
    """The points, given as longitude and latitude, in metres east and north."""
    return np.column_stack(_transformer(_DEGREES, _METRES).transform(points[:, 0], points[:, 1]))


def points_to_degrees(points: Points) -> Points:
    """The points, given in metres, as longitude and latitude to a tenth of a millimetre."""
    degrees = _transformer(_METRES, _DEGREES).transform(points[:, 0], points[:, 1])
    return np.round(np.column_stack(degrees), _DECIMALS_OF_DEGREE)


def to_metres(geometry: G) -> G:
    """The geometry, given in lon/lat, in metres."""
    return shapely.transform(geometry, points_to_metres)


def to_degrees(geometry: G) -> G:
    """The geometry, given in metres, in lon/lat."""
    return shapely.transform(geometry, points_to_degrees)


@dataclass(frozen=True, slots=True)
class Chart:
    """Metres east and north on a flat chart, true to a thousandth within a village.

    Args:
        latitude: where the chart is true, in degrees.
    """

    latitude: float

    def to_metres(self, geometry: G) -> G:
        """The geometry, given in lon/lat, in metres."""
        return shapely.transform(geometry, lambda points: points * self._scale)

    def to_degrees(self, geometry: G) -> G:
        """The geometry, given in metres, in lon/lat to a tenth of a millimetre."""
        return shapely.transform(
            geometry, lambda points: np.round(points / self._scale, _DECIMALS_OF_DEGREE)
        )

    @property
    def _scale(self) -> Points:
        parallel = np.cos(np.radians(self.latitude))
        return np.array([_METRES_OF_DEGREE * parallel, _METRES_OF_DEGREE])
