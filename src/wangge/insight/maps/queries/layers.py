"""What a vector tile consists of: each layer as SQL that names its rows once.

The same FROM and WHERE serve twice: to draw layers, and to read which versions of which rows they
are drawn from. So a tile cannot change without its version, and no writer has to remember maps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from wangge.access.actor import Actor
from wangge.access.sight import Sight
from wangge.lib.area_code import Level
from wangge.lib.web_tile import Box, WebTile, in_degrees

EXTENT: Final = 4096
MARGIN: Final = 64  # of the extent: lines are drawn past the edge, so that no seam is seen

DEEPEST: Final = 16
"""The last zoom tiles are made for; browsers enlarge them further."""

PUBLIC_TO: Final = 11
"""Up to this zoom officials see what everybody sees, in small-scale lines; beyond it also names of
workers, points and barriers."""

_FIRST_ZOOM: Final = {Level.TOWNSHIP: 0, Level.VILLAGE: 9, Level.GRID: 10}
_GROUPS_FROM: Final = 13
_HOUSEHOLDS_FROM: Final = 13


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of a tile: its name, and SQL over the parameters of `place`.

    `shape` is the geometry in web metres; `columns` are the properties, of which `id` becomes the
    feature's number.
    """

    name: str
    shape: str
    columns: str
    rows: str  # FROM … WHERE …


@dataclass(frozen=True, slots=True)
class Witness:
    """Rows that layers are drawn from, and what tells two versions of such a row apart."""

    columns: str
    rows: str  # FROM … WHERE …


@dataclass(frozen=True, slots=True)
class Contents:
    """What a tile consists of, and what its version is made of: every row of every layer."""

    layers: tuple[Layer, ...]
    witnesses: tuple[Witness, ...]


def public_contents(tile: WebTile) -> Contents:
    """Outlines and names: what anybody may see."""
    witness = Witness(_version("a", "b"), _areas(_levels(tile)))
    return Contents((*_outlines(tile), _names(tile)), (witness,))


def console_contents(tile: WebTile, actor: Actor) -> Contents:
    """Beyond `PUBLIC_TO`: names with workers, groups, barriers, the households in the actor's sight."""
    points = [_BARRIERS, _BRIDGES]
    if tile.z >= _GROUPS_FROM:
        points.append(_GROUPS)
    if tile.z >= _HOUSEHOLDS_FROM and sight_of_homes(actor):
        points.append(_households(sight_of_homes(actor)))
    witness = Witness(f"{_version('a', 'b')}, w.version", _areas(_levels(tile), _WORKER))
    return Contents(
        (*_outlines(tile), _names_with_workers(tile), *points),
        (witness, *(Witness(_version("p"), layer.rows) for layer in points)),
    )


def sight_of_homes(actor: Actor) -> tuple[str, ...]:
    """Where the actor sees households on a map."""
    return actor.areas(*Sight.PEOPLE.opened_by)


def place(tile: WebTile, actor: Actor, day: date) -> dict[str, Any]:
    """The parameters all layers share.

    The tile's own box, the box with its margin in web metres and in degrees, the day, and the areas
    whose households the actor sees.
    """
    wide = tile.box.grown(MARGIN / EXTENT)
    boxes = {"tile": tile.box, "wide": wide, "degrees": in_degrees(wide)}
    corners = {
        f"{name}_{corner}": value
        for name, box in boxes.items()
        for corner, value in zip(Box._fields, box, strict=True)
    }
    sight = {f"sight{number}": code for number, code in enumerate(sight_of_homes(actor))}
    return corners | sight | {"day": day}


def envelope(name: str, srid: int) -> str:
    """SQL of one of the boxes of `place`."""
    corners = ", ".join(f"%({name}_{corner})s" for corner in Box._fields)
    return f"ST_MakeEnvelope({corners}, {srid})"


def _version(*aliases: str) -> str:
    """A row's place and the transaction that wrote it: no two versions of a row share both."""
    return ", ".join(f"{alias}.ctid, {alias}.xmin" for alias in aliases)


