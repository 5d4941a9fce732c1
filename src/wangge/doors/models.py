"""What the doors remember between requests: answers, failed tries, counted looks.

The tables hold digests and codes only, so they need no second wall.
"""

from django.db import models

from wangge.doors import columns


class IdempotentAnswer(models.Model):
    """The answer to a request that may be sent twice; kept for 48 hours (a job sweeps by `at`)."""

    id = columns.key()
    subject = models.CharField(max_length=80, db_collation="C")  # who asks: a face, a token
    key = models.CharField(max_length=64, db_collation="C")
    request_digest = models.CharField(max_length=64, db_collation="C")
    answer = models.JSONField(null=True)  # codes and numbers, never what was entered
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "key"], name="idempotent_answer_once")
        ]
        indexes = [models.Index(fields=["at"], name="idempotent_answer_at")]


class FailedTries(models.Model):
    """Failed tries at one secret from one network, and when the next one is allowed."""

    key = models.CharField(max_length=64, primary_key=True, db_collation="C")  # a digest
    failures = models.PositiveIntegerField()
    not_before = models.DateTimeField()
    last_at = models.DateTimeField()


class CountedLook(models.Model):
    """Somebody's look at one of many things, not all of which they may see; kept for hours."""

    key = models.CharField(max_length=64, primary_key=True, db_collation="C")  # digests of both
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="counted_look_at")]
