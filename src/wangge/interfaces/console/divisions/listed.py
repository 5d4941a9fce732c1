"""Divisions: what was asked of the engine, and what it found for each village."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.insight.divisions.models import Proposal, Scenario, VillageRun
from wangge.insight.divisions.queries import scenarios as divisions
from wangge.insight.divisions.queries.sight import takes_part
from wangge.insight.divisions.rules.states import Manner, run_words
from wangge.insight.divisions.rules.wishes import Wishes
from wangge.interfaces.console.divisions.words import (
    NONE,
    by_manner,
    percent,
    standard_words,
    state_words,
)
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Link, Row
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.orders.rules import OrderState

_NEWEST = ("-made_at", "-id")
_LAST_ASKED = ("-asked_at", "-id")

SCENARIOS = (
    Column(Message("division.column.scenario")),
    Column(Message("division.column.standard")),
    Column(Message("division.column.progress")),
    Column(Message("division.column.made"), "moment"),
)
VILLAGES = (
    Column(Message("division.column.village")),
    Column(Message("division.column.state")),
    Column(Message("division.column.households"), "number"),
    Column(Message("division.column.persons"), "number"),
    Column(Message("division.column.grids")),
    Column(Message("division.column.today"), "figure"),
    Column(Message("division.column.whole"), "figure"),
    Column(Message("division.column.soft"), "figure"),
    Column(Message("division.column.moved"), "number"),
)


def check_part(actor: Actor) -> None:
    """Refusal (403) for people who have no part in any division."""
    if not takes_part(actor):
        raise Refusal.forbidden()


def actions_for(actor: Actor) -> list[Link]:
    """The link to ask for a division, for people who may draw."""
    if not actor.holds(Permission.DIVISION_DRAW):
        return []
    return [Link(Message("division.start"), reverse("division-new"))]


@require_GET
@signed_in()
def scenario_list(request: Request) -> HttpResponse:
    """The scenarios of my areas, the newest first."""
    actor = request.actor
    check_part(actor)
    found = page_of(request, divisions.scenarios(actor), _NEWEST)
    return console_page(
        request,
        "console/divisions/list.html",
        here="map",
        tabs=tabs("divisions"),
        actions=actions_for(actor),
        columns=SCENARIOS,
        rows=_scenario_rows(found.rows),
        found=found,
        title=Message("division.list.scenarios"),
        shows=Message("division.shows.scenarios"),
    )


@require_GET
@signed_in()
def village_list(request: Request) -> HttpResponse:
    """The villages of my areas that were computed, the newest first."""
    actor = request.actor
    check_part(actor)
    found = page_of(request, divisions.runs(actor).filter(latest=True), _LAST_ASKED)
    return console_page(
        request,
        "console/divisions/list.html",
        here="map",
        tabs=tabs("division-villages"),
        actions=actions_for(actor),
        columns=VILLAGES,
        rows=village_rows(found.rows),
        found=found,
        title=Message("division.list.villages"),
        shows=Message("division.shows.villages"),
    )


_TABS = (
    ("scenarios", "divisions"),
    ("villages", "division-villages"),
    ("drafts", "division-drafts"),
)


def tabs(current: str) -> list[Link]:
    """The tabs over divisions: scenarios, villages, drafts."""
    return [
        Link(Message(f"division.tab.{of}"), reverse(name), current=name == current)
        for of, name in _TABS
    ]


def _scenario_rows(scenarios: Sequence[Scenario]) -> list[Row]:
    names = areas.names_of(each.area_code for each in scenarios)
    progress = divisions.progress_of(each.pk for each in scenarios)
    return [
        Row(
            (
                scenario_words(each, names, progress.get(each.pk, Counter())),
                standard_words(Wishes.from_json(each.settings)),
                progress_words(each, progress.get(each.pk, Counter())),
                each.made_at,
            ),
            href=reverse("division", args=[each.pk]),
        )
        for each in scenarios
    ]


def scenario_words(
    scenario: Scenario, names: dict[str, str], progress: Counter[OrderState]
) -> Message:
    """What a scenario is called: the place and how many villages."""
    name = names.get(scenario.area_code, scenario.area_code)
    return Message("division.scenario.name", place=name, villages=progress.total())


def progress_words(scenario: Scenario, progress: Counter[OrderState]) -> Message:
    """How far a scenario has come."""
    ended = progress[OrderState.DONE] + progress[OrderState.FAILED]
    return Message(
        "division.progress",
        state=run_words(scenario.state),
        ended=ended,
        all=progress.total(),
        failed=progress[OrderState.FAILED],
    )


def village_rows(runs: Sequence[VillageRun]) -> list[Row]:
    """A row for each village: its state, and how well each division balances."""
    codes = {run.village_code for run in runs}
    names = areas.names_of(codes | {code[: Level.TOWNSHIP] for code in codes})
    proposals = divisions.proposals_of(run.pk for run in runs)
    return [_village_row(run, names, by_manner(proposals.get(run.pk, []))) for run in runs]


def _village_row(run: VillageRun, names: dict[str, str], found: dict[Manner, Proposal]) -> Row:
    township = names.get(run.village_code[: Level.TOWNSHIP], "")
    soft = found.get(Manner.SOFT)
    return Row(
        (
            f"{names.get(run.village_code, run.village_code)} {township}",
            state_words(run),
            run.households or None,
            run.persons or None,
            _grids(found),
            *(_deviation(found.get(manner)) for manner in Manner),
            soft.report["moved_persons"] if soft and Manner.TODAY in found else None,
        ),
        href=reverse("division-run", args=[run.pk]),
    )


def _grids(found: dict[Manner, Proposal]) -> Message | str:
    soft = found.get(Manner.SOFT)
    if soft is None:
        return NONE
    if Manner.TODAY not in found:
        return Message("division.grids", k=soft.k)
    return Message("division.grids_from_to", today=found[Manner.TODAY].k, k=soft.k)


def _deviation(proposal: Proposal | None) -> str:
    return percent(proposal.report["max_deviation"]) if proposal else NONE
