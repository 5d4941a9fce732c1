"""The figures of a grid as the columns in which proposals and drafts store them."""

from __future__ import annotations

from typing import Any, Final

from django.contrib.gis.geos import GEOSGeometry

from wangge.insight.divisions.rules.figures import GridFigure

_SRID: Final = 4490


def columns_of(grid: GridFigure) -> dict[str, Any]:
    """Every figure by its column; the outline as Django stores it (EPSG:4490)."""
    return vars(grid) | {"outline": GEOSGeometry(memoryview(grid.outline.wkb), srid=_SRID)}
