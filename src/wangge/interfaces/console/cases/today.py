"""Today, next to the workbench: a few figures of my area, and a map of what waits for me."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.interfaces.console.floor.points import home_of
from wangge.interfaces.web.components.shapes import Stat
from wangge.interfaces.web.maps import console_map
from wangge.interfaces.web.pages import page, signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.work.cases.models import CaseQuerySet
from wangge.work.cases.queries.lists import CaseFilter
from wangge.work.cases.queries.queue import waiting_for

_COUNTED: Final = 1000
"""How far is counted: a figure costs the same however many cases there are."""


@require_GET
@signed_in()
def today(request: Request) -> HttpResponse:
    """A fragment of the workbench, loaded where there is room for it."""
    actor, at = request.actor, request.now
    area = home_of(actor)
    return page(
        request,
        "console/cases/today.html",
        figures=_figures(actor, at, area),
        sheet=console_map(area),
        points_url=f"{reverse('map-cases')}?waiting=me",
        map_url=f"{reverse('map')}?area={area}",
    )


def _figures(actor: Actor, at: datetime, area: str) -> list[Stat]:
    here = timezone.localtime(at)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    waiting = waiting_for(actor)
    late, reported = CaseFilter(area, light="red"), CaseFilter(area, state="all")
    listed = reverse("cases")
    return [
        _stat("waiting", waiting, reverse("workbench")),
        _stat("due", waiting.filter(due_at__gte=at, due_at__lt=midnight + timedelta(days=1))),
        _stat("late", late.seen_by(actor, at), f"{listed}?area={area}&light=red"),
        _stat(
            "reported",
            reported.seen_by(actor, at).filter(reported_at__gte=midnight),
            f"{listed}?area={area}&state=all",
        ),
    ]


def _stat(name: str, counted: CaseQuerySet, href: str = "") -> Stat:
    found = counted.order_by()[: _COUNTED + 1].count()
    more = found > _COUNTED
    value = Message("console.today.more", count=_COUNTED) if more else found
    return Stat(Message(f"console.today.{name}"), value, href=href)
