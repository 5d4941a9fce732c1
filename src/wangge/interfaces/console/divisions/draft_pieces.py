"""How much of a division has come into force, and what was refused."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from wangge.access.actor import Actor
from wangge.insight.divisions.models import AdoptionItem, Draft
from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.rules.pieces import PieceKind
from wangge.interfaces.web.components.shapes import Column, Row, Words
from wangge.lib.area_code import grid_sequence
from wangge.lib.message import Message

PROGRESS = (
    Column(Message("draft.column.piece")),
    Column(Message("draft.column.done"), "number"),
    Column(Message("draft.column.of_all"), "number"),
)
REFUSED = (Column(Message("draft.column.piece")), Column(Message("draft.column.reason")))


def coming_into_force(draft: Draft, actor: Actor) -> dict[str, Any]:
    """The tables of the pieces, and the button to try refused ones again for people who may."""
    refused = list(drafts.refused_pieces(draft))
    again = refused and drafts.may_try_again(actor, draft.village_code)
    return {
        "progress_columns": PROGRESS,
        "progress": [
            Row((kind.words, done, of_all))
            for kind, (of_all, done) in drafts.progress_of(draft).items()
        ],
        "refused_columns": REFUSED,
        "refused": [_refused(piece) for piece in refused],
        "again_url": reverse("division-draft-again", args=[draft.pk]) if again else "",
    }


def mark(draft: Draft) -> str:
    """A value that changes whenever more of a draft comes into force."""
    done = sum(done for _, done in drafts.progress_of(draft).values())
    return f"{draft.state}-{done}"


def _refused(piece: AdoptionItem) -> Row:
    return Row((_about(piece), Message.from_json(piece.reason or {})))


def _about(piece: AdoptionItem) -> Words:
    """What a piece does and, if it is about one grid, to which."""
    words = PieceKind(piece.kind).words
    code = piece.subject.get("code") or piece.subject.get("latter", "")
    if not code or code == piece.village_code:
        return words
    return Message("draft.piece_of_grid", piece=words, number=grid_sequence(code))
