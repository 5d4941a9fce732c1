"""Tiles that were drawn for everybody, kept as files in the state folder until their rows change.

Files and not a table: a request that only reads stays read-only in the database, and what can be
drawn again needs neither its log nor its backups. One file an address, over-written by the next
version, so there are never more than the county has tiles. The folder may be deleted at any time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final
from uuid import uuid4

from django.conf import settings

from wangge.lib.web_tile import WebTile

_HEAD: Final = 24  # characters of the version, before the tile


def get(tile: WebTile, version: str) -> bytes | None:
    """The tile of this version, if it is kept."""
    try:
        found = _file(tile).read_bytes()
    except OSError:
        return None
    return found[_HEAD:] if found[:_HEAD] == version.encode() else None


def put(tile: WebTile, version: str, drawn: bytes) -> None:
    """Keep a tile. Empty ones are not worth a file; a full disk only makes maps slower."""
    if not drawn:
        return
    file = _file(tile)
    fresh = file.with_name(f"{file.name}.{uuid4().hex}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(version.encode() + drawn)
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)


def _file(tile: WebTile) -> Path:
    return Path(settings.STATE) / "tiles" / str(tile.z) / str(tile.x) / str(tile.y)
