"""Area codes: the statistical division code, where the code itself is the hierarchy.

Digits: 2 province, +2 prefecture, +2 county, +3 township, +3 village, +3 grid. Registers hand
them about padded with zeros (``431124000000`` is the county 431124); inside the platform a code
is always trimmed, so that "lies in" is a prefix test and, in the C collation, a range test.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, IntEnum
from itertools import groupby
from typing import Final

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message


class InvalidAreaCode(Invalid):
    """The text is no area code, or not one of the level asked for."""


class Level(IntEnum):
    """A level of the hierarchy; its value is the number of digits, larger means lower down."""

    PROVINCE = 2
    PREFECTURE = 4
    COUNTY = 6
    TOWNSHIP = 9
    VILLAGE = 12
    GRID = 15

    @property
    def words(self) -> Message:
        """The level's name."""
        return Message(f"area.level.{self.name.lower()}")


class TownshipKind(Enum):
    """What the number of a township-level unit tells of it (an ethnic township is not told)."""

    STREET = "street"
    TOWN = "town"
    TOWNSHIP = "township"
    FARM = "farm"


_LEVELS: Final = {level.value: level for level in Level}
_UPPER: Final = dict(zip(list(Level)[1:], list(Level)[:-1], strict=True))
_LAST_NUMBER_OF_KIND: Final = (
    (99, TownshipKind.STREET),
    (199, TownshipKind.TOWN),
    (399, TownshipKind.TOWNSHIP),
    (599, TownshipKind.FARM),
)
_LAST_GRID: Final = 999


def level_of(code: str) -> Level:
    """The level of a trimmed code. InvalidAreaCode if it is malformed or still padded."""
    level = _LEVELS.get(len(code))
    if level is None or not (code.isascii() and code.isdecimal()) or code[0] == "0":
        raise InvalidAreaCode(Message("area.code.malformed", code=code))
    if _last_part_is_zero(code, level):
        raise InvalidAreaCode(Message("area.code.padded", code=code))
    return level


def trim(padded: str) -> str:
    """The code without the zeros that stand for levels it does not reach.

    Only whole parts go: 431124001000 is the township 431124001, and the zeros inside 441900003
    (a township of a prefecture without counties) stay. InvalidAreaCode if nothing is left.
    """
    code = padded
    while (level := _LEVELS.get(len(code))) in _UPPER and _last_part_is_zero(code, level):
        code = code[: _UPPER[level]]
    level_of(code)
    return code


def parent(code: str) -> str | None:
    """The code of the area directly above, None for a province.

    A township of a prefecture without counties has the prefecture for parent.
    """
    level = level_of(code)
    return None if level is Level.PROVINCE else trim(code[: _UPPER[level]])


def ancestors(code: str) -> tuple[str, ...]:
    """Every area above this one, the province first, without the area itself."""
    above: list[str] = []
    upper = parent(code)
    while upper is not None:
        above.append(upper)
        upper = parent(upper)
    return tuple(reversed(above))


def contains(outer: str, inner: str) -> bool:
    """Whether ``inner`` lies in ``outer`` or is the same area."""
    level_of(outer)
    level_of(inner)
    return inner.startswith(outer)


