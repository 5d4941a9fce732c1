"""A list on its way out or in, seen by the person who asked for it and by the clock."""

from django.db import models

from wangge.doors import columns
from wangge.registers.files.models import StoredFile
from wangge.registers.orders.models import Order, ends_when_over, no_more_than_all, open_orders


class ListExport(Order):
    """A list that somebody takes out as a file; the job writes the file, the person fetches it."""

    kind = columns.short_code()  # lists.rules.kinds
    form = columns.short_code()
    language = columns.short_code()
    area_code = columns.area_code(blank=True)  # empty: all that the person sees
    filters = models.JSONField(default=dict)  # of the page from which it was asked for
    person_id = models.UUIDField()
    account_id = models.UUIDField()
    narrowed_to = models.UUIDField(null=True)  # the one post in which the person looked
    rows = models.PositiveIntegerField(default=0)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person_id", "-asked_at"], name="list_export_of_person"),
            open_orders("list_export_open"),
        ]
        constraints = [ends_when_over("list_export_ends_when_over")]


class ListImport(Order):
    """A list that somebody brought: its rows sealed until all are done and fetched, and how far."""

    kind = columns.short_code()
    area_code = columns.area_code()  # rows outside are refused
    person_id = models.UUIDField()
    account_id = models.UUIDField()
    file_name = models.CharField(max_length=120)
    content = models.BinaryField()  # header and rows as JSON, sealed; empty once forgotten
    rows = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)  # rows looked at, refused ones included
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["person_id", "-asked_at"], name="list_import_of_person"),
            open_orders("list_import_open"),
        ]
        constraints = [
            no_more_than_all("list_import_no_more_than_all", done="done", of="rows"),
            ends_when_over("list_import_ends_when_over"),
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
