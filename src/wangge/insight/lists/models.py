"""A list on its way out or in, seen by the person who asked for it and by the clock."""

from django.db import models

from wangge.doors import columns
from wangge.registers.files.models import StoredFile


class ListExport(models.Model):
    """A list that somebody takes out as a file; the job writes the file, the person fetches it."""

    id = columns.key()
    kind = columns.short_code()  # lists.rules
    form = columns.short_code()
    language = columns.short_code()
    area_code = columns.area_code()
    person_id = models.UUIDField()
    account_id = models.UUIDField()
    state = columns.short_code()
    rows = models.PositiveIntegerField(default=0)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.JSONField(null=True)  # a Message: why there is no file
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person_id", "-asked_at"], name="list_export_of_person")]


class ListImport(models.Model):
    """A list that somebody brought: its rows sealed until all are done and fetched, and how far."""

    id = columns.key()
    kind = columns.short_code()
    area_code = columns.area_code()  # rows outside are refused
    person_id = models.UUIDField()
    account_id = models.UUIDField()
    file_name = models.CharField(max_length=120)
    content = models.BinaryField()  # header and rows as JSON, sealed; empty once forgotten
    rows = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)  # rows looked at, refused ones included
    refused = models.PositiveIntegerField(default=0)
    state = columns.short_code()
    brought_at = models.DateTimeField()
    moved_at = models.DateTimeField()  # when the last row was done

    class Meta:
        indexes = [models.Index(fields=["person_id", "-brought_at"], name="list_import_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("rows")), name="list_import_no_more_than_all"
            )
        ]


class RefusedRow(models.Model):
    """A row of a list that could not be taken, and why."""

    id = columns.key()
    list_import = models.ForeignKey(ListImport, on_delete=models.PROTECT, related_name="refusals")
    person_id = models.UUIDField()  # repeated for the second wall
    number = models.PositiveIntegerField()  # as the sheet counts, the header being 1
    reasons = models.JSONField()  # messages

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["list_import", "number"], name="refused_row_once")
        ]
