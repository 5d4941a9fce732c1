"""Once only: a request that is sent twice is done once and answered twice."""

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
    """What `do` returns; for the same subject and key again, what it returned the first time.

    `do` returns plain JSON values that hold no personal data. `request_digest` stands for what was
    asked (keyed, where a stranger could guess that); another request under the same key is refused
    with 422. A Refusal of `do` gives the key back. Requests that arrive together wait for each
    other, because the second cannot write its row before the first transaction has ended.
    """
    if not connection.in_atomic_block:
        raise OutsideDoor("once")
    mine = IdempotentAnswer(
        id=uuid7(at), subject=subject, key=key, request_digest=request_digest, at=at
    )
    with transaction.atomic():
        IdempotentAnswer.objects.bulk_create([mine], ignore_conflicts=True)
        kept = IdempotentAnswer.objects.get(subject=subject, key=key)
        if kept.pk == mine.pk:
            kept.answer = do()
            kept.save(update_fields=["answer"])
    if kept.request_digest != request_digest:
        raise Refusal(Message("request.key_used_for_another"), status=422)
    return cast(Answer, kept.answer)


def forget_old(*, at: datetime) -> int:
    """Delete the answers that are kept no longer; returns how many."""
    forgotten, _ = IdempotentAnswer.objects.filter(at__lt=at - KEPT_FOR).delete()
    return forgotten
