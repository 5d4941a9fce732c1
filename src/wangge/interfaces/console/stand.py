"""Where somebody stands in their queue while they work through it.

Whoever opens a case from the queue carries this in the address. A move made then leads back to the
queue, to the case that follows.
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
class Stand:
    """Which part of the queue is worked through, and at which case one is."""

    why: Waiting | None = None
    at: str = ""  # a place in the list; empty: not under way

    @classmethod
    def of(cls, request: Request) -> Stand:
        """As it stands in the address; what makes no sense counts as not said."""
        said, at = request.GET.get("why", ""), request.GET.get("queue", "")
        return cls(
            Waiting(said) if said in {why.value for why in Waiting} else None,
            at if at and _values(at) else "",
        )

    def address(self, url: str, **more: str) -> str:
        """The url with this in it."""
        carried = {"why": self.why.value if self.why else "", "queue": self.at, **more}
        said = urlencode({name: value for name, value in carried.items() if value})
        return f"{url}?{said}" if said else url

    def cases(self, actor: Actor) -> CaseQuerySet:
        """The part of the actor's queue that is worked through."""
        return waiting_for(actor, self.why)

    def following(self, actor: Actor) -> QuerySet[Case]:
        """The cases after the one stood at, the first due first."""
        waiting = self.cases(actor).order_by(*BY_DUE)
        return beyond(waiting, self.at, reverse("workbench"), BY_DUE) if self.at else waiting

    def moved_to(self, case: Case) -> Stand:
        """The same part of the queue, at this case."""
        return replace(self, at=place_in(case, reverse("workbench"), BY_DUE))

    def has_passed(self, case: Case) -> bool:
        """Whether the case stands before the one stood at, or is that one."""
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
