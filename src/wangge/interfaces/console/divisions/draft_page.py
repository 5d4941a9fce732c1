"""The page of one draft: its grids, what would change, its story, and what may be done with it now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from wangge.access.actor import Actor
from wangge.insight.divisions.models import Draft, DraftGrid
from wangge.insight.divisions.operations import move_draft, try_again
from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.queries.changes import Outlook, outlook_of
from wangge.insight.divisions.rules.draft_moves import (
    OF_PEOPLE,
    DraftFacts,
    LawfulDraftMove,
    lawful_draft_moves,
    own_part,
    why_not,
)
from wangge.insight.divisions.rules.states import DraftMove, DraftState
from wangge.interfaces.console.divisions.draft_forms import DraftMoveForm
from wangge.interfaces.console.divisions.draft_pieces import coming_into_force, mark
from wangge.interfaces.console.divisions.draft_words import story, way
from wangge.interfaces.console.divisions.listed import check_part
from wangge.interfaces.console.divisions.what_if import outlook_words, sentences
from wangge.interfaces.console.divisions.words import messages, metres, percent
from wangge.interfaces.console.floor.draft_rows import state_words, village_words
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Link, Move, Option, Row, Words
from wangge.interfaces.web.forms import take_over
from wangge.interfaces.web.maps import drawing_map
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level, grid_sequence
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.calendars.queries import county_day

GRIDS = (
    Column(Message("draft.column.on_map")),
    Column(Message("draft.column.becomes")),
    Column(Message("draft.column.households"), "number"),
    Column(Message("draft.column.persons"), "number"),
    Column(Message("draft.column.deviation"), "figure"),
    Column(Message("draft.column.walk"), "figure"),
    Column(Message("draft.column.split"), "number"),
)


@require_GET
@signed_in()
def draft_page(request: Request, draft: UUID) -> HttpResponse:
    """A draft, for people with a part in the divisions of its village."""
    return _page(request, found_draft(request, draft))


@require_POST
@signed_in()
def draft_move(request: Request, draft: UUID, move: str) -> HttpResponse:
    """Make a move; a refused form comes back with what was typed, above the draft as it is now."""
    found = found_draft(request, draft)
    tried = DraftMoveForm(_code(move), request.POST)
    if not tried.is_valid():
        return _page(request, found, tried, status=422)
    actor, at = request.actor, request.now
    try:
        move_draft(found.pk, tried.move, tried.said, revision=tried.revision_seen, by=actor, at=at)
    except Refusal as refusal:
        if refusal.status not in {409, 422}:
            raise
        take_over(tried, refusal)
        return _page(request, found_draft(request, draft), tried, status=refusal.status)
    return redirect("division-draft", found.pk)


@require_GET
@signed_in()
def draft_news(request: Request, draft: UUID) -> HttpResponse:
    """Whether more of it came into force: nothing (204) until then; after that the page reloads."""
    if request.GET.get("seen") == mark(found_draft(request, draft)):
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Refresh": "true"})


@require_POST
@signed_in()
def draft_again(request: Request, draft: UUID) -> HttpResponse:
    """Try the refused pieces once more."""
    found = found_draft(request, draft)
    try_again(found.pk, by=request.actor, at=request.now)
    return redirect("division-draft", found.pk)


def found_draft(request: Request, draft: UUID) -> Draft:
    """The draft with this key: 403 for people without a part in any division, 404 without one in this."""
    actor = request.actor
    check_part(actor)
    return drafts.draft_of(draft, actor)


def _code(move: str) -> DraftMove:
    """The move named in an address; drawing and the clock's own moves cannot be."""
    code = next((each for each in OF_PEOPLE if each.value == move), None)
    if code is None:
        raise Refusal.not_found(Message("case.thing.move"))
    return code


def _page(
    request: Request, draft: Draft, tried: DraftMoveForm | None = None, status: int = 200
) -> HttpResponse:
    ahead = DraftState(draft.state).lies_ahead
    shown = _ahead(request, draft, tried) if ahead else _behind(request, draft)
    return console_page(
        request,
        "console/divisions/draft.html",
        here="map",
        status=status,
        lead=state_words(draft),
        tried=tried,
        way=way(draft),
        faults=messages(draft.faults),
        columns=GRIDS,
        entries=story(drafts.steps_of(draft)),
        areas_url=reverse("division-draft-areas", args=[draft.pk]),
        labels_url=reverse("division-draft-labels", args=[draft.pk]),
        news_url=_news(draft, county_day(request.now)),
        **shown,
    )


