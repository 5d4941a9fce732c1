"""Answering, cancelling and binding tasks; answering supervisions: one small form each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wangge.interfaces.console.floor.drawn_fields import drawn
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.forms import ask, take_over
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.work.cases.models import Case
from wangge.work.cases.operations.answering import answer_supervision as answer_supervision_of
from wangge.work.cases.operations.tasks_of_units import answer_task as answer_task_of
from wangge.work.cases.operations.tasks_of_units import bind_task as bind_task_of
from wangge.work.cases.operations.tasks_of_units import call_off_task as call_off_task_of
from wangge.work.cases.queries.lines import title_of
from wangge.work.cases.queries.provided import LONGEST_TEXT
from wangge.work.cases.queries.sight import case_by_number

Do = Callable[[dict[str, Any]], object]


class Nothing(forms.Form):
    """Only the version of the case when the form was made."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class Words(Nothing):
    """The answer, or the reason."""

    words = forms.CharField(
        label=ask("case.need.words"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class TaskAnswer(Words):
    """An answer, and whether the task is done with it."""

    done = forms.TypedChoiceField(
        label=ask("console.task.is_done"),
        choices=[("yes", ask("console.task.done_now")), ("no", ask("console.task.under_way"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )


@require_http_methods(["GET", "POST"])
@signed_in()
def answer_task(request: Request, number: str, task: UUID) -> HttpResponse:
    """The unit that owes the task says what it did."""
    return _act(request, number, TaskAnswer, "answer_task", lambda s: answer_task_of(task, **s))


@require_http_methods(["GET", "POST"])
@signed_in()
def call_off_task(request: Request, number: str, task: UUID) -> HttpResponse:
    """Cancel a task that the holder or the centre no longer needs."""
    return _act(request, number, Words, "call_off_task", lambda s: call_off_task_of(task, **s))


@require_http_methods(["GET", "POST"])
@signed_in()
def bind_task(request: Request, number: str, task: UUID) -> HttpResponse:
    """The county centre turns a question without an answer into a task that binds."""
    return _act(request, number, Nothing, "bind_task", lambda s: bind_task_of(task, **s))


@require_http_methods(["GET", "POST"])
@signed_in()
def answer_supervision(request: Request, number: str, item: UUID) -> HttpResponse:
    """The unit addressed answers its supervisors."""
    return _act(
        request,
        number,
        Words,
        "answer_supervision",
        lambda said: answer_supervision_of(item, **said),
    )


def _act(request: Request, number: str, kind: type[Nothing], name: str, do: Do) -> HttpResponse:
    """Show the form, or do it; a refused form keeps what was typed."""
    case = case_by_number(number, request.actor)
    if request.method == "GET":
        return _ask(request, case, kind(initial={"version": case.version}), name)
    form = kind(request.POST)
    if not form.is_valid():
        return _ask(request, case, form, name, status=422)
    by_whom = {"by": request.actor, "at": request.now}
    try:
        do({**form.cleaned_data, **by_whom})
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        take_over(form, refusal)
        return _ask(request, case, form, name, status=422)
    return redirect(reverse("case", args=[case.number]))


def _ask(
    request: Request, case: Case, form: forms.Form, name: str, *, status: int = 200
) -> HttpResponse:
    asked = {
        "form": form,
        "fields": drawn(form),
        "submit": Message(f"console.act.{name}"),
        "version": form["version"].value() or case.version,
        "action": request.path,
        "outlook": Message(f"console.act.{name}_outlook"),
    }
    if request.method == "GET" and getattr(request, "htmx", False):
        return render(request, "console/cases/move_form.html", asked)
    return console_page(
        request,
        "console/cases/move.html",
        here="cases",
        status=status,
        case=case,
        heading=asked["submit"],
        lead=title_of(case),
        back=reverse("case", args=[case.number]),
        **asked,
    )
