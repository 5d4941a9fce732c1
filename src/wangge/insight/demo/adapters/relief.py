"""An invented relief under the demo's map: heights of chance, lit from the north-west.

Low and even about the county seat, hills and ridges farther out. Every place that shows it says
that it is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray
from PIL import Image

from wangge.insight.demo.rules.geography.outlines import SEAT, published_outline
from wangge.insight.maps.adapters.imagery.sets import PUBLIC, SUFFIX, SYNTHETIC, folder
from wangge.insight.maps.adapters.imagery.writing import SIDE, write_set
from wangge.lib.web_tile import HALF_WORLD, Box, WebTile, in_web_metres, tiles_over

KEY: Final = "relief"
_DEEPEST: Final = 12  # 38 m a pixel: finer would be no truer
_MARGIN: Final = 0.3  # of the county's size, above and below
_WIDTH: Final = 2.2  # of the height: screens are wide
_SUN: Final = np.radians(315.0), np.radians(45.0)  # bearing and height, as maps are lit
_ROUGHNESS: Final = 2.05  # how much faster than their length the hills lose height
_STEEPER: Final = 3.0  # slopes are shown so many times as steep, else hills look flat
_HIGHEST: Final = 1_400.0  # metres
_PLAIN: Final = 14_000.0  # web metres from the seat at which the hills have risen

# From valley to ridge: colours of paper, so that ink stays legible on them.
_HEIGHTS: Final = (0.0, 0.25, 0.6, 1.0)
_COLOURS: Final = ((216, 226, 205), (228, 228, 208), (226, 215, 197), (240, 236, 230))

Floats = NDArray[np.float64]


def draw_relief(seed: int, progress: Callable[[int], None] = lambda count: None) -> Path:
    """Write the relief as a set of picture tiles; the same seed gives the same hills."""
    west, south, east, north = published_outline().bounds
    box = _as_wide_as_screens(in_web_metres(Box(west, south, east, north)).grown(_MARGIN))
    tiles = list(tiles_over(box, _DEEPEST))
    columns, rows = {tile.x for tile in tiles}, {tile.y for tile in tiles}
    size = (len(rows) * SIDE, len(columns) * SIDE)
    corner = WebTile(_DEEPEST, min(columns), min(rows))
    sheet = _painted(_heights(corner, size, default_rng(seed)))

    def sample(tile: WebTile) -> Image.Image:
        top, left = (tile.y - corner.y) * SIDE, (tile.x - corner.x) * SIDE
        return Image.fromarray(sheet[top : top + SIDE, left : left + SIDE], "RGB").convert("RGBA")

    target = folder() / f"{KEY}{SUFFIX}"
    said = {"name": KEY, PUBLIC: "1", SYNTHETIC: "1"}
    write_set(target, sample, box=box, deepest=_DEEPEST, metadata=said, progress=progress)
    return target


def _as_wide_as_screens(box: Box) -> Box:
    middle, half = (box.west + box.east) / 2, (box.north - box.south) * _WIDTH / 2
    return box._replace(west=middle - half, east=middle + half)


def _heights(corner: WebTile, size: tuple[int, int], rng: Generator) -> Floats:
    """Metres above the valley floor: noise of all lengths, folded into ridges, flat at the seat."""
    broad, fine = _noise(size, rng), _noise(size, rng)
    ridged = 1 - np.abs(broad)
    ground = np.clip(0.65 * ridged + 0.35 * (fine + 1) / 2, 0, 1)
    return _HIGHEST * ground**1.6 * _away_from_seat(corner, size)


def _noise(size: tuple[int, int], rng: Generator) -> Floats:
    """Between −1 and 1, with less height the shorter the wave."""
    rows, columns = (np.fft.fftfreq(length, 1 / SIDE) for length in size)
    length = np.hypot(rows[:, None], columns[None, :])
    length[0, 0] = np.inf
    waves = np.fft.fft2(rng.standard_normal(size)) / np.maximum(length, 0.12) ** _ROUGHNESS
    field = np.fft.ifft2(waves).real
    return np.asarray(np.clip(field / (2.5 * field.std()), -1, 1))


def _away_from_seat(corner: WebTile, size: tuple[int, int]) -> Floats:
    pixel = 2 * HALF_WORLD / 2**_DEEPEST / SIDE
    seat = in_web_metres(Box(SEAT.x, SEAT.y, SEAT.x, SEAT.y))
    east = corner.box.west + (np.arange(size[1]) + 0.5) * pixel - seat.west
    north = corner.box.north - (np.arange(size[0]) + 0.5) * pixel - seat.south
    away = np.hypot(north[:, None], east[None, :])
    return np.asarray(0.08 + 0.92 * (1 - np.exp(-((away / _PLAIN) ** 2))))


def _painted(heights: Floats) -> NDArray[np.uint8]:
    """Tinted by height, shaded by slope."""
    pixel = 2 * HALF_WORLD / 2**_DEEPEST / SIDE
    south, east = np.gradient(heights, pixel)
    bearing, height = _SUN
    slope = np.arctan(_STEEPER * np.hypot(south, east))
    facing = np.arctan2(-east, south)
    light = np.sin(height) * np.cos(slope)
    light += np.cos(height) * np.sin(slope) * np.cos(bearing - facing)
    shade = 0.5 + 0.5 * np.clip(light / np.sin(height), 0, 1.25)
    share = heights / _HIGHEST
    tints = [np.interp(share, _HEIGHTS, channel) for channel in zip(*_COLOURS, strict=True)]
    painted = np.clip(np.dstack(tints) * shade[..., None], 0, 255)
    return np.asarray(painted, dtype=np.uint8)
