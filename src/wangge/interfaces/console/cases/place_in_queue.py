"""How far somebody has come in their queue.

When a case is opened from the queue, the address carries this. A move made there leads to the next
case of the queue.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from wangge.access.actor import Actor
from wangge.interfaces.web.listing import beyond, place_in, place_of
from wangge.interfaces.web.request import Request
from wangge.lib.refusal import Refusal
from wangge.work.cases.models import Case, CaseQuerySet
from wangge.work.cases.queries.queue import waiting_for
from wangge.work.cases.rules.waiting import Waiting

BY_DUE: Final = ("due_at", "id")


@dataclass(frozen=True, slots=True)
class PlaceInQueue:
    """Which part of the queue somebody works through, and at which case they are."""

    why: Waiting | None = None
    at: str = ""  # a cursor of the list; empty: not working through the queue

    @classmethod
    def of(cls, request: Request) -> PlaceInQueue:
        """Read from the address; invalid values count as absent."""
        said, at = request.GET.get("why", ""), request.GET.get("queue", "")
        return cls(
            Waiting(said) if said in {why.value for why in Waiting} else None,
            at if at and _values(at) else "",
        )

    def address(self, url: str, **more: str) -> str:
        """The url with this place in its query."""
        carried = {"why": self.why.value if self.why else "", "queue": self.at, **more}
        said = urlencode({name: value for name, value in carried.items() if value})
        return f"{url}?{said}" if said else url

    def cases(self, actor: Actor) -> CaseQuerySet:
        """The part of the actor's queue that they work through."""
        return waiting_for(actor, self.why)

    def following(self, actor: Actor) -> QuerySet[Case]:
        """The cases after the present one, by due time."""
        waiting = self.cases(actor).order_by(*BY_DUE)
        return beyond(waiting, self.at, reverse("workbench"), BY_DUE) if self.at else waiting

    def moved_to(self, case: Case) -> PlaceInQueue:
        """The same part of the queue, at this case."""
        return replace(self, at=place_in(case, reverse("workbench"), BY_DUE))

    def has_passed(self, case: Case) -> bool:
        """Whether the case is the present one or comes before it."""
        values = _values(self.at)
        return values is not None and (case.due_at, case.pk) <= values


def _values(at: str) -> tuple[datetime, UUID] | None:
    try:
        match place_of(at, reverse("workbench"), BY_DUE):
            case (datetime() as due_at, UUID() as key):
                return due_at, key
    except Refusal:
        pass
    return None
