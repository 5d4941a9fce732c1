"""The list on a poster: grid, worker, phone; in the largest type in which it fits above the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wangge.insight.paper.adapters.imprint import VACANT, Imprint, number_of, say
from wangge.insight.paper.rules.facts import Grid
from wangge.insight.paper.rules.type_width import MM_PER_POINT, lines, width_mm

LIST_MM: Final = 184.0
"""Height of the list above the foot of the sheet, on A3."""

_NUMBER_MM: Final = 21.0
_WHOSE: Final = 12 * 1.2  # points of the line below a number that is not the worker's own
_HEAD_MM: Final = 16 * 1.35 * MM_PER_POINT + 1
_LONG_NAME: Final = 4  # characters; a longer one is set smaller on the poster of one grid


@dataclass(frozen=True, slots=True)
class Setting:
    """How the list is set: its class in the style sheet, type sizes in points, space in mm.

    `groups` is the size of the line of villager groups, 0 where it is left to the map.
    """

    code: str
    points: int
    groups: int
    space: float
    breaks: bool = False  # a long name may take two lines


SETTINGS: Final = (
    Setting("38", 38, 18, 3.2),
    Setting("32", 32, 16, 3.2),
    Setting("26", 26, 14, 3.2),
    Setting("22", 22, 12, 3.2),
    Setting("22", 22, 12, 3.2, breaks=True),
    Setting("20", 20, 12, 3.2, breaks=True),
    Setting("tight", 20, 11, 1.8, breaks=True),
    Setting("bare", 20, 0, 1.8, breaks=True),
)
"""The best first. 20 points are read at two metres: no name or number is ever smaller."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. `tint` is the place of the grid's tint on the map."""

    number: int
    title: str
    worker: str
    phone: str
    whose: str  # whose number it is, in words; empty where it is the worker's own
    groups: str
    tint: int

    @property
    def shown(self) -> str:
        """The worker's name, or that there is none."""
        return self.worker or say(VACANT)

    @property
    def long(self) -> bool:
        return len(self.shown) > _LONG_NAME


def row_of(grid: Grid, imprint: Imprint, tint: int) -> Row:
    """What the list says of a grid."""
    phone, whose = number_of(grid.contact, imprint)
    groups = [say(group.name) for group in grid.groups]
    return Row(
        number=grid.number,
        title=say(grid.title),
        worker=grid.contact.worker,
        phone=phone,
        whose=whose,
        groups=" ".join([grid.name, *groups]).strip(),
        tint=tint,
    )


def setting_for(rows: Sequence[Row], width: float) -> Setting:
    """The best setting in which the list fits; the closest where none does."""
    fitting = (
        setting
        for setting in SETTINGS
        if height(rows, setting, width) <= LIST_MM
        and (setting.breaks or _whole(rows, setting, width))
    )
    return next(fitting, SETTINGS[-1])


def height(rows: Sequence[Row], setting: Setting, width: float) -> float:
    """Millimetres the list takes, its head included."""
    room = _room(rows, setting, width)
    return _HEAD_MM + sum(_row_height(row, setting, room, width) for row in rows)


def split(rows: Sequence[Row], setting: Setting, width: float) -> tuple[list[Row], list[Row]]:
    """The rows that fit on the sheet, and those that go on to the next."""
    room, free = _room(rows, setting, width), LIST_MM - _HEAD_MM
    for place, row in enumerate(rows):
        free -= _row_height(row, setting, room, width)
        if free < 0:
            return list(rows[:place]), list(rows[place:])
    return list(rows), []


def _row_height(row: Row, setting: Setting, room: float, width: float) -> float:
    name = lines(row.shown, setting.points, room) * setting.points * 1.2
    phone = setting.points * 1.2 + (_WHOSE if row.whose else 0)
    below = 0.0
    if setting.groups and row.groups:
        taken = lines(row.groups, setting.groups, width - _NUMBER_MM - 2)
        below = taken * setting.groups * 1.25
    return (max(name, phone) + below) * MM_PER_POINT + setting.space


def _whole(rows: Sequence[Row], setting: Setting, width: float) -> bool:
    room = _room(rows, setting, width)
    return all(lines(row.shown, setting.points, room) == 1 for row in rows)


def _room(rows: Sequence[Row], setting: Setting, width: float) -> float:
    """Millimetres for a name next to the number of the grid and the widest phone."""
    phone = max((width_mm(row.phone, setting.points) for row in rows), default=0.0)
    return width - _NUMBER_MM - phone - 4
