"""The workbench: what waits for me, by due time; below it what I sent on and wait for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.interfaces.console.cases import owed_to_others, queue
from wangge.interfaces.console.cases.place_in_queue import BY_DUE, PlaceInQueue
from wangge.interfaces.console.floor import case_rows
from wangge.interfaces.console.floor.draft_rows import COLUMNS as DRAFT_COLUMNS
from wangge.interfaces.console.floor.draft_rows import drafts_that_wait
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.case_number import normalise
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.work.cases.models import Case
from wangge.work.cases.queries.lines import place_codes, title_of
from wangge.work.cases.queries.queue import sent_by
from wangge.work.cases.queries.sight import visible

_AT_ONCE = 25  # a morning's work; what may be done with a case is worked out for every row
_SHOWN_BELOW = 10


@require_GET
@signed_in()
def workbench(request: Request) -> HttpResponse:
    """My queue, what other units ask of mine, and what I sent on."""
    actor, at = request.actor, request.now
    desk = _own_desk(actor)
    if desk:
        return redirect(desk)
    spot = PlaceInQueue.of(request)
    found = page_of(request, spot.cases(actor).for_queue(), BY_DUE, size=_AT_ONCE)
    if spot.at and found.next and spot.has_passed(found.rows[-1]):
        part = replace(spot, at="").address
        return redirect(part(reverse("workbench"), after=spot.at))
    sent = list(sent_by(actor).for_lists().order_by(*BY_DUE)[:_SHOWN_BELOW])
    names = areas.names_of(place_codes(chain(found.rows, sent)))
    return console_page(
        request,
        "console/cases/workbench.html",
        here="workbench",
        columns=queue.COLUMNS,
        queue=found,
        parts=queue.parts(request, found),
        rows=queue.rows(request, found.rows, names),
        moved=_moved(request, [*found.rows, *sent]),
        sent_columns=case_rows.COLUMNS,
        sent=[case_rows.row(case, names, at) for case in sent],
        draft_columns=DRAFT_COLUMNS,
        drafts=drafts_that_wait(actor, _SHOWN_BELOW),
        owed_columns=owed_to_others.COLUMNS,
        owed=owed_to_others.rows(actor, at, _SHOWN_BELOW),
        actions=_actions(request),
    )


def _moved(request: Request, shown: Sequence[Case]) -> Link | None:
    """The case that was just moved, named as in the lists."""
    try:
        number = normalise(request.GET.get("moved", ""))
    except Invalid:
        return None
    actor = request.actor
    there = next((case for case in shown if case.number == number), None)
    case = there or visible(actor).for_lists().filter(number=number).first()
    if case is None:
        return None
    return Link(title_of(case), reverse("case", args=[number]))


# The start pages of people who look after the platform and have no part in any case.
_DESKS = (
    (Permission.AUDIT_READ, "audit"),
    (Permission.ACCOUNT_MANAGE, "accounts"),
    (Permission.SYSTEM_SEE, "dead-letters"),
)


def _own_desk(actor: Actor) -> str:
    if actor.holds(Permission.CASE_MOVE):
        return ""
    return next((name for needed, name in _DESKS if actor.holds(needed)), "")


def _actions(request: Request) -> list[Link]:
    if not request.actor.holds(Permission.CASE_REPORT):
        return []
    return [Link(Message("console.enter"), reverse("enter-case"))]
