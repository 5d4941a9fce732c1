"""My queue: its rows with the next move, its parts, and the link from one case to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.interfaces.console.cases.move_words import move_key, move_label
from wangge.interfaces.console.cases.place_in_queue import BY_DUE, PlaceInQueue
from wangge.interfaces.web.components.shapes import Column, FilterGroup, Link, Row
from wangge.interfaces.web.listing import Page, with_parameter
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.work.cases.models import Case
from wangge.work.cases.queries.lines import light_of, place_words, title_of
from wangge.work.cases.queries.queue import waiting_for
from wangge.work.cases.queries.seating import Sitting, sit_at_each
from wangge.work.cases.rules.categories import category
from wangge.work.cases.rules.states import State
from wangge.work.cases.rules.waiting import Waiting, waits_for

_COUNTED: Final = 200
"""How many cases of a queue are counted; beyond that the figure would help nobody."""

COLUMNS = (
    Column(Message("console.column.case")),
    Column(Message("console.column.next"), "link"),
    Column(Message("console.column.light"), "light"),
    Column(Message("console.column.due"), "moment"),
    Column(Message("console.column.waiting")),
    Column(Message("console.column.place")),
    Column(Message("console.column.category")),
    Column(Message("console.column.reported"), "moment"),
)


def rows(request: Request, found: Sequence[Case], names: dict[str, str]) -> list[Row]:
    """A row for each case with its next move; one query for all.

    For people who come back from a case, the row after that case is marked, else the first.
    """
    actor, spot = request.actor, PlaceInQueue.of(request)
    ahead = (case for case in found if not spot.has_passed(case)) if spot.at else iter(())
    here = next(ahead, found[0] if spot.at and found else None)
    return [
        _row(request, sitting, spot.moved_to(sitting.case), names, here=sitting.case is here)
        for sitting in sit_at_each(actor, found)
    ]


def _row(
    request: Request,
    sitting: Sitting,
    spot: PlaceInQueue,
    names: dict[str, str],
    *,
    here: bool,
) -> Row:
    case, at = sitting.case, request.now
    why = _why(case)
    return Row(
        cells=(
            title_of(case),
            _next_move(sitting, spot, request),
            light_of(case, at),
            case.due_at,
            why.words if why else "",
            place_words(case, names),
            category(case.category).words,
            case.reported_at,
        ),
        href=spot.address(reverse("case", args=[case.number])),
        here=here,
    )


def _why(case: Case) -> Waiting | None:
    return waits_for(State(case.state), asked=case.asked_of_me)


def _next_move(sitting: Sitting, spot: PlaceInQueue, request: Request) -> Link | None:
    """The next move that this person may make: a link to the case, with the form unfolded."""
    step = sitting.next_move(request.now)
    if step is None:
        return None
    case = reverse("case", args=[sitting.case.number])
    return Link(move_label(*step), f"{spot.address(case, move=move_key(*step))}#moves")


def parts(request: Request, found: Page[Case]) -> list[FilterGroup]:
    """The queue by the reason to wait, each with its count; in a long queue only the first are counted."""
    spot = PlaceInQueue.of(request)
    counted = Counter(_why(case) for case in _first_waiting(request, found, spot))
    whole = sum(counted.values())
    if len(counted) < 2 and spot.why is None:
        return []
    known = whole < _COUNTED
    choices = [
        Link(
            why.words,
            with_parameter(request, "why", why.value),
            current=spot.why is why,
            count=counted[why] if known else None,
        )
        for why in Waiting
        if counted[why] or spot.why is why or not known
    ]
    everything = Link(
        Message("console.queue.all"),
        with_parameter(request, "why", ""),
        current=spot.why is None,
        count=whole if known else None,
    )
    return [FilterGroup(Message("console.column.waiting"), [everything, *choices])]


def _first_waiting(request: Request, found: Page[Case], spot: PlaceInQueue) -> Sequence[Case]:
    """The first of the whole queue; the cases on the page if that is all of them."""
    if not (found.previous or found.next or spot.why):
        return found.rows
    actor = request.actor
    return list(waiting_for(actor).order_by(*BY_DUE).only("state")[:_COUNTED])


@require_GET
@signed_in()
def next_case(request: Request) -> HttpResponse:
    """To the next case in my queue; at its end back to the workbench."""
    spot = PlaceInQueue.of(request)
    case = spot.following(request.actor).first()
    if case is None:
        return redirect(replace(spot, at="").address(reverse("workbench")))
    return redirect(spot.moved_to(case).address(reverse("case", args=[case.number])))
