"""Supervisions that concern the units of an actor: to be answered, received and issued."""

from __future__ import annotations

from django.db.models import (
    Q,
    QuerySet,
)

from wangge.access.actor import Actor
from wangge.work.cases.models import Supervision


def supervisions_to_answer(actor: Actor) -> QuerySet[Supervision]:
    """Supervisions addressed to my units that nobody has answered yet."""
    owing = Supervision.objects.filter(unit__in=actor.units, answered_at=None, withdrawn_at=None)
    return owing.select_related("case")


def supervisions(actor: Actor) -> QuerySet[Supervision]:
    """Supervisions addressed to my units or issued by them."""
    mine = list(actor.units)
    return Supervision.objects.filter(Q(unit__in=mine) | Q(by_unit__in=mine)).select_related(
        "case", "unit", "by_unit"
    )
