"""By HTTP: one POST of JSON to a gateway of the county, in the fields that the gateway expects.

Every request is signed. `Wangge-Signature` is `sha256=` and the hex HMAC-SHA-256, under the shared
secret, of the value of `Wangge-Timestamp` (seconds since 1970), a dot, and the body. The same
notice always bears the same `Idempotency-Key`: after a lost answer it comes twice.
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from wangge.registers.notices.adapters import Letter, NotSent

TIMEOUT_SECONDS = 5
_PLACE = re.compile(r"\{(id|phone|words)\}")
_UNREACHABLE_FROM = 500  # the gateway itself is in trouble


def send(letter: Letter, at: datetime) -> None:
    """Hand one letter to the gateway; raises NotSent unless it answers 2xx."""
    body = json.dumps(filled(settings.NOTICE_FIELDS, letter), ensure_ascii=False).encode()
    stamp = str(int(at.timestamp()))
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": str(letter.letter_id),
        "Wangge-Timestamp": stamp,
        "Wangge-Signature": signature(settings.NOTICE_SECRET, stamp, body),
    }
    try:
        status = _post(urlsplit(settings.NOTICE_URL), body, headers)
    except (OSError, HTTPException) as error:
        raise NotSent(type(error).__name__, unreachable=True) from error
    if not 200 <= status < 300:
        raise NotSent(f"HTTP {status}", unreachable=status >= _UNREACHABLE_FROM)


def filled(fields: Mapping[str, str], letter: Letter) -> dict[str, str]:
    """The fields with {id}, {phone} and {words} filled in; braces inside the words are left alone."""
    values = {"id": str(letter.letter_id), "phone": letter.address, "words": letter.words}
    return {name: _PLACE.sub(lambda at: values[at[1]], text) for name, text in fields.items()}


def signature(secret: bytes, stamp: str, body: bytes) -> str:
    """What the header `Wangge-Signature` holds for a body sent at a time."""
    return f"sha256={hmac.digest(secret, stamp.encode() + b'.' + body, sha256).hex()}"


def _post(url: SplitResult, body: bytes, headers: Mapping[str, str]) -> int:
    """The status of the answer. Redirections are not followed: the address is the county's choice."""
    kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
    connection = kind(url.hostname or "", url.port, timeout=TIMEOUT_SECONDS)
    try:
        path = f"{url.path or '/'}?{url.query}" if url.query else url.path or "/"
        connection.request("POST", path, body, dict(headers))
        return connection.getresponse().status
    finally:
        connection.close()
