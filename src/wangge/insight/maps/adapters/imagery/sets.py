"""Sets of picture tiles in the state folder: one MBTiles file (SQLite) each, only ever read here.

MBTiles 1.3, which counts rows from the south. Besides its own names in the table `metadata` the
platform keeps `wangge_public` (may everybody see it?) and `wangge_synthetic` (is it invented?).
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.conf import settings

from wangge.lib.web_tile import Box, WebTile

PUBLIC: Final = "wangge_public"
SYNTHETIC: Final = "wangge_synthetic"
SUFFIX: Final = ".mbtiles"


@dataclass(frozen=True, slots=True)
class ImagerySet:
    """A set by the name of its file; `box` in degrees; `version` changes when it is loaded again."""

    key: str
    name: str
    credit: str
    public: bool
    synthetic: bool
    box: Box
    first_zoom: int
    last_zoom: int
    version: str


def folder() -> Path:
    """Where the sets lie."""
    return Path(settings.STATE) / "imagery"


def imagery_sets() -> list[ImagerySet]:
    """All that are loaded, by key. What cannot be read is left out."""
    return [found for path in sorted(folder().glob(f"*{SUFFIX}")) if (found := _known(path))]


def imagery_set(key: str) -> ImagerySet | None:
    """One by its key."""
    return next((each for each in imagery_sets() if each.key == key), None)


def tile_of(imagery: ImagerySet, tile: WebTile) -> bytes | None:
    """A picture of 256 × 256 as it is kept: JPEG or PNG."""
    row = 2**tile.z - 1 - tile.y
    wanted = "SELECT tile_data FROM tiles WHERE zoom_level=? AND tile_column=? AND tile_row=?"
    with closing(open_set(folder() / f"{imagery.key}{SUFFIX}")) as tiles:
        found = tiles.execute(wanted, (tile.z, tile.x, row)).fetchone()
    return bytes(found[0]) if found else None


def open_set(path: Path) -> sqlite3.Connection:
    """The file, read only. sqlite3.Error if it is none."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def read_set(path: Path) -> ImagerySet:
    """What a file says of itself. ValueError or sqlite3.Error if it is no set of pictures."""
    with closing(open_set(path)) as tiles:
        said = dict(tiles.execute("SELECT name, value FROM metadata"))
        first, last = tiles.execute("SELECT min(zoom_level), max(zoom_level) FROM tiles").fetchone()
    if said.get("format") not in {"png", "jpg", "jpeg"} or last is None:
        raise ValueError("no pictures")
    west, south, east, north = map(float, said.get("bounds", "-180,-85,180,85").split(","))
    stamp = path.stat()
    return ImagerySet(
        key=path.stem,
        name=said.get("name", path.stem),
        credit=said.get("attribution", ""),
        public=said.get(PUBLIC) == "1",
        synthetic=said.get(SYNTHETIC) == "1",
        box=Box(west, south, east, north),
        first_zoom=int(first),
        last_zoom=int(last),
        version=f"{stamp.st_mtime_ns:x}",
    )


def _known(path: Path) -> ImagerySet | None:
    try:
        return _read_once(path, path.stat().st_mtime_ns)
    except (ValueError, OSError, sqlite3.Error):
        return None


@lru_cache(maxsize=64)
def _read_once(path: Path, stamp: int) -> ImagerySet:
    del stamp  # part of the key: a file that was replaced is read again
    return read_set(path)
