"""The citizen identity number (GB 11643): area, birth date, sequence, check character.

Invented people bear the unassigned area prefix 999999, so that none equals a living person;
such numbers pass only where the caller says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.typed_text import compact

SYNTHETIC_AREA: Final = "999999"

_SHAPE: Final = re.compile(r"([1-9][0-9]{5})([0-9]{8})([0-9]{3})[0-9X]", re.ASCII)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_PROVINCES: Final = frozenset(
    f"{region}{number}"
    for region, numbers in (
        (1, "12345"),
        (2, "123"),
        (3, "1234567"),
        (4, "123456"),
        (5, "01234"),
        (6, "12345"),
        (7, "1"),
        (8, "123"),
    )
    for number in numbers
)


class InvalidIdNumber(Invalid):
    """The text is no identity number. The message never repeats what was entered."""


class Sex(StrEnum):
    """Sex as the sequence number tells it: odd is male."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A valid number and what it tells; its representation shows none of it."""

    text: str
    area: str
    birth: date
    sex: Sex

    @classmethod
    def parse(
        cls, text: str, *, allow_synthetic: bool = False, today: date | None = None
    ) -> IdNumber:
        """The number in ``text``, however it was typed.

        InvalidIdNumber for a wrong shape, area, date or check character, for a birth after
        ``today`` and, unless allowed, for the number of an invented person.
        """
        number = compact(text)
        shape = _SHAPE.fullmatch(number)
        if shape is None:
            raise InvalidIdNumber(Message("id_number.malformed"))
        area, birth, sequence = shape.groups()
        if check_character(number[:17]) != number[17]:
            raise InvalidIdNumber(Message("id_number.wrong_check"))
        if area == SYNTHETIC_AREA:
            if not allow_synthetic:
                raise InvalidIdNumber(Message("id_number.synthetic"))
        elif area[:2] not in _PROVINCES:
            raise InvalidIdNumber(Message("id_number.unknown_area"))
        sex = Sex.MALE if int(sequence) % 2 else Sex.FEMALE
        return cls(number, area, _birth_date(birth, today), sex)

    @classmethod
    def synthetic(cls, birth: date, sequence: int) -> IdNumber:
        """The number of an invented person; ``sequence`` is 0 to 999, odd for a man."""
        first17 = f"{SYNTHETIC_AREA}{birth:%Y%m%d}{sequence:03d}"
        return cls.parse(first17 + check_character(first17), allow_synthetic=True)

    @property
    def masked(self) -> str:
        """All but the last four characters hidden."""
        return "*" * 14 + self.text[-4:]

    def __repr__(self) -> str:
        return f"IdNumber({self.masked})"


def check_character(first17: str) -> str:
    """The check character for the first seventeen digits (ISO 7064, MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def _birth_date(digits: str, today: date | None) -> date:
    try:
        birth = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise InvalidIdNumber(Message("id_number.no_such_date")) from None
    if birth.year < 1800 or (today is not None and birth > today):
        raise InvalidIdNumber(Message("id_number.no_such_date"))
    return birth