def _current(alias: str, starts: str = "valid_from", ends: str = "valid_to") -> str:
    day = "%(day)s"
    return f"{alias}.{starts} <= {day} AND ({alias}.{ends} IS NULL OR {alias}.{ends} > {day})"


_WIDE: Final = envelope("wide", 3857)
_DEGREES: Final = envelope("degrees", 4490)
_LAYER_OF_LEVEL: Final[Mapping[Level, str]] = {
    Level.TOWNSHIP: "townships",
    Level.VILLAGE: "villages",
    Level.GRID: "grids",
}


def _areas(levels: Sequence[Level], joined: str = "") -> str:
    listed = ", ".join(str(int(level)) for level in levels)
    return f"""
        FROM areas_boundary b JOIN areas_area a ON a.code = b.area_id {joined}
        WHERE b.outline_web && {_WIDE} AND a.level IN ({listed})
          AND {_current("a")} AND {_current("b")}"""


def _levels(tile: WebTile) -> list[Level]:
    return [level for level, zoom in _FIRST_ZOOM.items() if tile.z >= zoom]


def _outlines(tile: WebTile) -> Iterator[Layer]:
    shape = "coalesce(b.outline_low, b.outline_web)" if tile.z <= PUBLIC_TO else "b.outline_web"
    columns = "a.code::bigint AS id, a.name, coalesce(b.tint, 0) AS tint"
    for level in _levels(tile):
        yield Layer(_LAYER_OF_LEVEL[level], shape, columns, _areas([level]))


# The worker, else the deputy who came first, as `organisations.queries.contacts` has it. A name in
# office is no secret.
_WORKER: Final = f"""
        LEFT JOIN LATERAL (
            SELECT p.name, hash_record_extended(ROW({_version("o", "t", "p")}), 0) AS version
            FROM organisations_post o
            JOIN organisations_appointment t ON t.post_id = o.id
            JOIN people_person p ON p.id = t.person_id
            WHERE a.level = {int(Level.GRID)} AND o.area_id = a.code
              AND o.kind IN ('grid_worker', 'grid_deputy') AND o.valid_to IS NULL
              AND {_current("t", "starts_on", "ends_on")}
            ORDER BY o.kind = 'grid_worker' DESC, t.starts_on, t.id LIMIT 1
        ) w ON true"""  # noqa: S608 - names of our own
# A polygon's label would repeat in every tile: names are points.
_LABEL: Final = "ST_Transform(b.label_point, 3857)"
_NAMED: Final = "a.code::bigint AS id, a.name, a.level"


def _names(tile: WebTile) -> Layer:
    """Far out there is no room for the names of grids."""
    levels = [each for each in _levels(tile) if each < Level.GRID or tile.z > PUBLIC_TO]
    return Layer("names", _LABEL, _NAMED, _areas(levels))


def _names_with_workers(tile: WebTile) -> Layer:
    columns = f"{_NAMED}, w.name AS worker"
    return Layer("names", _LABEL, columns, _areas(_levels(tile), _WORKER))


_BARRIERS: Final = Layer(
    "barriers",
    "ST_Transform(p.line, 3857)",
    "p.kind, p.name",
    f"FROM areas_barrier p WHERE p.line && {_DEGREES}",
)
_BRIDGES: Final = Layer(
    "bridges",
    "ST_Transform(p.point, 3857)",
    "p.name",
    f"FROM areas_bridge p WHERE p.point && {_DEGREES}",
)
_GROUPS: Final = Layer(
    "groups",
    "ST_Transform(p.point, 3857)",
    "p.number, p.name",
    f"FROM areas_villagergroup p WHERE p.point && {_DEGREES}",
)


def _households(sight: Sequence[str]) -> Layer:
    """Points, and nothing about the people who live there. The first wall; the row policy is the second."""
    inside = " OR ".join(
        f"(p.area_code >= %(sight{number})s AND p.area_code < %(sight{number})s || ':')"
        for number in range(len(sight))
    )
    return Layer(
        "households",
        "ST_Transform(p.point, 3857)",
        "p.point_approximate AS approximate",
        f"FROM people_household p WHERE p.point && {_DEGREES} AND ({inside})",
    )
