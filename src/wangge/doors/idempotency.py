"""A request that is sent twice is carried out once and answered twice."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar, cast

from django.db import connection, transaction

from wangge.doors.models import IdempotentAnswer
from wangge.doors.operation import OutsideDoor
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7

Answer = TypeVar("Answer")

KEPT_FOR = timedelta(hours=48)


def once(
    subject: str,
    key: str,
    request_digest: str,
    do: Callable[[], Answer],
    *,
    at: datetime,
) -> Answer:
    """What `do` returns; called again with the same subject and key, what it returned first.

    `do` returns plain JSON values without personal data. `request_digest` identifies the request (a
    keyed digest where a stranger could guess it); another request under the same key is refused
    with 422. A Refusal of `do` frees the key. Requests that arrive together wait for each other,
    because the second cannot write its row before the first transaction has ended.
    """
    if not connection.in_atomic_block:
        raise OutsideDoor("once")
    mine = IdempotentAnswer.objects.filter(subject=subject, key=key)
    with transaction.atomic():
        if _is_first(subject, key, request_digest, at):
            answer = do()
            mine.update(answer=answer)
            return answer
    kept = mine.get()
    if kept.request_digest != request_digest:
        raise Refusal(Message("request.key_used_for_another"), status=422)
    return cast(Answer, kept.answer)


def _is_first(subject: str, key: str, request_digest: str, at: datetime) -> bool:
    """Take the key and say whether it was free. One statement, so two cannot both be first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO doors_idempotentanswer (id, subject, key, request_digest, at)"
            " VALUES (%s, %s, %s, %s, %s) ON CONFLICT (subject, key) DO NOTHING",
            [uuid7(at), subject, key, request_digest, at],
        )
        return bool(cursor.rowcount)


def forget_old(*, at: datetime) -> int:
    """Delete the answers older than `KEPT_FOR`; returns how many."""
    forgotten, _ = IdempotentAnswer.objects.filter(at__lt=at - KEPT_FOR).delete()
    return forgotten
