"""The columns that every order has, and what the database itself holds of its life."""

from django.db import models
from django.db.models import Q

from wangge.doors import columns
from wangge.registers.orders.rules import OPEN, OrderState

_OPEN = [state.value for state in OPEN]


class Order(models.Model):
    """Something ordered; `registers.orders.operations` alone moves it."""

    id = columns.key()
    state = columns.short_code()  # orders.rules.OrderState
    reason = models.JSONField(null=True)  # a Message: why it failed
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()  # when it was asked for, taken up, or a part of it was done
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return OrderState(self.state).is_open


def ends_when_over(name: str) -> models.CheckConstraint:
    """An order has an end if, and only if, nothing more is to be done about it."""
    going_on = Q(state__in=_OPEN)
    return models.CheckConstraint(
        condition=(going_on & Q(ended_at=None)) | (~going_on & Q(ended_at__isnull=False)),
        name=name,
    )


def open_orders(name: str) -> models.Index:
    """For the clock, which looks for stalled orders every ten minutes."""
    return models.Index(fields=["moved_at"], condition=Q(state__in=_OPEN), name=name)


def no_more_than_all(name: str, *, done: str, of: str) -> models.CheckConstraint:
    """Of an order that is carried out part by part: no more parts are done than there are."""
    return models.CheckConstraint(condition=Q(**{f"{done}__lte": models.F(of)}), name=name)
