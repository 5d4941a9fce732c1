"""Paper for a whole township: an order, and its pieces, each a document of one village."""

from django.db import models

from wangge.doors import columns
from wangge.registers.files.models import StoredFile
from wangge.registers.orders.models import Order, ends_when_over, no_more_than_all, open_orders


class PrintOrder(Order):
    """Documents of all villages of an area, made one by one by the worker and bound into a zip."""

    kind = columns.short_code()  # paper.rules: posters, cards
    size = columns.short_code()  # a3, a4; a7, a6
    ground = columns.short_code(blank=True)  # paper.grounds: what was to lie under the maps
    area_code = columns.area_code()
    address = models.CharField(max_length=200)  # what QR codes begin with
    person_id = models.UUIDField()
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)  # pieces that were tried, failed ones included
    failed = models.PositiveIntegerField(default=0)
    elsewise = models.PositiveIntegerField(default=0)  # made on another ground than was asked for
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person_id", "-asked_at"], name="print_order_of_person"),
            open_orders("print_order_open"),
        ]
        constraints = [
            no_more_than_all("print_order_no_more_than_all", done="done", of="total"),
            ends_when_over("print_order_ends_when_over"),
        ]


class PrintPiece(models.Model):
    """The document of one village. The file is let go of when all are bound."""

    id = columns.key()
    order = models.ForeignKey(PrintOrder, on_delete=models.PROTECT, related_name="pieces")
    person_id = models.UUIDField()  # repeated for the second wall
    number = models.PositiveIntegerField()
    village_code = columns.area_code()
    name = models.CharField(max_length=80)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "number"], name="print_piece_once")]
