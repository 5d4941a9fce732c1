"""The case number: ``SJ``, county, day and five digits, with no personal data inside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from wangge.lib.area_code import Level, level_of
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.typed_text import compact

SEQUENCES: Final = 100_000  # five digits; the sequence cycles

_SHAPE: Final = re.compile(r"SJ([0-9]{6})([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{5})")


class InvalidCaseNumber(Invalid):
    """The text is no case number."""


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The parts of a case number; ``str()`` writes it."""

    county: str
    day: date
    sequence: int

    def __str__(self) -> str:
        day = self.day.isoformat().replace("-", "")
        return f"SJ{self.county}{day}{self.sequence:05d}"


def make(county: str, day: date, sequence: int) -> str:
    """The number of a case registered on ``day``; ``sequence`` is 0 to 99,999.

    ValueError for another sequence or an area that is no county.
    """
    if not 0 <= sequence < SEQUENCES:
        raise ValueError(f"{sequence} has more than five digits")
    if level_of(county) is not Level.COUNTY:
        raise ValueError(f"{county} is no county")
    return str(CaseNumber(county, day, sequence))


def parse(text: str) -> CaseNumber:
    """The parts of a number, however it was typed. InvalidCaseNumber if it is none."""
    shape = _SHAPE.fullmatch(compact(text))
    if shape is None:
        raise InvalidCaseNumber(Message("case_number.malformed"))
    county, year, month, day, sequence = shape.groups()
    try:
        level_of(county)
        return CaseNumber(county, date(int(year), int(month), int(day)), int(sequence))
    except ValueError:
        raise InvalidCaseNumber(Message("case_number.malformed")) from None


def normalise(text: str) -> str:
    """The number as it was given out, however it was typed. InvalidCaseNumber if it is none."""
    return str(parse(text))
