"""Places: the tree of areas with their time, their boundaries, and the villager groups."""

from datetime import date

from django.contrib.gis.db import models
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db.models import F, Func, Q

from wangge.doors import columns


class DateRange(Func):
    """SQL daterange, half-open."""

    function = "daterange"


class AreaQuerySet(models.QuerySet["Area"]):
    def current(self, day: date) -> "AreaQuerySet":
        """Areas that exist on `day`."""
        return self.filter(valid_from__lte=day).filter(Q(valid_to=None) | Q(valid_to__gt=day))

    def within(self, *codes: str) -> "AreaQuerySet":
        """The given areas and everything inside them."""
        inside = Q(pk__in=[])
        for code in codes:
            inside |= Q(code__gte=code, code__lt=f"{code}:")
        return self.filter(inside)


class Area(models.Model):
    """A county, township, village or grid. The code is the place in the tree, and is never reused."""

    code = columns.area_code(primary_key=True)
    parent = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="children", db_index=False
    )
    level = models.PositiveSmallIntegerField()  # digits of the code, see lib.area_code.Level
    kind = columns.short_code()  # street, town, township, village, community, grid, special_grid …
    name = models.CharField(max_length=80)
    full_name = models.CharField(max_length=80, blank=True)  # as in the national list
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    households = models.PositiveIntegerField(default=0)
    persons = models.PositiveIntegerField(default=0)

    objects = AreaQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["parent", "code"], name="area_children")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="area_term_forward",
            ),
            models.CheckConstraint(
                condition=Q(level=Func("code", function="length")), name="area_level_is_length"
            ),
        ]


class AreaSuccession(models.Model):
    """Where an area went: history keeps its codes, and this says what to read them with."""

    former = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="successors")
    successor = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="predecessors")
    effective_on = models.DateField()
    kind = columns.short_code()  # merged, split, recoded

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["former", "successor"], name="area_succession_once")
        ]


class Boundary(models.Model):
    """The outline of an area for a span of time. CGCS2000 lon/lat; and a copy for the web."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="boundaries")
    outline = models.MultiPolygonField(srid=4490, spatial_index=True)
    outline_web = models.MultiPolygonField(srid=3857, spatial_index=True)
    # Simplified together with its neighbours, so that no gap opens between them: for small scales.
    outline_low = models.MultiPolygonField(srid=3857, null=True, spatial_index=True)
    # 0…5, no neighbour of the level has the same; null until it is worked out, as outline_low.
    tint = models.PositiveSmallIntegerField(null=True)
    label_point = models.PointField(srid=4490, spatial_index=False)
    source = columns.short_code()
    synthetic = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="boundary_one_current",
                expressions=[
                    (F("area"), RangeOperators.EQUAL),
                    (DateRange("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            )
        ]


class VillagerGroup(models.Model):
    """A villager group (村民小组), numbered inside its village."""

    village = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="villager_groups")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=40, blank=True)
    point = models.PointField(srid=4490, null=True)
    grid = models.ForeignKey(
        Area, null=True, on_delete=models.PROTECT, related_name="grid_groups", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["village", "number"], name="villager_group_number_once")
        ]


class SpecialGrid(models.Model):
    """What makes a grid special: a school, a market, an enterprise; it has no part in the tiling.

    The area is of the kind `special_grid`; its outline, if any, may lie across those of others.
    """

    area = models.OneToOneField(
        Area, primary_key=True, on_delete=models.PROTECT, related_name="special"
    )
    sort = columns.short_code()  # areas.rules
    point = models.PointField(srid=4490, null=True, spatial_index=False)


class GroupPlacement(models.Model):
    """The grid a villager group lay in for a span of time; `VillagerGroup.grid` is today's."""

    group = models.ForeignKey(VillagerGroup, on_delete=models.PROTECT, related_name="placements")
    grid = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="group_placements", db_index=False
    )
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="group_placement_one",
                expressions=[
                    (F("group"), RangeOperators.EQUAL),
                    (DateRange("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            )
        ]


class Barrier(models.Model):
    """What people do not walk across: a river, a ridge, a railway, a main road (CGCS2000 lines)."""

    village = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="barriers")
    kind = columns.short_code()  # river, ridge, railway, road
    name = models.CharField(max_length=40, blank=True)
    line = models.MultiLineStringField(srid=4490)
    source = columns.short_code()
    synthetic = models.BooleanField(default=False)


class Bridge(models.Model):
    """Where a barrier can be crossed: a bridge, a pass, an underpass (CGCS2000 point)."""

    village = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="bridges")
    name = models.CharField(max_length=40, blank=True)
    point = models.PointField(srid=4490)
    source = columns.short_code()
    synthetic = models.BooleanField(default=False)
