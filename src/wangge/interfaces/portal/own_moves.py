"""The moves a reporter may make: the lawful ones, each with the few things it asks for."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django import forms
from django.http import QueryDict
from django.urls import reverse

from wangge.access.actor import Actor
from wangge.interfaces.web.components.shapes import Move, Option
from wangge.interfaces.web.forms import ask
from wangge.lib.message import Message
from wangge.work.cases.models import Case
from wangge.work.cases.operations.reporting import LONGEST_WORDS
from wangge.work.cases.queries.seating import moves_open_to
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.needs import Given, Need
from wangge.work.cases.rules.seats import Seat
from wangge.work.cases.rules.states import Rating

OWN: Final = tuple(
    code
    for code, row in MOVES.items()
    if Seat.REPORTER in row.who.do and code is not MoveCode.REPORT
)
"""Moves that the law gives to the reporter, in the order of the table."""


class MoveForm(forms.Form):
    """The form of one of the reporter's moves. Fields are named like the law's needs."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=ask("portal.own.words"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reason = forms.CharField(
        label=ask("portal.own.reason"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    rating = forms.ChoiceField(
        label=ask("portal.own.rating"),
        choices=[(each.value, ask(f"portal.rating.{each.value}")) for each in Rating],
        widget=forms.RadioSelect,
    )

    def __init__(self, code: MoveCode, said: QueryDict | None = None) -> None:
        super().__init__(said, auto_id=f"{code.value}-%s")
        self.code = code
        row = MOVES[code]
        for need in (Need.WORDS, Need.REASON, Need.RATING):
            if need not in (*row.needs, *row.offers):
                del self.fields[need.value]
            else:
                self.fields[need.value].required = need in row.needs


def given_of(form: MoveForm) -> Given:
    """The contents of the form, as the law takes them."""
    said = form.cleaned_data
    rating = said.get("rating")
    return Given(
        words=said.get("words", ""),
        reason=said.get("reason", ""),
        rating=Rating(rating) if rating else None,
    )


def own_moves(
    case: Case, holder: Actor, at: datetime, *, wrong: MoveForm | None = None
) -> list[Move]:
    """The moves open to the reporter now, ready to draw; a form with faults stays open."""
    return [
        _drawn(lawful.move, lawful.outlook, case, wrong)
        for lawful in moves_open_to(holder, case, at)
    ]


def _drawn(code: MoveCode, outlook: Message, case: Case, wrong: MoveForm | None) -> Move:
    again = wrong is not None and wrong.code is code
    form = wrong if wrong is not None and again else MoveForm(code)
    return Move(
        code=code.value,
        label=ask(f"portal.own.{code.value}"),
        outlook=outlook,
        action_url=reverse("own-move", args=[code.value]),
        fields=[field for field in form if not field.is_hidden],
        submit=Message(f"portal.own.{code.value}_do"),
        hidden=[Option(str(case.version), "version")],
        opened=again,
    )
