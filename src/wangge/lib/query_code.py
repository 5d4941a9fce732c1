"""The query code on a receipt: eight random characters that are easy to say and to copy.

The alphabet leaves out what looks alike on paper: 0 O, 1 I L, 2 Z, 5 S, 8 B. That leaves 28
characters, 28^8 or 3.8e11 codes: enough against guessing where tries are limited.
"""

from __future__ import annotations

import re
from random import Random
from secrets import SystemRandom
from typing import Final

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.typed_text import compact

ALPHABET: Final = "23456789ACDEFGHJKMNPQRTUVWXY"
LENGTH: Final = 8

_SHAPE: Final = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_MISREAD: Final = str.maketrans("BSZ", "852")
_SECURE: Final = SystemRandom()


class InvalidQueryCode(Invalid):
    """The text cannot be a query code."""


def new_code(rng: Random | None = None) -> str:
    """A new code; without ``rng`` its characters come from the operating system."""
    return "".join((rng or _SECURE).choices(ALPHABET, k=LENGTH))


def normalise(text: str) -> str:
    """The code as it was given out, however it was typed; B, S, Z are read as 8, 5, 2.

    InvalidQueryCode if it cannot be one.
    """
    code = compact(text).translate(_MISREAD)
    if not _SHAPE.fullmatch(code):
        raise InvalidQueryCode(Message("query_code.malformed"))
    return code


def grouped(code: str) -> str:
    """The code in two groups of four, as it is printed and read out."""
    return f"{code[:4]}-{code[4:]}"
