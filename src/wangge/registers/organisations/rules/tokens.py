"""The law of tokens: what one looks like, how long it works, how many a person may have.

A token is `wg_<id>_<secret>`. It is shown once; what is kept is a digest of the secret, which has
192 random bits, so that a plain digest is as hard to undo as a keyed one.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from wangge.lib.message import Message

LONGEST: Final = timedelta(days=365)
LONGEST_NAME: Final = 60
MOST: Final = 10
"""Tokens that one person has in force at a time."""

SECRET_BYTES: Final = 24
_SHAPE: Final = re.compile(rf"wg_([0-9a-f]{{32}})_([0-9a-f]{{{2 * SECRET_BYTES}}})")


def written(key: UUID, secret: str) -> str:
    """The token as its holder is shown it, once."""
    return f"wg_{key.hex}_{secret}"


def read(text: str) -> tuple[UUID, str] | None:
    """Key and secret of a token; None if the text is no token."""
    found = _SHAPE.fullmatch(text)
    return (UUID(found[1]), found[2]) if found else None


def digest_of(secret: str) -> str:
    """What the database keeps of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def wrong_in(name: str, expires_on: date, today: date) -> dict[str, Message]:
    """What is wrong with a requested token, by field; empty if nothing is.

    The name must not be empty or too long, and the term neither over nor longer than a year.
    """
    wrong: dict[str, Message] = {}
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        wrong["name"] = Message("token.name_wrong", most=LONGEST_NAME)
    if not today < expires_on <= today + LONGEST:
        wrong["expires_on"] = Message("token.term_wrong", days=LONGEST.days)
    return wrong
