"""The drawing board of a draft: the editor, its data, the steps it saves, and a form by villager group
for people who draw without a mouse or without script."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from wangge.access.permissions import Permission
from wangge.insight.divisions.models import Draft
from wangge.insight.divisions.operations import drawing
from wangge.insight.divisions.queries.board import board_of, reading_of
from wangge.insight.divisions.queries.drafts import draft_of, facts_of
from wangge.insight.divisions.rules.draft_moves import check_draft_move
from wangge.insight.divisions.rules.reading import Reading, completed
from wangge.insight.divisions.rules.states import DraftMove
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Link, Option
from wangge.interfaces.web.forms import ask, take_over
from wangge.interfaces.web.maps import grounds
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas

_KEEP = ""
"""The choice that leaves a split group as it is."""


class Number(forms.Form):
    """Another number of grids than the rule gives, and why."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    k = forms.IntegerField(
        label=ask("division.board.number_k"), min_value=1, max_value=drawing.MOST_GRIDS
    )
    reason = forms.CharField(label=ask("division.board.number_reason"), max_length=200)


@require_GET
@signed_in(Permission.DIVISION_DRAW)
def board_page(request: Request, draft: UUID) -> HttpResponse:
    """The page with the board, for people who may draw on the draft now."""
    return _page(request, _for_drawing(request, draft))


@require_GET
@signed_in(Permission.DIVISION_DRAW)
def board(request: Request, draft: UUID) -> JsonResponse:
    """The editor's data as JSON, without names or keys of households."""
    return JsonResponse(board_of(_for_drawing(request, draft), request.actor))


@require_POST
@signed_in(Permission.DIVISION_DRAW)
def save(request: Request, draft: UUID) -> JsonResponse:
    """Save a step of the editor; a refusal comes in words that the editor shows."""
    try:
        revision, numbers = _drawn(request.body)
        kept = drawing.save_drawing(
            draft,
            revision,
            numbers,
            by=request.actor,
            at=request.now,
        )
    except Refusal as refusal:
        return JsonResponse({"detail": _said(request, refusal.message)}, status=refusal.status)
    return JsonResponse(
        {
            "revision": kept.revision,
            "when": f"{timezone.localtime(kept.saved_at):%H:%M}",
            "faults": [_said(request, Message.from_json(fault)) for fault in kept.faults],
        }
    )


def _said(request: Request, message: Message) -> str:
    words: str = settings.WORDS.say(message, request.language)
    return words


def _drawn(body: bytes) -> tuple[int, list[int]]:
    """Revision and numbers of grids as sent. Refusal (400) for anything else."""
    try:
        sent = json.loads(body)
        revision, numbers = sent["revision"], sent["assignment"]
    except (ValueError, TypeError, KeyError) as error:
        raise Refusal(Message("refusal.bad_request"), status=400) from error
    whole = isinstance(numbers, list) and all(type(each) is int for each in [revision, *numbers])
    if not whole:
        raise Refusal(Message("refusal.bad_request"), status=400)
    return revision, numbers


@require_POST
@signed_in(Permission.DIVISION_DRAW)
def place_groups(request: Request, draft: UUID) -> HttpResponse:
    """Put whole groups into grids, with the form."""
    revision, grids = _chosen(request.POST)
    drawing.place_whole_groups(
        draft,
        revision,
        grids,
        by=request.actor,
        at=request.now,
    )
    return redirect("division-board", draft=draft)


def _chosen(sent: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    try:
        chosen = {
            name.removeprefix("group-"): int(value)
            for name, value in sent.items()
            if name.startswith("group-") and value != _KEEP
        }
        return int(sent.get("revision", "")), chosen
    except ValueError as error:
        raise Refusal(Message("refusal.bad_request"), status=400) from error


@require_POST
@signed_in(Permission.DIVISION_DRAW)
def set_number(request: Request, draft: UUID) -> HttpResponse:
    """Ask for another number of grids, with the reason."""
    form = Number(request.POST)
    if form.is_valid():
        asked = form.cleaned_data
        try:
            drawing.set_number(
                draft,
                asked["revision"],
                asked["k"],
                asked["reason"],
                by=request.actor,
                at=request.now,
            )
        except Refusal as refusal:
            take_over(form, refusal)
        else:
            return redirect("division-board", draft=draft)
    return _page(request, _for_drawing(request, draft), form=form, status=422)


def _for_drawing(request: Request, key: UUID) -> Draft:
    """The draft, for somebody who may draw on it now."""
    draft = draft_of(key, request.actor)
    check_draft_move(facts_of(draft), DraftMove.DRAW, request.actor)
    return draft


def _page(
    request: Request, draft: Draft, *, form: Number | None = None, status: int = 200
) -> HttpResponse:
    reading = reading_of(draft, request.actor)
    village = areas.path_of(draft.village_code)
    form = form or Number(
        initial={"revision": draft.revision, "k": draft.k, "reason": draft.k_reason}
    )
    return console_page(
        request,
        "console/divisions/board.html",
        here="map",
        status=status,
        village=village[-1].name,
        crumbs=[Link(area.name, f"{reverse('map')}?area={area.code}") for area in village],
        draft=draft,
        actions=[Link(Message("draft.to_page"), reverse("division-draft", args=[draft.pk]))],
        token=get_token(request),
        grounds=grounds(official=True),
        board_url=reverse("division-board-data", args=[draft.pk]),
        save_url=reverse("division-board-save", args=[draft.pk]),
        groups=list(_groups(draft, reading)),
        form=form,
        standard=reading.standard_k,
    )


def _groups(draft: Draft, reading: Reading) -> Iterator[dict[str, Any]]:
    """The villager groups with their households and persons, and the grids to choose from."""
    grid_of = completed(draft.assignment, reading.problem)
    numbers = sorted(set(grid_of.values()))
    fresh = next(n for n in range(1, len(numbers) + 2) if n not in numbers)
    choices = [
        *(Option(str(n), Message("division.board.grid_number", number=n)) for n in numbers),
        Option(str(fresh), Message("division.board.new_grid", number=fresh)),
    ]
    homes: dict[str, list[Any]] = {}
    for home in reading.problem.households:
        homes.setdefault(home.hamlet or "", []).append(home)
    for group in sorted((group for group in homes if group), key=int):
        members = homes[group]
        grids = Counter(grid_of[home.id] for home in members)
        split = len(grids) > 1
        where = Message("division.board.group_split", grids=tuple(map(str, sorted(grids))))
        yield {
            "name": f"group-{group}",
            "label": Message(
                "division.board.group_name",
                number=group,
                households=len(members),
                persons=sum(home.persons for home in members),
            ),
            "hint": where if split else "",
            "value": _KEEP if split else str(next(iter(grids))),
            "options": [Option(_KEEP, Message("division.board.keep_split")), *choices]
            if split
            else choices,
        }
