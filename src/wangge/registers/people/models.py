"""Persons and households: no more than the work needs (R2), behind the second wall."""

from django.contrib.gis.db import models
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db.models import F, Q

from wangge.doors import columns
from wangge.registers.accounts.models import Account
from wangge.registers.areas.models import DateRange, VillagerGroup


class Person(models.Model):
    """A natural person. An officer's name is public office; a resident's is seen in their area."""

    id = columns.key()
    name = models.CharField(max_length=60)
    sex = columns.short_code(blank=True)  # male, female (lib.id_number.Sex)
    phone = models.BinaryField(null=True)  # sealed
    phone_digest = models.BinaryField(null=True)
    e_mail = models.EmailField(blank=True)
    area_code = columns.area_code(blank=True)
    officer = models.BooleanField(default=False)
    account = models.OneToOneField(Account, null=True, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["phone_digest"], name="person_phone"),
            models.Index(fields=["area_code", "id"], name="person_area"),
        ]


class Household(models.Model):
    """A household (户) at one point. Figures of people count for the division into grids."""

    id = columns.key()
    area_code = columns.area_code()  # the grid, else the village
    village_code = columns.area_code()
    group = models.ForeignKey(VillagerGroup, null=True, on_delete=models.PROTECT, related_name="+")
    head_name = models.CharField(max_length=60)
    point = models.PointField(srid=4490, null=True)
    point_approximate = models.BooleanField(default=False)
    registered_persons = models.PositiveSmallIntegerField()
    usual_persons = models.PositiveSmallIntegerField()
    synthetic = models.BooleanField(default=False)
    entered_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["village_code", "id"], name="household_village")]


class HouseholdPlacement(models.Model):
    """The grid a household belonged to for a span of time; `Household.area_code` is today's."""

    id = columns.key()
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="placements")
    area_code = columns.area_code()  # the grid
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["area_code", "valid_from"], name="household_placement_grid")
        ]
        constraints = [
            ExclusionConstraint(
                name="household_placement_one",
                expressions=[
                    (F("household"), RangeOperators.EQUAL),
                    (DateRange("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            )
        ]


class PublicPhone(models.Model):
    """A number that an officer agreed to have published (on maps, cards, the portal), and since when.

    The person may take it back at any time; the station's number is then shown instead.
    """

    id = columns.key()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="public_phones")
    phone = models.CharField(max_length=20)
    agreed_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(taken_back_at=None), name="public_phone_one"
            )
        ]