def outermost(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes in order, without those that lie in another of them."""
    kept: list[str] = []
    for code in sorted(set(codes)):
        if not kept or not contains(kept[-1], code):
            kept.append(code)
    return tuple(kept)


def covering(codes: Iterable[str], most: int) -> tuple[str, ...]:
    """The narrowest areas, ``most`` of them or fewer, that contain all the codes.

    Up to ``most`` separate areas stay as they are; of more, some are replaced by an area above them.
    Narrowest are those with room for the fewest codes: a village is wider than all its grids, and
    two townships are narrower than their county. ValueError if the codes lie in more than ``most``
    provinces, because no area contains two of those.
    """
    found = _narrowest(outermost(codes), most)
    if found is None:
        raise ValueError(f"no {most} areas contain them all")
    return found


def _narrowest(codes: tuple[str, ...], most: int) -> tuple[str, ...] | None:
    """Of codes in order, none inside another. The areas below their common one share ``most``."""
    if len(codes) <= most:
        return codes
    above = _common(codes)
    best: dict[int, tuple[str, ...]] = {0: ()}  # by number of areas, for the branches so far
    for _, branch in groupby(codes, lambda code: _step_below(above, code)):
        inside = tuple(branch)
        pieces = [p for n in range(1, most + 1) if (p := _narrowest(inside, n)) is not None]
        joined = [(*left, *piece) for left in best.values() for piece in pieces]
        fitting = [cover for cover in joined if len(cover) <= most]
        best = {len(cover): cover for cover in sorted(fitting, key=_room, reverse=True)}
    whole = [(above,)] if above and most else []
    return min((*best.values(), *whole), key=_room, default=None)


def _common(codes: Sequence[str]) -> str | None:
    """The lowest area that contains all codes (in order, at least two, none inside another)."""
    upwards = reversed(ancestors(codes[0]))
    return next((area for area in upwards if contains(area, codes[-1])), None)


def _step_below(above: str | None, code: str) -> str:
    """The area directly below ``above`` (None: below all provinces) that ``code`` lies in."""
    return next(area for area in (*ancestors(code), code) if len(area) > len(above or ""))


def _room(areas: Iterable[str]) -> int:
    return sum(10 ** (Level.GRID - len(area)) for area in areas)


def code_range(code: str) -> tuple[str, str]:
    """``(lo, hi)`` with lo <= c < hi, in the C collation, for the area and all below it."""
    level_of(code)
    return code, code + ":"  # the colon follows the digit nine


def at_level(code: str, level: Level) -> str:
    """The area of ``level`` that ``code`` lies in, or ``code`` itself.

    InvalidAreaCode if the code does not reach down to that level or skips it.
    """
    if level_of(code) < level:
        raise InvalidAreaCode(Message("area.code.above_level", code=code, level=level.words))
    cut = code[:level]
    if _last_part_is_zero(cut, level):
        raise InvalidAreaCode(Message("area.code.above_level", code=code, level=level.words))
    return cut


def township_kind(code: str) -> TownshipKind:
    """The kind of the township that ``code`` is or lies in, by the range of its number."""
    number = int(at_level(code, Level.TOWNSHIP)[Level.COUNTY :])
    for last, kind in _LAST_NUMBER_OF_KIND:
        if number <= last:
            return kind
    raise InvalidAreaCode(Message("area.code.township_number", code=code))


def village_sequence(code: str) -> int:
    """The number, within its township, of the village that ``code`` is or lies in."""
    return int(at_level(code, Level.VILLAGE)[Level.TOWNSHIP :])


def grid_sequence(code: str) -> int:
    """The number of a grid within its village."""
    return int(at_level(code, Level.GRID)[Level.VILLAGE :])


def next_grid_code(village: str, used: Iterable[str]) -> str:
    """A grid code the village has never had.

    ``used`` is every grid code ever given, those of merged grids included (codes of other
    villages are passed over). The new one follows the highest, so gaps are never filled.
    InvalidAreaCode once 999 is taken, or if ``village`` is not a village.
    """
    if level_of(village) is not Level.VILLAGE:
        raise InvalidAreaCode(
            Message("area.code.other_level", code=village, level=Level.VILLAGE.words)
        )
    highest = max((grid_sequence(code) for code in used if code.startswith(village)), default=0)
    if highest == _LAST_GRID:
        raise InvalidAreaCode(Message("area.code.grids_used_up", code=village))
    return f"{village}{highest + 1:03d}"


def _last_part_is_zero(code: str, level: Level) -> bool:
    return not code[_UPPER.get(level, 0) :].strip("0")
