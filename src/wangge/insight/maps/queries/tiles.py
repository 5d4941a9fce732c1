"""Drawing vector tiles (Mapbox Vector Tile 2.1) in PostgreSQL, and telling their versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

from django.db import connection

from wangge.access.actor import Actor
from wangge.insight.maps.queries.layers import (
    EXTENT,
    MARGIN,
    PUBLIC_TO,
    Contents,
    Layer,
    Witness,
    console_contents,
    envelope,
    place,
    public_contents,
)
from wangge.lib.web_tile import WebTile


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tile as it is to be drawn: its contents and their parameters.

    `shared` says that everybody is shown the same, so that it may be kept for the next request.
    """

    tile: WebTile
    contents: Contents
    parameters: dict[str, Any]
    shared: bool


def public_sheet(tile: WebTile, day: date) -> Sheet:
    """What anybody may see of a tile."""
    return Sheet(tile, public_contents(tile), place(tile, Actor.visitor(), day), shared=True)


def console_sheet(tile: WebTile, actor: Actor, day: date) -> Sheet:
    """What an official sees of it. Far out that is no more than anybody sees."""
    if tile.z <= PUBLIC_TO:
        return public_sheet(tile, day)
    contents = console_contents(tile, actor)
    return Sheet(tile, contents, place(tile, actor, day), shared=False)


def version_of(sheet: Sheet) -> str:
    """A digest of the rows a tile is drawn from and of how it is drawn, without drawing it.

    Read before the tile is drawn: what is written in between makes the tile newer than its version,
    and the next version differs.
    """
    witnesses = sheet.contents.witnesses
    (found,) = _ask(f"SELECT {', '.join(map(_digest, witnesses))}", sheet.parameters)
    return blake2b(repr((sheet.contents, found)).encode(), digest_size=12).hexdigest()


def draw(sheet: Sheet) -> bytes:
    """The tile as encoded bytes; empty where nothing is there."""
    ((drawn,),) = _ask(
        f"SELECT {' || '.join(map(_drawing, sheet.contents.layers))}", sheet.parameters
    )
    return bytes(drawn)


def _digest(witness: Witness) -> str:
    """A value by itself: as rows of a UNION they would be read by parallel workers, at their cost."""
    each = f"hash_record_extended(ROW({witness.columns}), 0)"
    return f"(SELECT ARRAY[count(*), bit_xor({each})] {witness.rows})"


def _drawing(layer: Layer) -> str:
    shape = f"ST_AsMVTGeom({layer.shape}, {envelope('tile', 3857)}, {EXTENT}, {MARGIN}) AS shape"
    number = ", 'id'" if " AS id" in layer.columns else ""
    return (
        f"(SELECT ST_AsMVT(f, '{layer.name}', {EXTENT}, 'shape'{number})"  # noqa: S608 - names of our own
        f" FROM (SELECT {shape}, {layer.columns} {layer.rows}) f)"
    )


def _ask(sql: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
