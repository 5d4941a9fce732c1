"""A piece of imagery as one picture, for paper."""

from __future__ import annotations

import io
from functools import cache
from math import floor, log2
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError
from pyproj import Transformer

from wangge.insight.maps.adapters.imagery.service import NoPicture
from wangge.insight.maps.adapters.imagery.sources import Source
from wangge.insight.maps.adapters.imagery.writing import SIDE
from wangge.lib.web_tile import HALF_WORLD, Box, tiles_over

_CELLS: Final = (
    8  # of the net on which positions are computed, each way; between its nodes lines are straight
)
_ENLARGED: Final = 0.3  # of a zoom: sooner a little blurred than four times the tiles
_AROUND: Final = 4  # pixels more than needed, for what lies between pixels
_FORMATS: Final = ("JPEG", "PNG", "WEBP")

Floats: TypeAlias = NDArray[np.float64]
Mesh: TypeAlias = list[tuple[tuple[int, int, int, int], tuple[float, ...]]]


def picture(source: Source, frame: Box, width: int) -> Image.Image:
    """What a source shows of a frame in metres (EPSG:4546), `width` pixels wide.

    Transparent where the source has nothing. Tiles are drawn in web Mercator, which is turned and
    stretched against paper: the picture is resampled, pixel by pixel. NoPicture if the source does
    not answer or has nothing there.
    """
    height = max(round(width * (frame.north - frame.south) / (frame.east - frame.west)), 1)
    east, north = _net(frame)
    metres = (float(east.max()) - float(east.min())) / width
    pixel = 2 * HALF_WORLD / SIDE / 2 ** _zoom(source, metres)
    more = _AROUND * pixel
    box = Box(east.min() - more, north.min() - more, east.max() + more, north.max() + more)
    sheet, (west, top) = _sheet(source, box, metres)
    mesh = _mesh((width, height), (east - west) / pixel, (top - north) / pixel)
    return sheet.transform((width, height), Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)


def _zoom(source: Source, metres: float) -> int:
    """The zoom with pixels of so many web metres, as far as the source has it."""
    wanted = floor(log2(2 * HALF_WORLD / SIDE / metres) + 1 - _ENLARGED)
    return min(max(wanted, source.first_zoom), source.last_zoom)


def _net(frame: Box) -> tuple[Floats, Floats]:
    """Web metres of the nodes of a net over the frame, rows from the north."""
    x = np.linspace(frame.west, frame.east, _CELLS + 1)
    y = np.linspace(frame.north, frame.south, _CELLS + 1)
    east, north = _to_web().transform(*np.meshgrid(x, y))
    return east, north


@cache
def _to_web() -> Transformer:
    return Transformer.from_crs("EPSG:4546", "EPSG:3857", always_xy=True)


def _sheet(source: Source, box: Box, metres: float) -> tuple[Image.Image, tuple[float, float]]:
    """The tiles over a box joined, and where their upper left corner lies in web metres."""
    tiles = list(tiles_over(box, _zoom(source, metres)))
    left, top = min(tile.x for tile in tiles), min(tile.y for tile in tiles)
    right, bottom = max(tile.x for tile in tiles), max(tile.y for tile in tiles)
    sheet = Image.new("RGBA", ((right - left + 1) * SIDE, (bottom - top + 1) * SIDE))
    found = source.tiles(tiles)
    if not found:
        raise NoPicture("nothing of the place")
    for tile, content in found.items():
        sheet.paste(_decoded(content), ((tile.x - left) * SIDE, (tile.y - top) * SIDE))
    return sheet, (tiles[0].box.west, tiles[0].box.north)


def _decoded(content: bytes) -> Image.Image:
    try:
        tile = Image.open(io.BytesIO(content), formats=_FORMATS).convert("RGBA")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise NoPicture("no picture") from error
    return tile if tile.size == (SIDE, SIDE) else tile.resize((SIDE, SIDE))


def _mesh(size: tuple[int, int], across: Floats, down: Floats) -> Mesh:
    """For each cell of the paper's picture the four corners of the sheet it shows."""
    columns = [round(size[0] * cell / _CELLS) for cell in range(_CELLS + 1)]
    rows = [round(size[1] * cell / _CELLS) for cell in range(_CELLS + 1)]
    mesh: Mesh = []
    for row in range(_CELLS):
        for column in range(_CELLS):
            target = (columns[column], rows[row], columns[column + 1], rows[row + 1])
            corners = ((row, column), (row + 1, column), (row + 1, column + 1), (row, column + 1))
            places = (float(each[node]) for node in corners for each in (across, down))
            mesh.append((target, tuple(places)))
    return mesh