def _ahead(request: Request, draft: Draft, tried: DraftMoveForm | None) -> dict[str, Any]:
    """For a draft not in force yet: what would change, and what may be done with it."""
    actor, at = request.actor, request.now
    outlook = outlook_of(draft, county_day(at))
    unplaced = len(outlook.change.unplaced)
    facts = drafts.facts_of(draft, unplaced)
    lawful = lawful_draft_moves(facts, actor)
    names = {code: place.name for code, place in outlook.places.items()}
    return {
        "title": _title(draft, names),
        "crumbs": _crumbs(draft, names),
        "rows": _rows(draft, outlook.change.codes, outlook.change.begins),
        "unplaced": unplaced,
        "own": own_part(facts, actor),
        "actions": _actions(draft, facts, actor),
        "summary": sentences(outlook),
        "what_if_url": reverse("division-draft-what-if", args=[draft.pk]),
        "sheet": drawing_map(synthetic=outlook.synthetic),
        "moves": [_move(draft, each, outlook, tried, county_day(at)) for each in lawful],
    }


def _behind(request: Request, draft: Draft) -> dict[str, Any]:
    """For a draft that is in force or coming into it, or was given up."""
    actor = request.actor
    names = areas.names_of([draft.village_code[: Level.TOWNSHIP], draft.village_code])
    given = drafts.codes_given(draft)
    return {
        "title": _title(draft, names),
        "crumbs": _crumbs(draft, names),
        "rows": _rows(draft, given.codes, given.new),
        "sheet": drawing_map(synthetic=areas.is_synthetic(draft.village_code)),
        **coming_into_force(draft, actor),
    }


def _news(draft: Draft, today: date) -> str:
    """The address that says how far it has come, from an approval for today until it is in force."""
    day = draft.in_force_on
    begun = draft.state == DraftState.ADOPTING
    if not begun and (draft.state != DraftState.APPROVED or day is None or day > today):
        return ""
    return f"{reverse('division-draft-news', args=[draft.pk])}?seen={mark(draft)}"


def _actions(draft: Draft, facts: DraftFacts, actor: Actor) -> list[Link]:
    """The link to the drawing board, for people who may draw now."""
    if why_not(facts, DraftMove.DRAW, actor) is not None:
        return []
    return [Link(Message("draft.to_board"), reverse("division-board", args=[draft.pk]))]


def _title(draft: Draft, names: Mapping[str, str]) -> Message:
    return Message("draft.title", village=village_words(draft.village_code, names))


def _crumbs(draft: Draft, names: Mapping[str, str]) -> list[Link]:
    village = draft.village_code
    return [
        Link(Message("draft.heading"), reverse("division-drafts")),
        Link(names.get(village, village), reverse("grid-history", args=[village])),
    ]


def _rows(draft: Draft, codes: Mapping[int, str], new: Collection[str]) -> list[Row]:
    return [_row(grid, _becomes(codes.get(grid.number, ""), new)) for grid in draft.grids.all()]


def _row(grid: DraftGrid, becomes: Words) -> Row:
    return Row(
        (
            Message("draft.number_on_map", number=grid.number),
            becomes,
            grid.households,
            grid.persons,
            percent(grid.deviation, signed=True),
            metres(grid.mean_distance_m),
            grid.split_groups,
        )
    )


def _becomes(code: str, new: Collection[str]) -> Words:
    if not code:
        return ""
    return Message(f"draft.becomes.{'new' if code in new else 'kept'}", number=grid_sequence(code))


def _move(
    draft: Draft,
    lawful: LawfulDraftMove,
    outlook: Outlook,
    tried: DraftMoveForm | None,
    today: date,
) -> Move:
    opened = tried is not None and tried.move is lawful.move
    form = tried if tried and opened else DraftMoveForm(lawful.move, today=today)
    if lawful.needs_words:
        form.ask_why()
    return Move(
        code=lawful.move.value,
        label=lawful.move.words,
        outlook=outlook_words(lawful.move, outlook),
        action_url=reverse("division-draft-move", args=[draft.pk, lawful.move.value]),
        fields=form.visible_fields(),
        hidden=[Option(str(draft.revision), "revision")],
        opened=opened,
    )
