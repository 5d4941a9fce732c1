"""Writing a set of picture tiles: the deepest zoom is sampled, each one above is made of the one below."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import Image

from wangge.lib.web_tile import Box, WebTile, in_degrees, tiles_over

SIDE: Final = 256
FIRST_ZOOM: Final = 6
_QUALITY: Final = 82
_BATCH: Final = 200

Sample = Callable[[WebTile], Image.Image | None]
"""The picture of a tile of the deepest zoom (RGBA, 256 × 256), or None where there is nothing."""


@dataclass(slots=True)
class _Set:
    """A file in the making."""

    file: sqlite3.Connection
    sample: Sample
    deepest: int
    box: Box
    progress: Callable[[int], None]
    waiting: list[tuple[int, int, int, bytes]] = field(default_factory=list)
    written: int = 0

    def draw(self, tile: WebTile) -> Image.Image | None:
        if not _meet(tile.box, self.box):
            return None
        picture = self.sample(tile) if tile.z == self.deepest else self._joined(tile)
        if picture is None or picture.getchannel("A").getbbox() is None:
            return None
        row = 2**tile.z - 1 - tile.y
        self.waiting.append((tile.z, tile.x, row, _encoded(picture)))
        if len(self.waiting) >= _BATCH:
            self.flush()
        return picture

    def flush(self) -> None:
        self.file.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", self.waiting)
        self.written += len(self.waiting)
        self.waiting.clear()
        self.progress(self.written)

    def _joined(self, tile: WebTile) -> Image.Image | None:
        quarters = [self.draw(child) for child in tile.children]
        if not any(quarters):
            return None
        whole = Image.new("RGBA", (2 * SIDE, 2 * SIDE))
        for place, quarter in enumerate(quarters):
            if quarter is not None:
                whole.paste(quarter, (SIDE * (place % 2), SIDE * (place // 2)))
        return whole.reduce(2)


def write_set(
    path: Path,
    sample: Sample,
    *,
    box: Box,
    deepest: int,
    metadata: Mapping[str, str],
    progress: Callable[[int], None] = lambda count: None,
) -> int:
    """Write the tiles that meet `box` (web metres) and put them in place at once; returns how many.

    `progress` is called now and then with how many there are. What was at `path` serves until the end.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh)) as file:
        _begin(file, box, deepest, metadata)
        making = _Set(file, sample, deepest, box, progress)
        for tile in tiles_over(box, min(FIRST_ZOOM, deepest)):
            making.draw(tile)
        making.flush()
        file.commit()
    fresh.replace(path)
    return making.written


def _begin(file: sqlite3.Connection, box: Box, deepest: int, metadata: Mapping[str, str]) -> None:
    file.execute("CREATE TABLE metadata (name text PRIMARY KEY, value text)")
    file.execute(
        "CREATE TABLE tiles (zoom_level int, tile_column int, tile_row int, tile_data blob,"
        " PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID"
    )
    said = {
        "format": "jpg",
        "type": "baselayer",
        "bounds": ",".join(f"{corner:.6f}" for corner in in_degrees(box)),
        "minzoom": str(min(FIRST_ZOOM, deepest)),
        "maxzoom": str(deepest),
        **metadata,
    }
    file.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())


def _encoded(picture: Image.Image) -> bytes:
    """JPEG where the picture is whole, PNG where part of it is empty."""
    kept = io.BytesIO()
    if picture.getchannel("A").getextrema() == (255, 255):
        picture.convert("RGB").save(kept, "JPEG", quality=_QUALITY, optimize=True)
    else:
        picture.save(kept, "PNG")
    return kept.getvalue()


def _meet(one: Box, other: Box) -> bool:
    across = one.west < other.east and other.west < one.east
    return across and one.south < other.north and other.south < one.north
