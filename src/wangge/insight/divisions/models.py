"""Scenarios and what the engine proposed; drafts, their way to approval and into force; batches.

People who look after a village see its rows (`village_code`, second wall). Assignments name
households by key only.
"""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.db.models import Q

from wangge.doors import columns
from wangge.registers.areas.models import Area
from wangge.registers.orders.models import Order, ends_when_over, open_orders


class Scenario(models.Model):
    """One wish to see divisions: which villages, under which settings. A job fills its runs."""

    id = columns.key()
    area_code = columns.area_code()  # the smallest area that holds all its villages
    settings = models.JSONField()  # of gridding.problem.Settings, as chosen by the county
    seed = models.PositiveIntegerField(default=0)
    state = columns.short_code()  # orders.rules: running, done, cancelled
    made_by = models.UUIDField()  # the person
    made_by_post = models.UUIDField()
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["-made_at", "id"], name="scenario_newest")]


class VillageRun(Order):
    """One village of a scenario, which is computed, fails with the reason, or is cancelled.

    Asked for again with another number of grids, a village has a new run; the former one stays,
    with its proposals, for the drafts that came from it.
    """

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="runs")
    village_code = columns.area_code()
    latest = models.BooleanField(default=True)  # False once the village was asked for again
    settings = models.JSONField(default=dict)  # the scenario's, for people who see only the village
    seed = models.PositiveIntegerField(default=0)
    given_k = models.PositiveSmallIntegerField(null=True)  # set by hand, with the reason
    given_k_reason = models.CharField(max_length=200, blank=True)
    households = models.PositiveIntegerField(default=0)
    persons = models.PositiveIntegerField(default=0)
    approximate = models.PositiveIntegerField(default=0)  # households at the point of their group

    class Meta:
        indexes = [
            models.Index(fields=["village_code", "-asked_at"], name="village_run_newest"),
            open_orders("village_run_open"),
        ]
        constraints = [
            ends_when_over("village_run_ends_when_over"),
            models.UniqueConstraint(
                fields=["scenario", "village_code"],
                condition=Q(latest=True),
                name="village_run_once",
            ),
        ]


class Proposal(models.Model):
    """A division of a village: today's, or the engine's with groups whole or soft."""

    id = columns.key()
    run = models.ForeignKey(VillageRun, on_delete=models.PROTECT, related_name="proposals")
    village_code = columns.area_code()
    manner = columns.short_code()  # today, whole, soft
    k = models.PositiveSmallIntegerField()
    target = models.FloatField()  # load of an even grid
    balance_on = columns.short_code()  # persons, households
    feasible = models.BooleanField()
    faults = models.JSONField(default=list)  # messages: what the rule would not allow
    report = models.JSONField()  # totals as `gridding.writing` has them; warnings as messages
    assignment = models.JSONField()  # household key → number of the grid

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "manner"], name="proposal_of_a_manner")
        ]


class GridFigures(models.Model):
    """A grid of a division that is not in force: its outline (CGCS2000) and what it would carry."""

    village_code = columns.area_code()
    number = models.PositiveSmallIntegerField()  # 1…k, as drawn on the map
    kept_code = columns.area_code(blank=True)  # of the present grid it continues
    outline = models.MultiPolygonField(srid=4490, spatial_index=False)
    households = models.PositiveIntegerField()
    persons = models.PositiveIntegerField()
    load = models.FloatField()
    deviation = models.FloatField()  # (load − target) / target
    mean_distance_m = models.FloatField()  # a person's mean way to the centroid
    compactness = models.FloatField()  # Polsby-Popper, 0…1
    split_groups = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True


class ProposedGrid(GridFigures):
    """A grid of a proposal."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="grids")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="proposed_grid_number")
        ]


class Draft(models.Model):
    """A division on its way into force. Autosaved while it is drawn; one open draft a village."""

    id = columns.key()
    village_code = columns.area_code()
    state = columns.short_code()  # divisions.rules: drawing, submitted, endorsed, approved …
    open = models.BooleanField(default=True)  # false once in force or given up
    proposal = models.ForeignKey(
        Proposal, null=True, on_delete=models.PROTECT, related_name="drafts"
    )
    settings = models.JSONField()
    k = models.PositiveSmallIntegerField()
    k_reason = models.CharField(max_length=200, blank=True)
    target = models.FloatField()
    balance_on = columns.short_code()
    assignment = models.JSONField()  # household key → number of the grid
    faults = models.JSONField(default=list)  # messages: what the rule would not allow
    revision = models.PositiveIntegerField(default=1)  # the editor saves over the one it loaded
    in_force_on = models.DateField(null=True)  # as approved; the day it began if that was later
    made_by = models.UUIDField()
    made_by_post = models.UUIDField()
    made_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    drawn_by = ArrayField(models.UUIDField(), default=list)  # persons whose hand is in it
    submitted_by = models.UUIDField(null=True)  # of this round: empty again once it is sent back
    endorsed_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["village_code"], condition=Q(open=True), name="draft_one_open"
            )
        ]
        indexes = [models.Index(fields=["state", "village_code"], name="draft_state_village")]


class DraftGrid(GridFigures):
    """A grid of a draft, written again with each save."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="grids")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="draft_grid_number")
        ]


class DraftStep(models.Model):
    """What was done with a draft: drawn, submitted, endorsed, approved, sent back, in force …"""

    id = columns.key()
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="steps")
    village_code = columns.area_code()
    move = columns.short_code()
    words = models.TextField(blank=True)
    in_force_on = models.DateField(null=True)  # approve and begin: from which day
    person_id = models.UUIDField(null=True)  # None: the clock
    post_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["draft", "at"], name="draft_step_story")]


class AdoptionItem(models.Model):
    """One piece of bringing a draft into force: done once, in order, taken up again after a stop."""

    id = columns.key()
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="items")
    village_code = columns.area_code()
    sequence = models.PositiveIntegerField()
    kind = columns.short_code()  # divisions.rules.pieces.PieceKind
    subject = models.JSONField()  # codes and keys the piece is about
    reason = models.JSONField(null=True)  # a Message: why it was refused; it waits for nobody
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "sequence"], name="adoption_item_once")
        ]
        indexes = [
            models.Index(
                fields=["draft", "sequence"],
                condition=Q(done_at=None, reason__isnull=True),
                name="adoption_item_waiting",
            )
        ]


class Batch(models.Model):
    """A batch of villages that are divided together (第一批, 第二批), and when it began."""

    number = models.PositiveSmallIntegerField(primary_key=True)
    name = models.CharField(max_length=40)
    starts_on = models.DateField()


class BatchVillage(models.Model):
    """A village in its batch."""

    village = models.OneToOneField(
        Area, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="members")
