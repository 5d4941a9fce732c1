"""Phone numbers of the mainland: mobile, or landline with its area code.

Invented people bear 10000000000 to 10099999999, which no operator assigns; such numbers pass
only where the caller says so.
"""

from __future__ import annotations

import re
from typing import Final

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.typed_text import compact

_COUNTRY: Final = re.compile(r"(?:\+|00)86")
_MOBILE: Final = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE: Final = re.compile(r"(?:010|02[0-9]|0[3-9][0-9]{2})[2-9][0-9]{6,7}")
_SYNTHETIC: Final = re.compile(r"100[0-9]{8}")


class InvalidPhoneNumber(Invalid):
    """The text is no phone number. The message never repeats what was entered."""


def normalise(text: str, *, allow_synthetic: bool = False) -> str:
    """The digits of the number, without country code, blanks and dashes.

    InvalidPhoneNumber if it is neither mobile nor landline with area code, or belongs to an
    invented person where that is not allowed.
    """
    typed = compact(text)
    country = _COUNTRY.match(typed)
    number = typed[country.end() :] if country else typed
    if country and not (is_mobile(number) or is_synthetic(number)):
        number = "0" + number.removeprefix("0")  # abroad the area code is dialled without its 0
    if is_mobile(number) or _LANDLINE.fullmatch(number):
        return number
    if is_synthetic(number):
        if allow_synthetic:
            return number
        raise InvalidPhoneNumber(Message("phone_number.synthetic"))
    raise InvalidPhoneNumber(Message("phone_number.malformed"))


def is_mobile(number: str) -> bool:
    """Whether a normalised number is a mobile number, so that it can receive text messages."""
    return _MOBILE.fullmatch(number) is not None


def is_synthetic(number: str) -> bool:
    """Whether a normalised number belongs to an invented person."""
    return _SYNTHETIC.fullmatch(number) is not None


def synthetic(sequence: int) -> str:
    """The number of an invented person; ``sequence`` is 0 to 99,999,999."""
    number = f"100{sequence:08d}"
    if not is_synthetic(number):
        raise ValueError("the invented numbers end with 99,999,999")
    return number


def grouped(number: str) -> str:
    """A normalised number as it is read out: 138 0013 8000, 0746 522 1234; a short one as it is."""
    if is_mobile(number) or is_synthetic(number):
        return f"{number[:3]} {number[3:7]} {number[7:]}"
    if not _LANDLINE.fullmatch(number):
        return number
    area = 3 if number.startswith(("010", "02")) else 4
    return f"{number[:area]} {number[area:-4]} {number[-4:]}"


def mask(number: str) -> str:
    """The first three and last four digits of a normalised number, the others hidden."""
    if len(number) < 10:
        return "*" * len(number)
    return number[:3] + "*" * (len(number) - 7) + number[-4:]
