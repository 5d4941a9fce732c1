"""A file of geodata on its way in, and its features one by one; seen by the person who brought it."""

from django.contrib.gis.db import models

from wangge.doors import columns
from wangge.insight.geodata.rules.states import ImportState, Stage, stands
from wangge.registers.orders.models import Order, ends_when_over, open_orders
from wangge.registers.orders.rules import OrderState


class GeodataImport(Order):
    """A file that somebody brought: sealed until it is forgotten, what was said of it, how far it is.

    Reading it and writing what was read are two orders, one after the other: `stage` says which of
    them the columns of the order are about.
    """

    holding = columns.short_code()  # geodata.rules.Holding
    form = columns.short_code()
    area_code = columns.area_code()  # features outside are refused
    person_id = models.UUIDField()
    account_id = models.UUIDField()
    file_name = models.CharField(max_length=120)
    content = models.BinaryField()  # sealed; empty once forgotten
    layers = models.JSONField()  # as the file introduces itself
    chosen = models.JSONField(default=dict)  # geodata.choosing.Chosen
    notes = models.JSONField(default=list)  # messages about the whole
    stage = columns.short_code()  # geodata.rules.states.Stage
    features = models.PositiveIntegerField(default=0)
    mends = models.BooleanField(default=False)  # its person agreed to have shapes mended
    villages = models.JSONField(default=list)  # to be written, in this order
    villages_done = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["person_id", "-asked_at"], name="geodata_import_of_person"),
            open_orders("geodata_import_open"),
        ]
        constraints = [ends_when_over("geodata_import_ends_when_over")]

    @property
    def stands(self) -> ImportState:
        """Where the import stands, as its person is told."""
        return stands(Stage(self.stage), OrderState(self.state))


class GeodataFeature(models.Model):
    """A feature as it would be written: where it belongs, what it changes, or why it cannot be."""

    id = columns.key()
    geodata_import = models.ForeignKey(
        GeodataImport, on_delete=models.PROTECT, related_name="lines", db_index=False
    )
    person_id = models.UUIDField()  # repeated for the second wall
    number = models.PositiveIntegerField()  # as the file counts
    state = columns.short_code()
    change = columns.short_code(blank=True)
    reasons = models.JSONField(default=list)  # messages: why refused, what mending would do
    warnings = models.JSONField(default=list)  # messages: taken all the same
    villages = models.JSONField(default=list)  # codes; a river may cross several
    last_village = columns.area_code(blank=True)  # once that is written, the feature is
    cut = models.BooleanField(default=False)  # each village gets the piece that lies in it
    group_number = models.PositiveSmallIntegerField(null=True)
    household_id = models.UUIDField(null=True)
    sort = columns.short_code(blank=True)
    name = models.CharField(max_length=40, blank=True)
    shape = models.GeometryField(srid=4490, null=True, spatial_index=False)
    mended = models.GeometryField(srid=4490, null=True, spatial_index=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["geodata_import", "state", "number"], name="geodata_feature_state"
            ),
            models.Index(fields=["geodata_import", "last_village"], name="geodata_feature_village"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["geodata_import", "number"], name="geodata_feature_once"
            )
        ]
