"""The cursor of a list: the sort values of its last row, opaque and safe in an address.

The checksum tells a cursor that was cut, typed or taken from another list. It is no secret:
what a person may see is decided by the query, never by the cursor.
"""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from typing import Any, Final, TypeAlias
from uuid import UUID

from wangge.lib.message import Message
from wangge.lib.refusal import Refusal

Value: TypeAlias = str | int | datetime | UUID | None

_CHECKSUM: Final = 6
_LONGEST: Final = 2000
_INT64: Final = range(-(2**63), 2**63)


def encode(values: tuple[Value, ...], *, of: str = "") -> str:
    """The cursor after the row with these sort values, valid for the list named ``of``.

    ValueError for a naive instant, or values too long for an address.
    """
    body = json.dumps([_to_json(value) for value in values], separators=(",", ":")).encode()
    cursor = urlsafe_b64encode(_checksum(body, of) + body).rstrip(b"=").decode()
    if len(cursor) > _LONGEST:
        raise ValueError("the sort values are too long for a cursor")
    return cursor


def decode(cursor: str, *, of: str = "") -> tuple[Value, ...]:
    """The values ``encode`` was given. Refusal ``list.cursor_invalid`` (400) for anything else."""
    try:
        if len(cursor) > _LONGEST:
            raise ValueError
        raw = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        body = raw[_CHECKSUM:]
        if encode(values := _values(body), of=of) != cursor:
            raise ValueError
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise Refusal(Message("list.cursor_invalid"), status=400) from None
    return values


def _values(body: bytes) -> tuple[Value, ...]:
    return tuple(_from_json(value) for value in json.loads(body))


def _checksum(body: bytes, of: str) -> bytes:
    return hashlib.sha256(of.encode() + b"\0" + body).digest()[:_CHECKSUM]


def _to_json(value: Value) -> Any:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("an instant in a cursor must know its time zone")
        return {"t": value.isoformat()}
    if isinstance(value, UUID):
        return {"u": value.hex}
    if isinstance(value, str) and "\0" in value:
        raise ValueError("text in a cursor holds no NUL: the database takes none")
    if isinstance(value, int) and value not in _INT64:
        raise ValueError("a number in a cursor has 64 bits at most")
    return value


def _from_json(value: Any) -> Value:
    if isinstance(value, dict):
        ((kind, text),) = value.items()
        return datetime.fromisoformat(text) if kind == "t" else UUID(hex=text)
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    raise ValueError("a cursor holds no such value")
