"""Reading an aerial picture (GeoTIFF, or any picture with a world file) into web tiles.

GDAL comes with pyogrio's wheel and is spoken to through GeoDjango. The file is read in windows, so
it may be larger than memory. Positions are computed on a coarse net in each tile and interpolated:
within a tile of the deepest zoom the net is true to far less than a pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log2
from pathlib import Path
from typing import Final

import numpy as np
from django.contrib.gis.gdal import GDALException, GDALRaster
from numpy.typing import NDArray
from PIL import Image
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from wangge.insight.maps.adapters.imagery.writing import SIDE
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.web_tile import HALF_WORLD, Box, WebTile

_NODES: Final = 9
_MOST_PIXELS: Final = 4 * SIDE  # of a window; a coarser picture is asked for beyond
_BYTE: Final = 1  # GDAL's numbers of a type and of a meaning of a band
_PALETTE: Final = 2
_DEEPEST: Final = 20

Floats = NDArray[np.float64]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Aerial:
    """An opened picture: its way from web metres to pixels, its extent in web metres."""

    raster: GDALRaster
    to_source: Transformer
    box: Box
    natural_zoom: int

    def sample(self, tile: WebTile) -> Image.Image | None:
        """The tile's part of the picture, transparent where the picture has nothing."""
        columns, rows = self._pixels_of(tile)
        window = _window(columns, rows, self.raster.width, self.raster.height)
        if window is None:
            return None
        left, top, width, height = window
        shape = (min(width, _MOST_PIXELS), min(height, _MOST_PIXELS))
        bands = self._read((left, top), (width, height), shape)
        across = (columns - left) * shape[0] / width - 0.5
        down = (rows - top) * shape[1] / height - 0.5
        return Image.fromarray(_sampled(bands, across, down), "RGBA")

    def _pixels_of(self, tile: WebTile) -> tuple[Floats, Floats]:
        """For each pixel of the tile the column and row of the picture, as fractions."""
        edge = np.linspace(0, 1, _NODES)
        x = tile.box.west + edge * (tile.box.east - tile.box.west)
        y = tile.box.north - edge * (tile.box.north - tile.box.south)
        east, north = self.to_source.transform(*np.meshgrid(x, y))
        columns, rows = _to_pixels(self.raster, east, north)
        middle = (np.arange(SIDE) + 0.5) / SIDE * (_NODES - 1)
        spread = np.maximum(0, 1 - np.abs(middle[:, None] - np.arange(_NODES)))
        return spread @ columns @ spread.T, spread @ rows @ spread.T

    def _read(
        self, offset: tuple[int, int], size: tuple[int, int], shape: tuple[int, int]
    ) -> Pixels:
        """Red, green, blue and how much of it is there."""
        bands = self.raster.bands
        read = [
            np.asarray(band.data(offset=offset, size=size, shape=shape), dtype=np.uint8).reshape(
                shape[1], shape[0]
            )
            for band in bands
        ]
        colours = read[:3] if len(read) >= 3 else [read[0]] * 3
        there = read[3] if len(read) == 4 else _there(colours, bands[0].nodata_value)
        return np.dstack([*colours, there])


def open_aerial(path: Path, crs: str = "") -> Aerial:
    """Open a picture. `crs` names its system (EPSG:…) where the file does not.

    Invalid with words if it is no picture with a place, or not of 8 bits a band.
    """
    try:
        raster = GDALRaster(str(path))
        bands = len(raster.bands)
        said = raster.srs
        known = CRS.from_user_input(crs or (said.wkt if said else ""))
        to_source = Transformer.from_crs("EPSG:3857", known, always_xy=True)
    except (GDALException, CRSError) as error:
        raise Invalid(Message("imagery.wrong.no_place", file=path.name)) from error
    plain = all(band.datatype() == _BYTE for band in raster.bands)
    if bands not in {1, 3, 4} or not plain or raster.bands[0].color_interp() == _PALETTE:
        raise Invalid(Message("imagery.wrong.bands", file=path.name))
    box = _extent(raster, to_source)
    return Aerial(raster, to_source, box, _natural_zoom(box, raster))


def _to_pixels(raster: GDALRaster, east: Floats, north: Floats) -> tuple[Floats, Floats]:
    x0, xx, xy, y0, yx, yy = raster.geotransform
    inverse = np.linalg.inv(np.array([[xx, xy], [yx, yy]]))
    columns, rows = np.tensordot(inverse, np.stack([east - x0, north - y0]), axes=1)
    return columns, rows


def _extent(raster: GDALRaster, to_source: Transformer) -> Box:
    x0, xx, xy, y0, yx, yy = raster.geotransform
    columns = np.linspace(0, raster.width, _NODES)
    rows = np.linspace(0, raster.height, _NODES)
    c, r = np.meshgrid(columns, rows)
    source = (x0 + c * xx + r * xy, y0 + c * yx + r * yy)
    east, north = to_source.transform(*source, direction="INVERSE")
    if not (np.isfinite(east).all() and np.abs(east).max() <= HALF_WORLD):
        raise Invalid(Message("imagery.wrong.no_place", file=Path(raster.name).name))
    return Box(float(east.min()), float(north.min()), float(east.max()), float(north.max()))


def _natural_zoom(box: Box, raster: GDALRaster) -> int:
    """The zoom whose pixels are no larger than the picture's."""
    pixel = (box.east - box.west) / raster.width
    return min(max(ceil(log2(2 * HALF_WORLD / SIDE / pixel)), 0), _DEEPEST)


def _window(
    columns: Floats, rows: Floats, width: int, height: int
) -> tuple[int, int, int, int] | None:
    """Left, top, width and height of the pixels that are needed; None if there are none."""
    left = max(int(np.floor(columns.min())) - 1, 0)
    top = max(int(np.floor(rows.min())) - 1, 0)
    right = min(int(np.ceil(columns.max())) + 2, width)
    bottom = min(int(np.ceil(rows.max())) + 2, height)
    return (left, top, right - left, bottom - top) if right > left and bottom > top else None


def _there(colours: list[Pixels], nothing: float | None) -> Pixels:
    """Opaque, but for pixels that bear the value of no data in every band."""
    if nothing is None:
        return np.full_like(colours[0], 255)
    empty = np.logical_and.reduce([band == nothing for band in colours])
    return np.asarray(np.where(empty, 0, 255), dtype=np.uint8)


def _sampled(bands: Pixels, across: Floats, down: Floats) -> Pixels:
    """The picture at fractional places, between its four pixels; transparent outside."""
    height, width = bands.shape[:2]
    inside = (across > -1) & (across < width) & (down > -1) & (down < height)
    x, y = np.clip(across, 0, width - 1), np.clip(down, 0, height - 1)
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    right, bottom = np.minimum(left + 1, width - 1), np.minimum(top + 1, height - 1)
    dx, dy = (x - left)[..., None], (y - top)[..., None]
    upper = bands[top, left] * (1 - dx) + bands[top, right] * dx
    lower = bands[bottom, left] * (1 - dx) + bands[bottom, right] * dx
    mixed = np.rint(upper * (1 - dy) + lower * dy).astype(np.uint8)
    mixed[..., 3] = np.where(inside & (mixed[..., 3] > 127), 255, 0)
    return np.asarray(mixed, dtype=np.uint8)
