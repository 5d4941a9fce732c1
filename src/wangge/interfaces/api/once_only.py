"""A call that changes something carries a key, so that a program may repeat it without doing it twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, TypeVar

from ninja import Header

from wangge.access.actor import Actor
from wangge.doors.idempotency import once
from wangge.interfaces.api.requests import Asked
from wangge.interfaces.web.request import Request
from wangge.lib import query_code
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.adapters.key_ring import key_ring

Answer = TypeVar("Answer")

Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[!-~]{8,100}$",
        description="New for each change (a UUID); the same again to repeat a call. Kept 48 hours.",
    ),
]


def once_for(
    request: Request,
    key: str,
    body: Asked,
    do: Callable[[], Answer],
    *,
    by: Actor,
    at: datetime,
) -> Answer:
    """What `do` returns, or returned when the same call was made before.

    The key counts for the caller's person in the post; 422 if another address or body was sent
    under it. Of the body only a keyed digest is kept.
    """
    digest = key_ring().digest(f"{request.path}\n{body.model_dump_json()}").hex()
    try:
        return once(_subject(by), key_ring().digest(key).hex(), digest, do, at=at)
    except Refusal as refusal:
        if refusal.code != "request.key_used_for_another":
            raise
        raise Refusal(Message("api.key_used_for_another"), status=422) from refusal


def code_for(key: str, *, by: Actor) -> str:
    """The query code for a report whose caller sends none.

    It is derived from the key, so that a repeated call gets the same code although none is kept.
    Without the installation's own key nobody can work it out.
    """
    drawn = int.from_bytes(key_ring().digest(f"{_subject(by)}\n{key}"))
    signs, base = query_code.ALPHABET, len(query_code.ALPHABET)
    return "".join(signs[drawn // base**place % base] for place in range(query_code.LENGTH))


def _subject(by: Actor) -> str:
    return f"api:{by.account_id}:{by.posts[0].post_id}"
