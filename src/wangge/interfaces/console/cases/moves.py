"""Making a move: its page, the fragment that the case page loads, and the answers to both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wangge.interfaces.console.cases.candidates import Question
from wangge.interfaces.console.cases.move_forms import MoveForm
from wangge.interfaces.console.cases.move_words import move_label
from wangge.interfaces.console.cases.place_in_queue import PlaceInQueue
from wangge.interfaces.console.floor.drawn_fields import drawn
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Fact
from wangge.interfaces.web.forms import take_over
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.work.cases import operations
from wangge.work.cases.models import Case
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.queries.lines import title_of
from wangge.work.cases.queries.provided import given_from
from wangge.work.cases.queries.seating import chairs, moves_open_to
from wangge.work.cases.queries.sight import case_by_number
from wangge.work.cases.rules.categories import categories
from wangge.work.cases.rules.lawful import LawfulMove, chair_for
from wangge.work.cases.rules.move_codes import MoveCode, Stage

STALE = "case.refusal.stale"


@require_http_methods(["GET", "POST"])
@signed_in()
def move(request: Request, number: str, move: str, stage: str) -> HttpResponse:
    """Show the form of a move, or make the move. A refused form keeps everything that was typed."""
    code, at_stage = _codes(move, stage)
    case = case_by_number(number, request.actor)
    sent = request.method == "POST"
    if sent and _version_sent(request) != case.version:
        return _stale(request, case, code, at_stage)
    question = _question(request, case, _lawful(request, case, code, at_stage))
    if not sent:
        return _ask(request, question, MoveForm(question))
    form = MoveForm(question, request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, question, form, status=422)
    return _make(request, question, form)


def _make(request: Request, question: Question, form: MoveForm) -> HttpResponse:
    case = question.case
    try:
        operations.move(
            case.pk,
            question.move,
            given_from(form.said()),
            by=question.actor,
            at=question.at,
            stage=question.lawful.stage,
            version=case.version,
        )
    except Refusal as refusal:
        if refusal.code == STALE:
            case.refresh_from_db()
            return _stale(request, case, question.move, question.lawful.stage)
        if refusal.status != 422:
            raise
        take_over(form, refusal)
        return _ask(request, question, form, status=422)
    return redirect(_onward(request, case))


def _onward(request: Request, case: Case) -> str:
    """To the next case of the queue for people who came from there; else back to the case."""
    spot = PlaceInQueue.of(request)
    if not spot.at:
        return reverse("case", args=[case.number])
    return spot.address(reverse("workbench"), moved=case.number)


def _codes(move: str, stage: str) -> tuple[MoveCode, Stage]:
    try:
        return MoveCode(move), Stage(stage)
    except ValueError:
        raise Refusal.not_found(Message("case.thing.move")) from None


def _version_sent(request: Request) -> int:
    """The version of the case when the form was made; an invalid one counts as outdated."""
    said = request.POST.get("version", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else 0


def _lawful(request: Request, case: Case, code: MoveCode, stage: Stage) -> LawfulMove:
    """The move if this person may make it now, else the refusal of the law."""
    actor, at = request.actor, request.now
    found = _open_move(request, case, code, stage)
    if found is None:
        chair_for(facts_of(case), chairs(actor, case), code, at, stage)
        raise Refusal.forbidden()
    return found


def _open_move(request: Request, case: Case, code: MoveCode, stage: Stage) -> LawfulMove | None:
    actor, at = request.actor, request.now
    lawful = moves_open_to(actor, case, at)
    return next((each for each in lawful if each.move is code and each.stage is stage), None)


def _question(request: Request, case: Case, lawful: LawfulMove) -> Question:
    chosen = request.POST.get("category", "")
    return Question(
        case=case,
        facts=facts_of(case),
        lawful=lawful,
        actor=request.actor,
        law=law_today(),
        at=request.now,
        category=chosen if chosen in categories() else case.category,
    )


def _stale(request: Request, case: Case, code: MoveCode, stage: Stage) -> HttpResponse:
    """Somebody else has moved the case: the sentence, the new state, and the form if it is still open."""
    lawful = _open_move(request, case, code, stage)
    if lawful is None:
        return _page(request, case, code, status=409, stale=_changed(case))
    question = _question(request, case, lawful)
    form = MoveForm(question, request.POST, request.FILES)
    form.is_valid()
    return _ask(request, question, form, status=409, stale=_changed(case))


def _changed(case: Case) -> list[Fact]:
    """What the case is now."""
    return [
        Fact(Message("console.fact.state"), case.state, kind="state"),
        Fact(Message("console.fact.unit"), Message(f"unit.kind.{case.responsible_unit.kind}")),
        Fact(Message("console.fact.moved"), case.moved_at, kind="moment"),
    ]


def _ask(
    request: Request, question: Question, form: MoveForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    asked = {
        "form": form,
        "fields": drawn(form),
        "outlook": question.lawful.outlook,
        "submit": move_label(question.move, question.lawful.stage),
        "version": question.case.version,
        "action": PlaceInQueue.of(request).address(
            reverse(
                "move",
                args=[question.case.number, question.move.value, question.lawful.stage.value],
            )
        ),
        "has_files": form.is_multipart(),
    }
    if request.method == "GET" and getattr(request, "htmx", False):
        return render(request, "console/cases/move_form.html", asked)
    return _page(request, question.case, question.move, status=status, **asked, **more)


def _page(
    request: Request, case: Case, code: MoveCode, *, status: int, **context: Any
) -> HttpResponse:
    shown: Mapping[str, Any] = {
        "case": case,
        "heading": context.get("submit", code.words),
        "lead": title_of(case),
        "back": PlaceInQueue.of(request).address(reverse("case", args=[case.number])),
        **context,
    }
    return console_page(request, "console/cases/move.html", here="cases", status=status, **shown)
