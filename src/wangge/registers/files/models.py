"""Files of strangers: recognised by content, encoded again, stored by their digest outside static."""

from django.db import models

from wangge.doors import columns


class StoredFile(models.Model):
    """Bytes on disk under their SHA-256. Who may see it follows from what it is attached to."""

    id = columns.key()
    digest = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    stored_at = models.DateTimeField()
