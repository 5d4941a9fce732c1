"""The one history: who did what to which thing, never the content of the thing."""

from django.db import models

from wangge.doors import columns


class AuditEvent(models.Model):
    """One fact, inserted in the same transaction as the change; never edited.

    Holds ids, codes and field names only. `xid` (the transaction's 64-bit id) is a column of the
    database alone: the sealer reads in its order (see migration 0001).
    """

    id = columns.key()
    at = models.DateTimeField()
    kind = columns.short_code()
    object_kind = columns.short_code()
    object_id = models.CharField(max_length=40, db_collation="C")
    area_code = columns.area_code(blank=True)
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    door = columns.short_code(blank=True)
    codes = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["at", "id"], name="audit_event_time"),
            models.Index(fields=["kind", "at", "id"], name="audit_event_kind"),
            models.Index(fields=["person_id", "at", "id"], name="audit_event_person"),
            models.Index(fields=["object_id", "at", "id"], name="audit_event_thing"),
        ]
