"""Working days as a table: the State Council's calendar, loaded a year at a time by the county."""

from django.db import models


class CalendarYear(models.Model):
    """A year whose calendar is loaded. Terms that reach beyond it are provisional."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    source = models.CharField(max_length=120)
    loaded_at = models.DateTimeField()


class CalendarDay(models.Model):
    """A day that differs from Monday-to-Friday: a holiday, or a weekend made a working day."""

    day = models.DateField(primary_key=True)
    year = models.ForeignKey(CalendarYear, on_delete=models.CASCADE, related_name="days")
    working = models.BooleanField()
