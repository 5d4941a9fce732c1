"""A piece of imagery as one picture, for paper."""

from __future__ import annotations

import io
from math import ceil, log2

from PIL import Image

from wangge.insight.maps.imagery.sets import ImagerySet, tile_of
from wangge.insight.maps.imagery.writing import SIDE
from wangge.lib.web_tile import HALF_WORLD, Box, tiles_over


def picture(imagery: ImagerySet, box: Box, width: int) -> Image.Image:
    """What the set shows of a box in web metres, `width` pixels wide; transparent where nothing is.

    Taken from the zoom that has at least so many pixels, or the deepest there is.
    """
    metres = (box.east - box.west) / width
    wanted = ceil(log2(2 * HALF_WORLD / SIDE / metres))
    zoom = min(max(wanted, imagery.first_zoom), imagery.last_zoom)
    pixel = 2 * HALF_WORLD / SIDE / 2**zoom
    across, down = (box.east - box.west) / pixel, (box.north - box.south) / pixel
    sheet = Image.new("RGBA", (max(round(across), 1), max(round(down), 1)))
    for tile in tiles_over(box, zoom):
        found = tile_of(imagery, tile)
        if found is not None:
            place = (tile.box.west - box.west) / pixel, (box.north - tile.box.north) / pixel
            part = Image.open(io.BytesIO(found)).convert("RGBA")
            sheet.paste(part, (round(place[0]), round(place[1])))
    height = max(round(width * (box.north - box.south) / (box.east - box.west)), 1)
    return sheet.resize((width, height), Image.Resampling.LANCZOS)
