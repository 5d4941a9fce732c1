"""A draft of a division as a row of a list: the same columns on the workbench and among the drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.urls import reverse

from wangge.access.actor import Actor
from wangge.insight.divisions.models import Draft
from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.queries.sight import takes_part
from wangge.insight.divisions.rules.states import DraftState
from wangge.interfaces.web.components.shapes import Column, Row
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas

COLUMNS = (
    Column(Message("draft.column.place")),
    Column(Message("draft.column.state")),
    Column(Message("draft.column.grids"), "number"),
    Column(Message("draft.column.faults"), "number"),
    Column(Message("draft.column.saved"), "moment"),
)
LATEST = ("-saved_at", "-id")


def drafts_that_wait(actor: Actor, most: int) -> list[Row]:
    """Rows of the drafts that wait for the actor; no query for people without a part in divisions."""
    if not takes_part(actor):
        return []
    waiting = drafts.waiting_for(actor).defer("assignment").order_by(*LATEST)
    return draft_rows(list(waiting[:most]))


def draft_rows(found: Sequence[Draft]) -> list[Row]:
    """A row for each draft; one query names all places."""
    codes = {code for each in found for code in (each.village_code, _township(each))}
    names = areas.names_of(codes) if codes else {}
    return [
        Row(
            (
                village_words(each.village_code, names),
                state_words(each),
                each.k,
                len(each.faults),
                each.saved_at,
            ),
            href=reverse("division-draft", args=[each.pk]),
        )
        for each in found
    ]


def village_words(village: str, names: Mapping[str, str]) -> str:
    """Township and village, because names of villages occur twice in a county."""
    codes = (village[: Level.TOWNSHIP], village)
    return " ".join(names[code] for code in codes if code in names)


def state_words(draft: Draft) -> Message:
    """The state of a draft, with the day it comes into force once that is fixed."""
    state = DraftState(draft.state)
    if draft.in_force_on is None:
        return state.words
    return Message("draft.state_from", state=state.words, day=draft.in_force_on)


def _township(draft: Draft) -> str:
    return str(draft.village_code)[: Level.TOWNSHIP]
