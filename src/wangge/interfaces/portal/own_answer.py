"""A question to the reporter, and the form that answers it."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.http import QueryDict
from django.urls import reverse

from wangge.access.actor import Actor
from wangge.interfaces.web.components.shapes import Move, Option
from wangge.interfaces.web.forms import ask
from wangge.lib.message import Message
from wangge.work.cases.models import Case
from wangge.work.cases.operations.answering import answer_question
from wangge.work.cases.operations.reporting import LONGEST_WORDS
from wangge.work.cases.queries.contents import steps_of
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.rules.move_codes import MoveCode


class AnswerForm(forms.Form):
    """The answer. Its version is that of the case on the page with the form."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=ask("portal.own.answer_words"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, said: QueryDict | None = None) -> None:
        super().__init__(said, auto_id="answer-%s")

    def send(self, case: Case, *, by: Actor, at: datetime) -> None:
        """Answer with the contents of the valid form."""
        said = self.cleaned_data
        answer_question(case.pk, said["words"], by=by, at=at, version=said["version"])


def open_question(case: Case, wrong: AnswerForm | None) -> Move | None:
    """The question and its form, unfolded because the unit is waiting; None while nothing is asked."""
    facts = facts_of(case)
    if facts.term is None or not facts.is_waiting_for_reporter:
        return None
    asked = [step for step in steps_of(case) if step.move == MoveCode.ASK_REPORTER]
    form = wrong or AnswerForm()
    return Move(
        code="answer",
        label=ask("portal.own.answer"),
        outlook=Message("portal.own.answer_asked", words=asked[-1].words, until=facts.term.due_at),
        action_url=reverse("own-answer"),
        fields=[field for field in form if not field.is_hidden],
        submit=Message("portal.own.answer_do"),
        hidden=[Option(str(case.version), "version")],
        opened=True,
    )
