"""Persons and households: the minimum that the work needs (R2), behind the second wall."""

from django.contrib.gis.db import models

from wangge.doors import columns
from wangge.registers.accounts.models import Account
from wangge.registers.areas.models import VillagerGroup


class Person(models.Model):
    """A natural person. An officer's name is public office; a resident's is seen in their area."""

    id = columns.key()
    name = models.CharField(max_length=60)
    sex = columns.short_code(blank=True)  # male, female (lib.id_number.Sex)
    birth_year = models.PositiveSmallIntegerField(null=True)
    phone = models.BinaryField(null=True)  # sealed
    phone_digest = models.BinaryField(null=True)
    phone_tail_digest = models.BinaryField(null=True)
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
