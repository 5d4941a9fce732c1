"""Uploaded files: recognised by content, encoded again, stored outside static by their digest."""

from django.db import models

from wangge.doors import columns


class StoredFile(models.Model):
    """Bytes on disk under their SHA-256. Access follows from what the file is attached to."""

    id = columns.key()
    digest = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    stored_at = models.DateTimeField()
