"""What people type, brought to one form: full-width to half-width, blanks and dashes away."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BETWEEN_GROUPS: Final = re.compile(r"[\s\-\u2010-\u2015\u2212_.()]+")


def compact(text: str) -> str:
    """Upper case, half-width, without the blanks, dashes, dots and brackets between groups.

    For codes and numbers only, where nothing of that carries meaning.
    """
    return _BETWEEN_GROUPS.sub("", unicodedata.normalize("NFKC", text)).upper()
