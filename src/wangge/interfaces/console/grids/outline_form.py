"""The outline of a village as somebody draws it: its corners, one per line."""

from __future__ import annotations

import re
from typing import Final

from django import forms
from django.contrib.gis.geos import MultiPolygon, Polygon

from wangge.interfaces.console.grids.forms import SPAN
from wangge.interfaces.web.forms import ask, wrong
from wangge.lib.coordinate_text import coordinate
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.registers.areas.operations.establishing import SRID

FEWEST, MOST = 3, 5000
_LINES: Final = re.compile(r"[\n;\uff1b]+")
_BETWEEN: Final = re.compile(r"[,\uff0c\s]+")


class OutlineForm(forms.Form):
    """Corners in order, one per line: "longitude, latitude" in degrees (CGCS2000, WGS-84)."""

    corners = forms.CharField(
        label=ask("grids.outline.corners"),
        help_text=ask("grids.outline.corners_hint"),
        max_length=MOST * 40,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocomplete": "off"}),
    )

    def clean_corners(self) -> MultiPolygon:
        """The polygon. Refuses a line that is not a place, and corners that make no outline."""
        lines = [line.strip() for line in _LINES.split(self.cleaned_data["corners"])]
        corners = [_corner(number, line) for number, line in enumerate(lines, start=1) if line]
        if corners[:1] == corners[-1:]:
            corners.pop()
        if not FEWEST <= len(corners) <= MOST:
            raise wrong(Message("grids.outline.few"))
        outline = Polygon([*corners, corners[0]], srid=SRID)
        if not outline.valid:
            raise wrong(Message("area.outline_invalid"))
        return MultiPolygon(outline, srid=SRID)


def corners_of(outline: MultiPolygon | None) -> str:
    """An outline of one ring as text for the form; empty if there is none or it has several parts."""
    if outline is None or len(outline) != 1 or len(outline[0]) != 1:
        return ""
    ring = outline[0][0].coords[:-1]
    return "\n".join(f"{x:.6f}, {y:.6f}" for x, y, *_ in ring) if len(ring) <= MOST else ""


def _corner(number: int, line: str) -> tuple[float, float]:
    try:
        east, north = (coordinate(part) for part in _BETWEEN.split(line))
    except (Invalid, ValueError) as error:
        raise wrong(Message("grids.outline.line", number=number)) from error
    if not all(low <= each <= high for each, (low, high) in zip((east, north), SPAN, strict=True)):
        raise wrong(Message("grids.outline.line", number=number))
    return east, north
