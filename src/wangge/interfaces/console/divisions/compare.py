"""One village: today's division and the engine's side by side, in figures, words and sketches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wangge.access.permissions import Permission
from wangge.insight.divisions import operations
from wangge.insight.divisions.models import Proposal, ProposedGrid, VillageRun
from wangge.insight.divisions.queries import scenarios as divisions
from wangge.insight.divisions.rules.states import DraftState, Manner
from wangge.insight.divisions.rules.wishes import Wishes
from wangge.interfaces.console.divisions.forms import NumberForm
from wangge.interfaces.console.divisions.listed import check_part
from wangge.interfaces.console.divisions.words import (
    NONE,
    by_manner,
    messages,
    metres,
    number_words,
    percent,
    standard_words,
    state_words,
    verdict,
)
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Division, Link, Row
from wangge.interfaces.web.forms import take_over
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.orders.rules import OrderState

_GOING_ON = {OrderState.WAITING, OrderState.RUNNING}

SHORT = (
    Column(Message("division.column.grid")),
    Column(Message("division.column.households"), "number"),
    Column(Message("division.column.persons"), "number"),
    Column(Message("division.column.deviation"), "figure"),
)


@require_http_methods(["GET", "POST"])
@signed_in()
def run_page(request: Request, run: UUID) -> HttpResponse:
    """The comparison; sent with a number of grids and a reason, the village is computed again."""
    actor = request.actor
    check_part(actor)
    found = divisions.run_by(run, actor)
    form = NumberForm(request.POST or None, initial={"k": found.given_k})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                again = operations.divide_again(
                    found.pk,
                    form.number,
                    by=actor,
                    at=request.now,
                )
                return redirect("division-run", again)
            except Refusal as refusal:
                if refusal.status not in {409, 422}:
                    raise
                take_over(form, refusal)
                status = refusal.status
    return _page(request, found, form, status)


@require_GET
@signed_in()
def run_progress(request: Request, run: UUID) -> HttpResponse:
    """Whether the village is done: nothing (204) until then; after that the page reloads."""
    actor = request.actor
    check_part(actor)
    found = divisions.run_by(run, actor)
    if found.state in _GOING_ON:
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Refresh": "true"})


@require_POST
@signed_in(Permission.DIVISION_DRAW)
def begin_draft(request: Request, proposal: UUID) -> HttpResponse:
    """Make the proposal the draft of its village, and go to the drawing board."""
    draft = operations.begin_draft(
        proposal,
        by=request.actor,
        at=request.now,
    )
    return redirect("division-board", draft)


def _page(request: Request, run: VillageRun, form: NumberForm, status: int) -> HttpResponse:
    actor = request.actor
    found = by_manner(divisions.proposals_of([run.pk]).get(run.pk, []))
    grids = divisions.grids_of(each.pk for each in found.values())
    names = areas.names_of([run.village_code, run.village_code[: Level.TOWNSHIP]])
    name = names.get(run.village_code, run.village_code)
    wishes = Wishes.from_json(run.settings)
    draws = actor.may(Permission.DIVISION_DRAW, run.village_code)
    draft = divisions.open_draft_of(run.village_code)
    return console_page(
        request,
        "console/divisions/run.html",
        here="map",
        status=status,
        run=run,
        name=name,
        place=names.get(run.village_code[: Level.TOWNSHIP], ""),
        crumbs=[Link(Message("division.tab.villages"), reverse("division-villages"))],
        standard=standard_words(wishes),
        state=state_words(run),
        going_on=run.state in _GOING_ON,
        failed=run.state == OrderState.FAILED,
        newer=divisions.newest_run_of(run),
        reasons=number_words(run, wishes, found[Manner.SOFT]) if Manner.SOFT in found else [],
        warnings=_warnings(found.values()),
        divisions=[
            _division(name, proposal, grids.get(proposal.pk, []), draws and draft is None)
            for proposal in found.values()
        ],
        columns=(Column(Message("division.column.measure")), *map(_heading, found)),
        rows=_rows(list(found.values())),
        form=form if draws and run.latest and run.state not in _GOING_ON else None,
        draft=DraftState(draft.state).words if draft else None,
        draft_url=reverse("division-draft", args=[draft.pk]) if draft else "",
        synthetic=areas.is_synthetic(run.village_code[: Level.TOWNSHIP]),
    )


def _heading(manner: Manner) -> Column:
    return Column(manner.words, "figure")


def _division(
    name: str, proposal: Proposal, grids: Sequence[ProposedGrid], can_be_taken_up: bool
) -> Division:
    manner = Manner(proposal.manner)
    return Division(
        title=manner.words,
        sketch=reverse("division-sketch", args=[proposal.pk]),
        shows=Message("division.sketch.shows", village=name, manner=manner.words, k=proposal.k),
        verdict=verdict(proposal),
        lawful=proposal.feasible,
        faults=messages(proposal.faults),
        columns=SHORT,
        rows=[_short_row(grid) for grid in grids],
        href=reverse("division-proposal", args=[proposal.pk]),
        take_up=reverse("division-draft-begin", args=[proposal.pk]) if can_be_taken_up else "",
        taken=Message(f"division.take_up.{manner.value}"),
    )


def _short_row(grid: ProposedGrid) -> Row:
    return Row(
        (
            Message("division.proposed_grid", number=grid.number),
            grid.households,
            grid.persons,
            percent(grid.deviation, signed=True),
        )
    )


def _rows(proposals: Sequence[Proposal]) -> list[Row]:
    """A row for each measure, a value for each division; without a bound there is no gap to it."""
    bounded = any(each.report["bound"] is not None for each in proposals)
    return [
        Row((Message(f"division.measure.{name}"), *(value(each) for each in proposals)))
        for name, value in _MEASURES.items()
        if bounded or name != "gap"
    ]


def _report(name: str) -> Any:
    return lambda proposal: proposal.report[name]


def _moved(proposal: Proposal) -> Message | str:
    if proposal.manner == Manner.TODAY:
        return NONE
    moved: Mapping[str, int] = proposal.report
    return Message(
        "division.moved",
        households=moved["moved_households"],
        persons=moved["moved_persons"],
    )


_MEASURES: dict[str, Any] = {
    "verdict": verdict,
    "k": lambda proposal: proposal.k,
    "max_deviation": lambda proposal: percent(proposal.report["max_deviation"]),
    "mean_deviation": lambda proposal: percent(proposal.report["mean_deviation"]),
    "walk": lambda proposal: metres(proposal.report["mean_walk_m"]),
    "split": _report("hamlets_split"),
    "split_persons": _report("persons_split"),
    "across": _report("persons_across_barriers"),
    "moved": _moved,
    "gap": lambda proposal: percent(proposal.report["gap"]),
}


def _warnings(proposals: Any) -> list[Message]:
    """Warnings about the village, each once; those about a single division are on its own page."""
    several = [messages(each.report["warnings"]) for each in proposals]
    if not several:
        return []
    first, *others = several
    return [said for said in first if all(said in other for other in others)]
