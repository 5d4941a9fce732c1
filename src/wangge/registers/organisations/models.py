"""Units, their posts, and who holds them when."""

from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from wangge.doors import columns
from wangge.registers.areas.models import Area, DateRange
from wangge.registers.people.models import Person


class Unit(models.Model):
    """A body that does or answers for work: a centre, an office, a department, a committee."""

    id = columns.key()
    kind = columns.short_code()  # organisations.rules
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=20, blank=True)  # the published number of the desk
    superior = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="subordinates"
    )
    merged_into = models.ForeignKey(  # which of the three centres took this office in (A09–A11)
        "self", null=True, on_delete=models.PROTECT, related_name="merged_offices"
    )
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "kind"], condition=Q(valid_to=None), name="unit_one_of_a_kind"
            )
        ]
        indexes = [models.Index(fields=["kind", "area"], name="unit_kind_area")]


class Post(models.Model):
    """A post (岗位) in a unit. Permissions come from posts, so nobody is named in a rule."""

    id = columns.key()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    kind = columns.short_code()
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")  # worker: the grid
    single_holder = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "area"], condition=Q(valid_to=None), name="post_once"
            )
        ]


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments in bulk."""

    def current(self, day: date) -> "AppointmentQuerySet":
        """Appointments that run on a day."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gt=day))


class Appointment(models.Model):
    """A person in a post for a time (任职). One person may hold many posts (一人多岗)."""

    id = columns.key()
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="appointments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    single_holder = models.BooleanField(default=False)  # copied from the post: constraints see rows
    origin = columns.short_code(blank=True)  # where a grid worker or station head came from (A17)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="appointment_term_forward",
            ),
            ExclusionConstraint(
                name="appointment_one_holder",
                expressions=[
                    (F("post"), RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(single_holder=True),
            ),
            ExclusionConstraint(
                name="appointment_not_twice",
                expressions=[
                    (F("post"), RangeOperators.EQUAL),
                    (F("person"), RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["person", "starts_on"], name="appointment_person")]


class Substitution(models.Model):
    """Leave with a substitute: on these days the substitute acts in the post as well as its holder."""

    id = columns.key()
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="substitutions")
    substitute = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="substitution_term_forward"
            )
        ]


class PostCover(models.Model):
    """Who answers for a post today: itself, its deputy, or the nearest filled post above.

    Derived: each post has one open row, and only `operations.cover_kept` writes it.
    """

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="covers")
    covered_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    reason = columns.short_code()  # rules.cover.CoverReason
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="post_cover_one",
                expressions=[
                    (F("post"), RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            )
        ]
        indexes = [
            models.Index(fields=["covered_by"], condition=Q(ends_on=None), name="post_cover_by")
        ]


class ApiToken(models.Model):
    """What lets a program act as a person in one post. Only a digest of its secret is kept.

    It ends by itself (`expires_on` is the first day it no longer works), with the appointment, or
    when the person takes it back.
    """

    id = columns.key()
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)  # what it is for, in the person's words
    digest = models.CharField(max_length=64, db_collation="C")
    issued_on = models.DateField()
    expires_on = models.DateField()
    last_used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("issued_on"))
                & Q(expires_on__lte=F("issued_on") + timedelta(days=365)),
                name="api_token_term",
            )
        ]
