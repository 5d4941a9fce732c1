"""The outbox: what to say to whom, written in the transaction that gave the reason."""

from django.db import models

from wangge.doors import columns


class Notice(models.Model):
    """One message to one address by one channel. Words are made when it is sent, from the code."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        DEAD = "dead"

    id = columns.key()
    channel = columns.short_code()  # rules.Channel
    person_id = models.UUIDField(null=True)  # in-app: whose
    address = models.BinaryField(null=True)  # sealed; e-mail or phone
    once = models.CharField(max_length=64, null=True, db_collation="C")  # digest of the occasion
    message = models.JSONField()
    about_kind = columns.short_code(blank=True)
    about_id = models.UUIDField(null=True)
    area_code = columns.area_code(blank=True)
    urgent = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    created_at = models.DateTimeField()
    send_after = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["once"], name="notice_once")]
        indexes = [
            models.Index(
                fields=["send_after", "id"],
                condition=models.Q(state="waiting"),
                name="notice_waiting",
            ),
            models.Index(fields=["person_id", "-created_at"], name="notice_person"),
            models.Index(
                fields=["person_id"],
                condition=models.Q(read_at=None, person_id__isnull=False),
                name="notice_unread",
            ),
            models.Index(
                fields=["created_at"], condition=models.Q(state="dead"), name="notice_dead"
            ),
        ]
