"""Degrees as people write them: decimal, or with degrees, minutes and seconds."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message

_MARK_DEGREE: Final = r"[\u00b0\u00ba\u5ea6:]"
_MARK_MINUTE: Final = r"['\u2032\u2019\u5206:]"
_MARK_SECOND: Final = r"(?:[\"\u2033\u201d\u79d2]|''|\u2032\u2032)"
_SOUTH_OR_WEST: Final = r"[sw]|\u897f\u7ecf|\u5357\u7eac"
_SIDES: Final = rf"{_SOUTH_OR_WEST}|[ne]|\u4e1c\u7ecf|\u5317\u7eac"
_TURNED: Final = re.compile(_SOUTH_OR_WEST)
_WRITTEN: Final = re.compile(
    rf"(?P<side>{_SIDES})?(?P<degrees>[+-]?\d+(?:\.\d+)?)"
    rf"(?:{_MARK_DEGREE}(?:(?P<minutes>\d+(?:\.\d+)?)"
    rf"(?:{_MARK_MINUTE}(?:(?P<seconds>\d+(?:\.\d+)?){_MARK_SECOND}?)?)?)?)?"
    rf"(?P<behind>{_SIDES})?"
)
_BLANKS: Final = re.compile(r"\s+")


class UnreadableCoordinate(Invalid):
    """The text is no number and no degrees, or minutes or seconds reach sixty."""


def coordinate(text: str) -> float:
    """A coordinate in the unit it was written in; degrees, minutes and seconds become degrees.

    South and west are negative. Metres of a projection are plain numbers. UnreadableCoordinate for
    anything else.
    """
    plain = _BLANKS.sub("", _folded(text)).replace(",", "").lower()
    found = _WRITTEN.fullmatch(plain)
    if found is None:
        raise UnreadableCoordinate(Message("coordinate.unreadable", text=text[:40]))
    minutes, seconds = float(found["minutes"] or 0), float(found["seconds"] or 0)
    if minutes >= 60 or seconds >= 60:
        raise UnreadableCoordinate(Message("coordinate.unreadable", text=text[:40]))
    degrees = float(found["degrees"])
    value = abs(degrees) + minutes / 60 + seconds / 3600
    turned = _TURNED.fullmatch(found["side"] or found["behind"] or "")
    return -value if degrees < 0 or turned else value


def _folded(text: str) -> str:
    """Full-width signs become plain; the signs for degrees and minutes stay what they are."""
    return "".join(
        sign if sign in "\u00b0\u00ba\u2032\u2033" else unicodedata.normalize("NFKC", sign)
        for sign in text
    )
